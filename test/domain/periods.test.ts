import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { periodsIn } from "../../shared/domain/calendar/owed.ts"
import { endIn, periodsOf } from "../../shared/domain/calendar/period.ts"
import { cadences } from "../../shared/domain/calendar/phase.ts"
import { addDays, addMonths } from "../../shared/values/london.ts"
import { anyPhase, phaseTwo, quarterly } from "./given-phase.ts"

const span = { from: "2017-09-01", to: "2018-04-30" }
const ofLine = (line: Partial<typeof quarterly>) =>
  periodsOf({ id: "NSW2" }, span, { ...quarterly, ...line }, "Spending update")

describe("the periods of a phase", () => {
  test("are quarters of the financial year, from the first day of the earliest site to the last of the latest", () => {
    const { phase, sites } = phaseTwo()
    const quarters = periodsIn(phase, sites).filter(({ line }) => line === "spending")
    expect(quarters.map(({ title, from, to }) => [title, from, to])).toEqual([
      ["Spending update, July to September 2017", "2017-07-01", "2017-09-30"],
      ["Spending update, October to December 2017", "2017-10-01", "2017-12-31"],
      ["Spending update, January to March 2018", "2018-01-01", "2018-03-31"],
      ["Spending update, April to June 2018", "2018-04-01", "2018-06-30"],
    ])
  })

  test("are months, or one at the start, at the end or some months after it", () => {
    expect(ofLine({ cadence: "month" })).toHaveLength(8)
    expect(ofLine({ cadence: "start" }).map(({ from, to }) => [from, to])).toEqual([
      ["2017-09-01", "2017-09-01"],
    ])
    expect(ofLine({ cadence: "end" }).map(({ to }) => to)).toEqual(["2018-04-30"])
    const [after] = ofLine({ cadence: "after", months: 6 })
    expect([after?.to, after?.title]).toEqual(["2018-10-30", "Spending update, 6 months after the end"])
  })

  test("have their end in their id, and no two of one phase have the same id", () => {
    fc.assert(
      fc.property(
        anyPhase(),
        fc.constantFrom(...(Object.keys(cadences) as (keyof typeof cadences)[])),
        ({ phase, sites }, cadence) => {
          const asks = phase.asks.flatMap((one) => [
            { ...one, id: "first", cadence, months: 6 },
            { ...one, id: "second", cadence, months: 6 },
          ])
          const periods = periodsIn({ ...phase, asks }, sites)
          expect(periods.map(({ id }) => endIn(id))).toEqual(periods.map(({ to }) => to))
          expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length)
        },
      ),
    )
  })

  test("of a quarter follow one another without a gap, and hold every day of every site", () => {
    fc.assert(
      fc.property(anyPhase(), ({ phase, sites }) => {
        const quarters = periodsIn(phase, sites)
        for (const [at, one] of quarters.entries()) {
          expect(addDays(addMonths(one.from, 3), -1)).toBe(one.to)
          expect(["01-01", "04-01", "07-01", "10-01"]).toContain(one.from.slice(5))
          if (at > 0) expect(quarters[at - 1]?.to).toBe(addDays(one.from, -1))
        }
        const first = quarters[0]?.from ?? "9999-12-31"
        const last = quarters.at(-1)?.to ?? ""
        for (const { from, to } of sites) expect(first <= from && to <= last).toBe(true)
      }),
    )
  })

  test("of a phase without a site or a date are none", () => {
    const { phase } = phaseTwo()
    expect(periodsIn({ ...phase, from: undefined, to: undefined }, [])).toEqual([])
  })
})
