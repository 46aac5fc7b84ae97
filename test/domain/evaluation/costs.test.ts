import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  beneficiaries,
  byBeneficiary,
  type CostLine,
  confidences,
  effects,
  forReport,
  roundedOut,
  sorts,
  sourcesOf,
  totalsOf,
  worthOf,
} from "../../../shared/domain/evaluation/costs/costs.ts"
import { answersFrom, costForm, lineFrom } from "../../../shared/domain/evaluation/costs/form.ts"
import { pilotCost } from "../../../shared/domain/evaluation/costs/pilot.ts"
import { range } from "../../../shared/domain/evaluation/costs/range.ts"
import { countRange, rangeWords } from "../../../shared/domain/evaluation/costs/words.ts"
import type { Summary } from "../../../shared/domain/funding/summary.ts"
import { problemsIn } from "../../../shared/form/section.ts"

const keys = <Table extends Record<string, string>>(table: Table) =>
  fc.constantFrom(...(Object.keys(table) as (keyof Table & string)[]))
const ranges = (max: number) =>
  fc
    .tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max }))
    .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }))

const line: fc.Arbitrary<CostLine> = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{12}$/),
  change: fc.constant("Days in a hospital far from home"),
  shownBy: fc.constant("Admissions"),
  effect: keys(effects),
  count: ranges(10_000),
  unit: ranges(100_000_000),
  priceYear: fc.integer({ min: 2000, max: 2100 }),
  source: fc.constantFrom("Unit costs 2017, page 29", "The council’s ledger", "A published review"),
  confidence: keys(confidences),
  benefits: keys(beneficiaries),
  sort: keys(sorts),
})
const lines = fc.array(line, { maxLength: 40 })
const everyRange = ({ fiscal, social }: ReturnType<typeof totalsOf>) =>
  [fiscal, social].flatMap(({ less, more }) => [less, more])

describe("what an estimate comes to", () => {
  test("is always a range: the least is never more than the most, and both are whole pence", () => {
    fc.assert(
      fc.property(lines, (all) => {
        for (const one of [...all.map(worthOf), ...everyRange(totalsOf(all))]) {
          expect(one.low).toBeLessThanOrEqual(one.high)
          expect(Number.isSafeInteger(one.low) && Number.isSafeInteger(one.high)).toBe(true)
        }
      }),
    )
  })

  test("is the same in whatever order the lines were written", () => {
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(totalsOf(shuffled)).toEqual(totalsOf(all))
          expect(sourcesOf(shuffled).sort()).toEqual(sourcesOf(all).sort())
        },
      ),
    )
  })

  test("keeps fiscal and social apart: a line of the one never moves the other", () => {
    fc.assert(
      fc.property(lines, line, (all, more) => {
        const other = more.sort === "fiscal" ? "social" : "fiscal"
        expect(totalsOf([...all, more])[other]).toEqual(totalsOf(all)[other])
      }),
    )
  })

  test("is shared out among those whom it is of use to, to the penny", () => {
    fc.assert(
      fc.property(lines, keys(sorts), keys(effects), (all, sort, effect) => {
        const parts = byBeneficiary(all, sort).map((one) => one[effect])
        const sum = (of: "low" | "high") => parts.reduce((total, one) => total + one[of], 0)
        expect({ low: sum("low"), high: sum("high") }).toEqual(totalsOf(all)[sort][effect])
      }),
    )
  })
})

describe("what others read of it", () => {
  test("holds what it was rounded from, to whole thousands of pounds, and no line", () => {
    fc.assert(
      fc.property(ranges(1_000_000_000), (one) => {
        const { low, high } = roundedOut(one)
        expect([low % 100_000, high % 100_000]).toEqual([0, 0])
        expect(low <= one.low && one.high <= high).toBe(true)
        expect(one.low - low < 100_000 && high - one.high < 100_000).toBe(true)
      }),
    )
    fc.assert(
      fc.property(lines, (all) => {
        expect(Object.keys(forReport(all)).sort()).toEqual(["fiscal", "social", "sources"])
      }),
    )
  })

  test("is said as a range, and as one figure only where both ends are the same", () => {
    expect(rangeWords({ low: 120_000, high: 350_050 })).toBe("£1,200 to £3,500.50")
    expect(rangeWords({ low: 120_000, high: 120_000 })).toBe("£1,200")
    expect(countRange({ low: 0, high: 3 })).toBe("0 to 3")
  })
})

describe("a line", () => {
  const form = costForm("Add a line")

  test("is the same after it was asked for and read again", () => {
    fc.assert(
      fc.property(line, (one) => {
        expect(lineFrom(one.id, answersFrom(one))).toEqual(one)
        expect(problemsIn(form, answersFrom(one))).toEqual([])
      }),
    )
  })

  test("with its most below its least is refused beside the most", () => {
    fc.assert(
      fc.property(line, (one) => {
        const answers = { ...answersFrom(one), countLow: 5, countHigh: 4, unitLow: 200, unitHigh: 100 }
        expect(problemsIn(form, answers).map(({ question }) => question)).toEqual(["countHigh", "unitHigh"])
      }),
    )
    expect(range.safeParse({ low: 2, high: 1 }).success).toBe(false)
  })
})

describe("what the pilot itself costs", () => {
  const account = (more: Partial<Summary>) =>
    ({ state: "accepted", paid: 0, recovered: 0, actual: 0, outturn: 0, ...more }) as Summary

  test("goes from what was spent to what is expected, of the sites whose spending was accepted", () => {
    const all = [
      account({
        paid: 500_000,
        recovered: 20_000,
        actual: 300_000,
        outturn: 900_000,
        accepted: "2017-12-31",
      }),
      account({ paid: 100_000, actual: 100_000, outturn: 250_000, usage: true }),
      account({ paid: 7_000 }),
      account({ state: "offered", paid: 0, outturn: 7_000_000 }),
    ]
    expect(pilotCost(4, all)).toEqual({
      sites: 4,
      reported: 2,
      paid: 587_000,
      cost: { low: 400_000, high: 1_150_000 },
    })
    expect(pilotCost(6, [])).toMatchObject({ reported: 0, cost: { low: 0, high: 0 } })
  })
})
