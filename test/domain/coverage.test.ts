import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, atLondon, clockTime, daysBetween, londonDate } from "../../shared/values/london.ts"
import { addWorkingDays, isWorkingDay } from "../../shared/values/working-days.ts"
import { anyPhase, owing, phaseTwo, quarterly, siteOf } from "./given-phase.ts"

const sixWeeks = 42
const days = ({ from, to }: { from: string; to: string }) => daysBetween(from, to) + 1

/** The spending updates of a site in the real second phase: what each covers, and when it is due. */
const spendingOf = (organisation: string) =>
  owing(phaseTwo())
    .find(({ site }) => site.organisation === organisation)
    ?.owed.filter(({ kind }) => kind === "spending-update")
    .map(({ covers, by }) => [covers?.from, covers?.to, by])

describe("in the real second phase", () => {
  test("Halton reports September to December and January to April", () => {
    expect(spendingOf("halton")).toEqual([
      ["2017-09-01", "2017-12-31", atLondon("2018-01-22", "17:00").toISOString()],
      ["2018-01-01", "2018-04-30", atLondon("2018-05-30", "17:00").toISOString()],
    ])
  })

  test.each(["bradford", "hertfordshire", "liverpool", "sheffield", "shropshire"])(
    "%s reports October to December and January to March, over the bank holidays of Easter",
    (organisation) => {
      for (const day of ["2018-03-30", "2018-04-02"]) expect(isWorkingDay(day)).toBe(false)
      expect(spendingOf(organisation)).toEqual([
        ["2017-10-01", "2017-12-31", atLondon("2018-01-22", "17:00").toISOString()],
        ["2018-01-01", "2018-03-31", atLondon("2018-04-30", "17:00").toISOString()],
      ])
    },
  )

  test("the statement is due on 30 April, and a month later at Halton", () => {
    const due = Object.fromEntries(
      owing(phaseTwo()).map(({ site, owed }) => [
        site.organisation,
        owed.find(({ kind }) => kind === "statement-of-grant-usage")?.by,
      ]),
    )
    const most = atLondon("2018-04-30", "17:00").toISOString()
    expect(due).toEqual({
      bradford: most,
      halton: atLondon("2018-05-30", "17:00").toISOString(),
      hertfordshire: most,
      liverpool: most,
      sheffield: most,
      shropshire: most,
    })
  })

  test("5pm is 5pm in London in winter and in summer", () => {
    const all = owing(phaseTwo()).flatMap(({ owed }) => owed)
    const hours = new Set(all.map(({ by }) => by.slice(11, 16)))
    expect(hours).toEqual(new Set(["17:00", "16:00"]))
    for (const { by } of all) expect(clockTime(new Date(by))).toBe("17:00")
  })
})

describe("what one return covers", () => {
  test("every day of a pilot is in exactly one quarterly return", () => {
    fc.assert(
      fc.property(anyPhase(), (given) => {
        for (const { site, owed } of owing(given)) {
          const spans = owed.flatMap(({ covers }) => (covers ? [covers] : []))
          expect(spans[0]?.from).toBe(site.from)
          expect(spans.at(-1)?.to).toBe(site.to)
          for (const [at, one] of spans.entries()) {
            expect(one.from <= one.to).toBe(true)
            if (at > 0) expect(spans[at - 1]?.to).toBe(addDays(one.from, -1))
          }
        }
      }),
    )
  })

  test("none covers less than six weeks where the site has another", () => {
    fc.assert(
      fc.property(anyPhase(), (given) => {
        for (const { owed } of owing(given))
          if (owed.length > 1)
            for (const { covers } of owed) expect(covers && days(covers)).toBeGreaterThanOrEqual(sixWeeks)
      }),
    )
  })

  test("no return is longer than a quarter and two that were too short", () => {
    fc.assert(
      fc.property(anyPhase(), (given) => {
        for (const { owed } of owing(given))
          for (const { covers } of owed) expect(covers && days(covers)).toBeLessThan(92 + 2 * sixWeeks)
      }),
    )
  })

  test("a month stands by itself, however short", () => {
    fc.assert(
      fc.property(anyPhase({ cadence: "month" }), (given) => {
        for (const { site, owed } of owing(given)) {
          expect(owed[0]?.covers?.from).toBe(site.from)
          for (const { covers } of owed) expect(covers?.from.slice(0, 7)).toBe(covers?.to.slice(0, 7))
        }
      }),
    )
  })
})

describe("when a return is due", () => {
  test("it is at 5pm in London on a working day after what it covers, and locks after that", () => {
    fc.assert(
      fc.property(anyPhase(), (given) => {
        for (const { owed } of owing(given))
          for (const { by, locks = "", covers, opens } of owed) {
            const due = londonDate(new Date(by))
            expect(clockTime(new Date(by))).toBe("17:00")
            expect(isWorkingDay(due)).toBe(true)
            expect(due > (covers?.to ?? "")).toBe(true)
            expect(opens < by && by < locks).toBe(true)
          }
      }),
    )
  })

  test("it does not move with the clocks: a day of either change is a day as any other", () => {
    const { phase, sites } = phaseTwo()
    const site = siteOf(sites, "sheffield")
    // The clocks go forward on 25 March 2018 and back on 28 October 2018.
    for (const to of ["2018-03-23", "2018-10-26"]) {
      const asks = [{ ...quarterly, workingDays: 1, lastWorkingDays: undefined }]
      const given = { phase: { ...phase, to, asks }, sites: [{ ...site, to }] }
      const last = owing(given)[0]?.owed.at(-1)
      const monday = addWorkingDays(to, 1)
      expect(last?.by).toBe(atLondon(monday, "17:00").toISOString())
      expect(last?.opens).toBe(atLondon(addDays(to, 1), "00:00").toISOString())
    }
  })
})
