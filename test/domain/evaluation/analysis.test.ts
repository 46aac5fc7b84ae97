import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addedUp, knownOf, overTime } from "../../../shared/domain/evaluation/analysis/adding.ts"
import type { GatheredSite } from "../../../shared/domain/evaluation/analysis/gathered.ts"
import { csvRows, gridOf } from "../../../shared/domain/evaluation/analysis/rows.ts"
import { withWhatFollows } from "../../../shared/domain/evaluation/analysis/saying.ts"
import {
  type CellAt,
  type CellSays,
  everySite,
  type MeasureTable,
} from "../../../shared/domain/evaluation/analysis/table.ts"
import { trueTable } from "../../../shared/domain/evaluation/analysis/true-table.ts"
import { cellWords } from "../../../shared/domain/evaluation/analysis/words.ts"
import { coreMeasureList, coreMeasures } from "../../../shared/kinds/measures/core.ts"
import type { Value } from "../../../shared/kinds/measures/figure.ts"
import { figuresAt } from "../../support/evaluation/measured.ts"
import { months, programme, someValue, wholeNumber } from "../../support/evaluation/programme.ts"

const cellAt = (table: MeasureTable, place: string, measure: string, at: CellAt) =>
  table.cells.find((one) => one.place === place && one.measure === measure && one.at === at)

const numbersIn = (says: CellSays | undefined) => ("gap" in (says ?? { gap: 0 }) ? undefined : says)

describe("what several sites come to", () => {
  test("is what they come to in any parts: a sum of sums, an average of weighted averages, all over all", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...coreMeasureList)
          .chain((measure) =>
            fc.tuple(
              fc.constant(measure),
              fc.array(someValue(measure), { minLength: 1, maxLength: 8 }),
              fc.nat(8),
            ),
          ),
        ([measure, values, cut]) => {
          const whole = addedUp(measure, values).value
          const parts = [values.slice(0, cut), values.slice(cut)].flatMap(
            (some) => addedUp(measure, some).value ?? [],
          )
          const again = addedUp(measure, parts).value
          for (const [part, number] of Object.entries(whole ?? {})) {
            const other = (again as unknown as Record<string, number>)[part]
            const empty = "n" in (whole ?? {}) && (whole as { n: number }).n === 0
            if (!empty) expect(other).toBeCloseTo(number as number, 6)
          }
        },
      ),
    )
  })

  test("is the sum of numerators over the sum of denominators, and never an average of percentages", () => {
    expect(
      addedUp(coreMeasures.kept, [
        { numerator: 1, denominator: 1 },
        { numerator: 0, denominator: 99 },
      ]).value,
    ).toEqual({ numerator: 1, denominator: 100 })
  })

  test("weighs an average by of how many it is, and leaves out one of nobody knows how many", () => {
    const { value, left } = addedUp(coreMeasures["protected-days"], [
      { amount: 1, n: 1 },
      { amount: 3, n: 3 },
      { amount: 5 },
    ])
    expect([value, left]).toEqual([{ amount: 2.5, n: 4 }, 1])
  })

  test("is nothing where nothing is known: a sum of nothing is not 0", () => {
    expect(addedUp(coreMeasures.people, [])).toEqual({ left: 0 })
  })
})

describe("what several months come to", () => {
  test("is added up for what happens, and the last for what is", () => {
    fc.assert(
      fc.property(fc.array(wholeNumber, { minLength: 1, maxLength: 4 }), (numbers) => {
        const told = numbers.map((count, n) => ({ month: months[n] ?? "", value: { count } }))
        const backwards = told.toReversed()
        const all = numbers.reduce((sum, one) => sum + one, 0)
        expect(overTime(coreMeasures.admissions, backwards)).toEqual({ count: all })
        expect(overTime(coreMeasures.people, backwards)).toEqual({ count: numbers.at(-1) })
      }),
    )
  })

  test("is the same whether sites or months are added up first", () => {
    fc.assert(
      fc.property(programme, (sites) => {
        const table = trueTable("NSW2", sites)
        for (const { id } of coreMeasureList.filter(
          ({ acrossTime, from }) => acrossTime === "sum" && from === "tally",
        )) {
          const together = cellAt(table, everySite, id, "months")?.says
          const monthly = months.flatMap((at) => numbersIn(cellAt(table, everySite, id, at)?.says) ?? [])
          for (const part of ["count", "numerator", "denominator"]) {
            const of = (says: object | undefined) => (says as Record<string, number> | undefined)?.[part]
            const known = monthly.map(of).filter((one) => one !== undefined)
            if (known.length === 0) continue
            expect(of(numbersIn(together))).toBe(known.reduce((sum, one) => sum + one, 0))
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

test("the order in which anything was entered never matters", () => {
  fc.assert(
    fc.property(
      programme.chain((sites) =>
        fc.tuple(
          fc.constant(sites),
          fc.shuffledSubarray(sites, { minLength: sites.length }).map((all) =>
            all.map((one) => ({
              ...one,
              figures: one.figures
                .toReversed()
                .map((each) => ({ ...each, figures: each.figures.toReversed() })),
            })),
          ),
        ),
      ),
      ([sites, shuffled]) => {
        expect(trueTable("NSW2", shuffled)).toEqual(trueTable("NSW2", sites))
      },
    ),
    { numRuns: 40 },
  )
})

test("what is not known, does not apply or was not sent is a gap in the table and a mark in a file, and never a number", () => {
  fc.assert(
    fc.property(programme, (sites) => {
      const table = trueTable("NSW2", sites)
      const words = csvRows(table).slice(1)
      for (const [n, cell] of table.cells.entries()) {
        if (!("gap" in cell.says)) continue
        expect(Object.values(cell.says).some((one) => typeof one === "number")).toBe(false)
        expect(words[n]?.slice(3, 6)).toEqual(["[x]", "", ""])
        expect(cellWords(cell)).toMatch(/^\[x\] [a-z ]+$/)
      }
      const gaps = sites.flatMap((site) =>
        site.figures.flatMap(({ point, figures }) =>
          figures
            .filter(({ value }) => !knownOf(value))
            .map(({ measure }) => [site.organisation, measure, point] as const),
        ),
      )
      for (const [site, measure, at] of gaps)
        expect(cellAt(table, site, measure, at)?.says).toHaveProperty("gap")
    }),
    { numRuns: 40 },
  )
})

test("a total is of the sites that are known, and says how many more should be in it", () => {
  const site = (n: number, value?: Value): GatheredSite => ({
    organisation: `s${n}`,
    name: `S${n}`,
    figures: value ? [figuresAt(`s${n}`, { at: "baseline", figures: [{ measure: "people", value }] })] : [],
  })
  const table = trueTable("NSW2", [
    site(1, { count: 17 }),
    site(2, { count: 0 }),
    site(3, { notKnown: "On paper", knownBy: "2018-01-31" }),
    site(4, { notApplicable: "It has not begun" }),
    site(5),
  ])
  expect(cellAt(table, everySite, "people", "baseline")).toMatchObject({
    says: { count: 17 },
    of: { sites: 2, missing: 2 },
  })
  expect(cellAt(table, everySite, "people", "final")?.says).toEqual({ gap: "not sent yet" })
  const row = gridOf(table, { rows: "sites", times: "points" }).rows.find(
    ({ place, measure }) => place === "s3" && measure === "people",
  )
  expect(row?.cells[0]).toEqual({ text: "[x] not known", beside: ["known by 31 January 2018", "On paper"] })
})

test("a return counts once it is accepted and not while it is open again; a tally once it is sent", () => {
  const states = ["sent", "accepted", "open again"] as const
  const said = (at: "baseline" | "2017-12") =>
    states.map((state) => {
      const figures = [{ measure: "people", value: { count: 17 } }]
      const site = { organisation: "s", name: "S", figures: [figuresAt("s", { at, state, figures })] }
      return cellAt(trueTable("NSW2", [site]), "s", "people", at)?.says
    })
  expect(said("baseline")).toEqual([{ gap: "not sent yet" }, { count: 17 }, { gap: "not sent yet" }])
  expect(said("2017-12")).toEqual([{ count: 17 }, { count: 17 }, undefined])
})

test("a change is of the same sites at both times, and otherwise says that it is not", () => {
  const site = (n: number, final?: number): GatheredSite => ({
    organisation: `s${n}`,
    name: `S${n}`,
    figures: [
      figuresAt(`s${n}`, { at: "baseline", figures: [{ measure: "people", value: { count: 10 } }] }),
      ...(final === undefined
        ? []
        : [figuresAt(`s${n}`, { at: "final", figures: [{ measure: "people", value: { count: final } }] })]),
    ],
  })
  const changeOf = (sites: GatheredSite[], place: string) =>
    cellAt(trueTable("NSW2", sites), place, "people", "change")?.says
  expect(changeOf([site(1, 17), site(2, 12)], everySite)).toEqual({ change: 9, in: "number" })
  expect(changeOf([site(1, 17), site(2)], everySite)).toEqual({ gap: "not the same sites" })
  expect(changeOf([site(1, 17), site(2)], "s2")).toEqual({ gap: "not sent yet" })
})

test("a range is given for a share of thirty or more; below it there are too few to say", () => {
  const of = (numerator: number, denominator: number) =>
    withWhatFollows({ place: "s", measure: "kept", at: "final", says: { numerator, denominator } })
  expect(of(30, 40)).toMatchObject({ says: { share: 75 }, interval: { low: 60, high: 86 } })
  expect(of(13, 17)).toMatchObject({ says: { share: 76 }, few: true })
  expect(of(13, 17)).not.toHaveProperty("interval")
  expect(of(0, 0)).toEqual({
    place: "s",
    measure: "kept",
    at: "final",
    says: { numerator: 0, denominator: 0 },
  })
})

test("two sites whose words for a measure differ do not measure the same", () => {
  const plan = (definition: string) => ({
    version: 1,
    notOurGroup: {},
    measures: [{ ...coreMeasures.people, id: "hours", of: "library" as const, definition }],
  })
  const site = (organisation: string, definition: string): GatheredSite => ({
    organisation,
    name: organisation,
    plan: plan(definition),
    figures: [],
  })
  const keys = (...sites: GatheredSite[]) => trueTable("NSW2", sites).measures.map(({ key }) => key)
  expect(keys(site("a", "Hours with people"), site("b", "Hours with people"))).toEqual(["hours"])
  expect(keys(site("a", "Hours with people"), site("b", "Hours of work"))).toEqual(["b.hours", "hours"])
})
