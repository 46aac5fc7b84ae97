import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { asksCover } from "../../shared/domain/calendar/cover.ts"
import { effectOf } from "../../shared/domain/calendar/due-date.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { granted } from "../../shared/domain/calendar/granting.ts"
import { moved } from "../../shared/domain/calendar/moved.ts"
import { type Dated, owedBy, periodsIn, periodsSet, reconciled } from "../../shared/domain/calendar/owed.ts"
import type { Period } from "../../shared/domain/calendar/period.ts"
import { changesTo } from "../../shared/domain/calendar/return-words.ts"
import { toldBy } from "../../shared/domain/notices/notices.ts"
import { addDays, atLondon, londonDate } from "../../shared/values/london.ts"
import { addWorkingDays } from "../../shared/values/working-days.ts"
import { anyPhase, owing, phaseTwo, siteOf } from "./given-phase.ts"

const today = "2017-11-06"
const at = (day: string) => atLondon(day, "17:00").toISOString()

const begun: Expected["stands"] = {
  state: "draft",
  reference: "NSW2-HAL-F-222222",
  version: 0,
  waitingFor: [],
  changedAt: "2017-11-01T09:00:00.000Z",
  changedBy: "Contributor",
}

/** What lies in the table after a change was written. */
const written = (before: Expected[], { put, remove }: ReturnType<typeof reconciled>): Expected[] => [
  ...before.filter((one) => !remove.includes(one) && !put.some(({ one: { round } }) => round === one.round)),
  ...put.map(({ one, before: there }) => ({ ...one, revision: (there?.revision ?? 0) + 1 })),
]

/** A site with other dates. */
const shifted = ({ from, to, ...rest }: Dated, early: number, late: number): Dated => {
  const begins = addDays(from, early)
  const ends = addDays(to, late)
  return { ...rest, from: begins, to: ends > begins ? ends : addDays(begins, 1) }
}

const shift = fc.integer({ min: -120, max: 120 })

describe("bringing a site to what it owes", () => {
  test("a second time changes nothing, whatever stood there before", () => {
    fc.assert(
      fc.property(
        anyPhase(),
        shift,
        shift,
        fc.array(fc.boolean()),
        ({ phase, sites }, early, late, marks) => {
          const [site] = sites as [Dated]
          const before = owedBy(phase, site, periodsIn(phase, sites), today).map((one, place) => ({
            ...one,
            ...(marks[place] && { stands: begun }),
          }))
          const moved = shifted(site, early, late)
          const wanted = owedBy(phase, moved, periodsIn(phase, [moved]), today)
          const after = written(before, reconciled(before, wanted, today))
          const again = reconciled(after, wanted, today)
          expect(again.put).toEqual([])
          expect(again.remove).toEqual([])
        },
      ),
    )
  })

  test("nothing that was begun is dropped, and everything that is owed is there", () => {
    fc.assert(
      fc.property(
        anyPhase(),
        shift,
        shift,
        fc.array(fc.boolean()),
        ({ phase, sites }, early, late, marks) => {
          const [site] = sites as [Dated]
          const before = owedBy(phase, site, periodsIn(phase, sites), today).map((one, place) => ({
            ...one,
            ...(marks[place] && { stands: begun }),
          }))
          const moved = shifted(site, early, late)
          const wanted = owedBy(phase, moved, periodsIn(phase, [moved]), today)
          const after = written(before, reconciled(before, wanted, today))
          const rounds = after.map(({ round }) => round)
          for (const one of before.filter(({ stands }) => stands)) {
            expect(rounds).toContain(one.round)
            expect(after.find(({ round }) => round === one.round)?.stands).toEqual(begun)
          }
          for (const one of wanted) {
            const there = after.find(({ round }) => round === one.round)
            expect([there?.by, there?.covers]).toEqual([one.by, one.covers])
          }
          expect(new Set(rounds).size).toBe(rounds.length)
        },
      ),
    )
  })

  test("a date that moves counts, and whoever was told of the old one is told of the new", () => {
    const { phase, sites } = phaseTwo()
    const halton = siteOf(sites, "halton")
    const before = owing({ phase, sites: [halton] })[0]?.owed.map((one) => ({
      ...one,
      told: { "due soon": { on: today, as: "sent" as const } },
    })) as Expected[]
    const wanted = owedBy(phase, { ...halton, to: "2018-05-04" }, periodsIn(phase, [halton]), today)
    const { put, remove } = reconciled(before, wanted, today)
    expect(remove).toEqual([])
    const spending = put.filter(({ one }) => one.kind === "spending-update").map(({ one }) => one)
    expect(spending.map(({ covers, sequence, told }) => [covers?.to, sequence, told])).toContainEqual([
      "2018-05-04",
      1,
      {},
    ])
  })
})

test("whoever certifies is asked anew about another day: what was said of the old one says nothing of it", () => {
  const { phase, sites } = phaseTwo()
  const all = owing({ phase, sites: [siteOf(sites, "sheffield")] }).flatMap(({ owed }) => owed)
  const statement = all.find(({ signs }) => signs.includes("certifier")) as Expected
  const cover = { answer: "yes" as const, by: { person: "p", name: "P" }, at: statement.opens }
  const there = { ...statement, cover }
  const later = moved(there, { by: at("2018-06-29"), locks: at("2018-07-27") }, today)
  const on = new Date("2018-06-08T08:00:00.000Z")
  expect(toldBy("certifier asked", there, on)).toEqual([])
  expect(toldBy("certifier asked", later, on)).toEqual(["certifier"])
  expect(asksCover(later, on)).toBe(true)
})

describe("a date that a coordinator has set for a period", () => {
  const { phase, sites } = phaseTwo()
  const set = (id: string, day: string): Period[] =>
    periodsIn(phase, sites)
      .filter((one) => one.id === id)
      .map((one) => ({ ...one, by: at(day) }))
  const dueIn = (organisation: string, stored: Period[], round: string) =>
    owedBy(phase, siteOf(sites, organisation), periodsSet(phase, sites, stored), today).find(
      (one) => one.round === round,
    )?.by

  test("is for each site whose return covers no more than the period", () => {
    const stored = set("nsw2-spending-2018-03-31", "2018-05-04")
    expect(dueIn("sheffield", stored, "nsw2-spending-2018-03-31")).toBe(at("2018-05-04"))
    expect(dueIn("halton", stored, "nsw2-spending-2018-03-31")).toBe(at("2018-05-30"))
  })

  test("is for Halton too where its return begins earlier and ends with the period", () => {
    const stored = set("nsw2-spending-2017-12-31", "2018-01-26")
    expect(dueIn("halton", stored, "nsw2-spending-2017-12-31")).toBe(at("2018-01-26"))
  })
})

describe("what is asked once, at the start", () => {
  test("is the same return of each site, whichever site joins later and begins earlier", () => {
    const { phase, sites } = phaseTwo()
    const [line] = phase.asks
    if (!line) throw new Error("The phase asks for something")
    const asking = { ...phase, asks: [{ ...line, id: "plan", cadence: "start" as const }] }
    const liverpool = siteOf(sites, "liverpool")
    const owes = (all: Dated[]) => owedBy(asking, liverpool, periodsIn(asking, all), today)
    const before = owes([liverpool]).map((one) => ({ ...one, stands: begun }))
    const early = { ...siteOf(sites, "halton"), from: addDays(phase.from ?? "", -40) }
    expect(reconciled(before, owes([liverpool, early]), today)).toEqual({ put: [], remove: [] })
  })
})

describe("more time", () => {
  const { phase, sites } = phaseTwo()
  const site = siteOf(sites, "liverpool")
  const periods = periodsIn(phase, sites)
  const [first] = owedBy(phase, site, periods, today) as [Expected]
  const extended = {
    before: first.by,
    because: "Staff are ill.",
    by: { person: "p", name: "P" },
    at: first.by,
  }

  test("that was granted stands, unless the date for all is later", () => {
    const one = moved({ ...first, extended }, { by: at("2018-02-05"), locks: at("2018-03-05") }, today)
    for (const [day, stands] of [
      ["2018-01-29", "2018-02-05"],
      ["2018-02-12", "2018-02-12"],
    ] as const) {
      const stored = periods.map((each) => (each.id === one.round ? { ...each, by: at(day) } : each))
      const wanted = owedBy(phase, site, stored, today)
      const [there] = written([one], reconciled([one], wanted, today)).filter(
        ({ round }) => round === one.round,
      )
      expect(londonDate(new Date(there?.by ?? ""))).toBe(stands)
    }
  })

  test("stands again where a date for all that overtook it is taken back", () => {
    const answers = { until: "2018-02-05", because: "Staff are ill.", scope: "this" }
    const who = { person: "p", name: "P" }
    const { after } = granted(first, answers, who, new Date("2018-01-08T09:00:00.000Z"))
    const dates: unknown[] = []
    let there: Expected = after
    for (const day of ["2018-03-01", "2018-02-12", "2018-01-29"]) {
      const stored = periods.map((each) => (each.id === after.round ? { ...each, by: at(day) } : each))
      const [next] = written([there], reconciled([there], owedBy(phase, site, stored, today), today)).filter(
        ({ round }) => round === after.round,
      )
      there = next as Expected
      dates.push([
        londonDate(new Date(there.by)),
        changesTo(there)[0]?.match(/gave until 5pm on ([^:]*):/)?.[1],
      ])
    }
    expect(dates).toEqual([
      ["2018-03-01", "Monday 5 February 2018"],
      ["2018-02-12", "Monday 5 February 2018"],
      ["2018-02-05", "Monday 5 February 2018"],
    ])
    expect(there.locks).toBe(after.locks)
  })

  test("stays where a date for all is changed, whether it is sent or not needed, and the page says so first", () => {
    const extra = { ...first, extended: { ...extended, until: at("2018-02-05") }, by: at("2018-02-05") }
    const [period] = periods.filter(({ id }) => id === first.round) as [Period]
    const sent = { ...begun, state: "sent" as const, version: 1 }
    for (const one of [extra, { ...extra, stands: sent }, { ...extra, notNeeded: extended }])
      expect(effectOf(one, period)).toEqual({
        moves: false,
        says: "Stays where it has more time, until 5pm on Monday 5 February 2018, unless the new day is later",
      })
  })

  test("for every later one of a kind is as many working days, and none for an earlier one or another kind", () => {
    const longer = [
      {
        line: "spending",
        workingDays: 5,
        from: "2018-01-01",
        until: "2018-03-31",
        because: "One accountant",
      },
    ]
    const owed = (given: Dated) => owedBy(phase, given, periods, today)
    const days = owed({ ...site, longer }).map(({ round, by }, place) => [
      round,
      by === (owed(site)[place] as Expected).by
        ? 0
        : londonDate(new Date(by)) ===
            addWorkingDays(londonDate(new Date((owed(site)[place] as Expected).by)), 5) && 5,
    ])
    expect(Object.fromEntries(days)).toEqual({
      "nsw2-spending-2017-12-31": 0,
      "nsw2-spending-2018-03-31": 5,
      "nsw2-statement-2018-03-31": 0,
      "nsw2-after-6-2018-09-30": 0,
      "nsw2-after-12-2019-03-31": 0,
    })
  })
})

describe("a site whose award asks for everything", () => {
  const { phase, sites } = phaseTwo()
  const halton = siteOf(sites, "halton")
  const full = { ...halton, full: "It spends in two financial years." }
  const periods = periodsIn(phase, sites)
  const light = owedBy(phase, halton, periods, today)
  const wanted = owedBy(phase, full, periods, today)
  const spending = (all: Expected[]) =>
    all.filter(({ round }) => round.startsWith("nsw2-spending")).map(({ kind, covers }) => [kind, covers?.to])

  test("reports each quarter by itself: September in one, April in another year than March", () => {
    expect(spending(light)).toEqual([
      ["spending-update", "2017-12-31"],
      ["spending-update", "2018-04-30"],
    ])
    expect(spending(wanted)).toEqual([
      ["funding-return", "2017-09-30"],
      ["funding-return", "2017-12-31"],
      ["funding-return", "2018-03-31"],
      ["funding-return", "2018-04-30"],
    ])
  })

  test("reads why, and who signs it", () => {
    const [first] = wanted
    expect(first?.why).toContain("It is asked in full because: It spends in two financial years.")
    expect(first?.signs).toEqual(["lead", "certifier"])
  })

  test("keeps what it has begun in the other form, and is asked the rest in this one", () => {
    const before = light.map((one) =>
      one.round === "nsw2-spending-2017-12-31" ? { ...one, stands: begun } : one,
    )
    const after = written(before, reconciled(before, wanted, today))
    expect(after.find(({ round }) => round === "nsw2-spending-2017-12-31")?.kind).toBe("spending-update")
    expect(after.filter(({ kind }) => kind === "funding-return")).toHaveLength(3)
    expect(reconciled(after, wanted, today)).toEqual({ put: [], remove: [] })
  })

  const sentIn = (all: Expected[], end: string) =>
    all.map((one) =>
      one.round === `nsw2-spending-${end}`
        ? { ...one, stands: { ...begun, state: "sent" as const, version: 1 } }
        : one,
    )
  const days = (all: Expected[]) =>
    all
      .filter(({ round }) => round.startsWith("nsw2-spending"))
      .map(({ covers }) => `${covers?.from} to ${covers?.to}`)
      .sort()

  test("is asked for no day again that it reported in full, once it reports in short", () => {
    const before = sentIn(wanted, "2017-09-30")
    const again = owedBy(phase, halton, periods, today, before)
    const after = written(before, reconciled(before, again, today))
    expect(days(after)).toEqual([
      "2017-09-01 to 2017-09-30",
      "2017-10-01 to 2017-12-31",
      "2018-01-01 to 2018-04-30",
    ])
    expect(reconciled(after, owedBy(phase, halton, periods, today, after), today)).toEqual({
      put: [],
      remove: [],
    })
  })

  test("is asked for no day again that it reported in short, once it reports in full", () => {
    const before = sentIn(light, "2017-12-31")
    const after = written(before, reconciled(before, owedBy(phase, full, periods, today, before), today))
    expect(days(after)).toEqual([
      "2017-09-01 to 2017-12-31",
      "2018-01-01 to 2018-03-31",
      "2018-04-01 to 2018-04-30",
    ])
    expect(reconciled(after, owedBy(phase, full, periods, today, after), today)).toEqual({
      put: [],
      remove: [],
    })
  })

  test("is asked in short again where its award says so no longer", () => {
    const after = written(wanted, reconciled(wanted, light, today))
    expect(spending(after).sort()).toEqual(spending(light).sort())
  })
})
