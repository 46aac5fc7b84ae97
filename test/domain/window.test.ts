import { describe, expect, test } from "vitest"
import { datesOf } from "../../shared/domain/calendar/coverage.ts"
import { periodsOf } from "../../shared/domain/calendar/period.ts"
import type { Line } from "../../shared/domain/calendar/phase.ts"
import {
  lateWords,
  leftWords,
  type Standing,
  standingIn,
  type Window,
  workingDaysLate,
} from "../../shared/domain/calendar/window.ts"
import { addDays, atLondon } from "../../shared/values/london.ts"

/** An instant as London's clocks show it, to the second, by the zone that the clocks are in. */
const gmt = (shown: string) => new Date(`${shown.replace(" ", "T")}Z`)
const bst = (shown: string) => new Date(`${shown.replace(" ", "T")}+01:00`)

const due = (opens: Date, by: Date, locks?: Date): Window => ({
  rule: "due",
  opens: opens.toISOString(),
  by: by.toISOString(),
  ...(locks && { locks: locks.toISOString() }),
})
const january = due(gmt("2018-01-01 00:00:00"), gmt("2018-01-22 17:00:00"), gmt("2018-02-19 17:00:00"))
const closing: Window = { ...january, rule: "closes", locks: undefined }
/** Due on the Sunday on which the clocks go forward. */
const march = due(gmt("2018-03-25 00:00:00"), bst("2018-03-25 17:00:00"), bst("2018-03-28 17:00:00"))
/** Opens on the Sunday on which they go back: at midnight they are still forward. */
const october = due(bst("2017-10-29 00:00:00"), gmt("2017-10-29 17:00:00"), gmt("2017-10-31 17:00:00"))
const easter = due(bst("2018-03-29 00:00:00"), bst("2018-03-29 17:00:00"), bst("2018-04-26 17:00:00"))

const instants: [string, Window, Date, Standing][] = [
  ["the last second before it opens", january, gmt("2017-12-31 23:59:59"), "not open yet"],
  ["the midnight it opens at", january, gmt("2018-01-01 00:00:00"), "open"],
  ["16:59:59 on its day", january, gmt("2018-01-22 16:59:59"), "open"],
  ["17:00:00 on its day", january, gmt("2018-01-22 17:00:00"), "late"],
  ["one minute to midnight on its day", january, gmt("2018-01-22 23:59:00"), "late"],
  ["16:59:59 on the day it locks", january, gmt("2018-02-19 16:59:59"), "late"],
  ["17:00:00 on the day it locks", january, gmt("2018-02-19 17:00:00"), "closed"],
  ["16:59:59 before a round closes", closing, gmt("2018-01-22 16:59:59"), "open"],
  ["17:00:00 as a round closes", closing, gmt("2018-01-22 17:00:00"), "closed"],
  ["Saturday 24 March, 23:59:59", march, gmt("2018-03-24 23:59:59"), "not open yet"],
  ["Sunday 25 March, 00:00", march, gmt("2018-03-25 00:00:00"), "open"],
  ["the second before the hour that is not there", march, gmt("2018-03-25 00:59:59"), "open"],
  ["the second after it", march, bst("2018-03-25 02:00:00"), "open"],
  ["Sunday 25 March, 16:59:59 in summer time", march, bst("2018-03-25 16:59:59"), "open"],
  ["Sunday 25 March, 17:00 in summer time", march, bst("2018-03-25 17:00:00"), "late"],
  ["the same figures an hour later, in winter time", march, gmt("2018-03-25 17:00:00"), "late"],
  ["Monday 26 March, 00:00", march, bst("2018-03-26 00:00:00"), "late"],
  ["Saturday 28 October, 23:59:59", october, bst("2017-10-28 23:59:59"), "not open yet"],
  ["Sunday 29 October, 00:00 in summer time", october, bst("2017-10-29 00:00:00"), "open"],
  ["01:30 for the first time", october, bst("2017-10-29 01:30:00"), "open"],
  ["01:30 for the second time", october, gmt("2017-10-29 01:30:00"), "open"],
  ["17:00 by clocks that nobody put back", october, bst("2017-10-29 17:00:00"), "open"],
  ["17:00 in winter time", october, gmt("2017-10-29 17:00:00"), "late"],
  ["Good Friday", easter, bst("2018-03-30 12:00:00"), "late"],
]

describe("where something stands", () => {
  test.each(instants)("%s", (_, window, at, standing) => {
    expect(standingIn(window, at)).toBe(standing)
  })

  test("an instant is late, or closed, at once: there is none between them and open", () => {
    for (const window of [january, closing, march, october, easter]) {
      const by = new Date(window.by).getTime()
      expect(standingIn(window, new Date(by - 1))).toBe("open")
      expect(standingIn(window, new Date(by))).toBe(window.rule === "closes" ? "closed" : "late")
    }
  })
})

const sent: [string, Window, Date, number, string][] = [
  ["16:59:59", january, gmt("2018-01-22 16:59:59"), 0, ""],
  ["17:00:00", january, gmt("2018-01-22 17:00:00"), 0, "less than a working day late"],
  ["23:59:59 on its day", january, gmt("2018-01-22 23:59:59"), 0, "less than a working day late"],
  ["00:00 on the next", january, gmt("2018-01-23 00:00:00"), 1, "1 working day late"],
  ["the Friday after", january, gmt("2018-01-26 09:00:00"), 4, "4 working days late"],
  ["the Saturday after", january, gmt("2018-01-27 09:00:00"), 4, "4 working days late"],
  ["the Monday after that", january, gmt("2018-01-29 00:00:00"), 5, "5 working days late"],
  [
    "the Sunday itself, due on a Sunday",
    march,
    bst("2018-03-25 23:59:59"),
    0,
    "less than a working day late",
  ],
  ["Monday 00:00, due on a Sunday", march, bst("2018-03-26 00:00:00"), 1, "1 working day late"],
  [
    "Monday 00:30 in summer time, still Sunday in Greenwich",
    march,
    bst("2018-03-26 00:30:00"),
    1,
    "1 working day late",
  ],
  ["Sunday 29 October, 23:59:59", october, gmt("2017-10-29 23:59:59"), 0, "less than a working day late"],
  ["Monday 30 October, 00:00", october, gmt("2017-10-30 00:00:00"), 1, "1 working day late"],
  ["Maundy Thursday, 17:00", easter, bst("2018-03-29 17:00:00"), 0, "less than a working day late"],
  ["Good Friday", easter, bst("2018-03-30 12:00:00"), 0, "less than a working day late"],
  ["Easter Saturday", easter, bst("2018-03-31 12:00:00"), 0, "less than a working day late"],
  ["Easter Sunday", easter, bst("2018-04-01 12:00:00"), 0, "less than a working day late"],
  ["Easter Monday, 23:59:59", easter, bst("2018-04-02 23:59:59"), 0, "less than a working day late"],
  ["the Tuesday after Easter, 00:00", easter, bst("2018-04-03 00:00:00"), 1, "1 working day late"],
  ["the Wednesday", easter, bst("2018-04-04 08:00:00"), 2, "2 working days late"],
]

test.each(sent)("sent at %s it is as late as it is", (_, window, at, days, words) => {
  expect([workingDaysLate(window, at), lateWords(window, at)]).toEqual([days, words])
})

const left: [string, Window, Date, string][] = [
  ["a week before", january, gmt("2018-01-15 09:00:00"), "in 5 working days"],
  ["the Friday before", january, gmt("2018-01-19 23:59:59"), "in 1 working day"],
  ["the Saturday before", january, gmt("2018-01-20 00:00:00"), "in 1 working day"],
  ["the midnight its day begins", january, gmt("2018-01-22 00:00:00"), "today"],
  ["16:59:59", january, gmt("2018-01-22 16:59:59"), "today"],
  ["the Friday before a Sunday", march, gmt("2018-03-23 09:00:00"), "before the next working day"],
  [
    "23:59:59 on the Saturday before a Sunday",
    march,
    gmt("2018-03-24 23:59:59"),
    "before the next working day",
  ],
  ["00:00 on that Sunday", march, gmt("2018-03-25 00:00:00"), "today"],
  ["the Thursday before that Friday", march, gmt("2018-03-22 09:00:00"), "in 1 working day"],
]

test.each(left)("%s there is as long left as there is", (_, window, at, words) => {
  expect(leftWords(window, at)).toBe(words)
})

describe("the dates of a return", () => {
  const line: Line = {
    id: "spending",
    kind: "spending-update",
    cadence: "month",
    workingDays: 1,
    locksAfter: 1,
    because: "x",
  }
  const phase = { id: "ANY1" }
  const covering = (from: string, to: string, more: Partial<Line> = {}, extra = 0) => {
    const one = { ...line, ...more }
    const [period] = periodsOf(phase, { from, to }, { ...one, cadence: "end" }, "x")
    if (!period) throw new Error("There is one period")
    return datesOf(one, { period, covers: { from, to }, last: false }, extra)
  }
  const instantsOf = (...shown: Date[]) => {
    const [opens, by, locks] = shown.map((one) => one.toISOString())
    return { opens, by, locks }
  }

  test("pass by Good Friday and Easter Monday", () => {
    expect(covering("2018-03-01", "2018-03-29")).toEqual(
      instantsOf(bst("2018-03-30 00:00:00"), bst("2018-04-03 17:00:00"), bst("2018-04-04 17:00:00")),
    )
  })

  test("are at 17:00 as the clocks show it, on both sides of their changes", () => {
    expect(covering("2018-03-01", "2018-03-23")).toEqual(
      instantsOf(gmt("2018-03-24 00:00:00"), bst("2018-03-26 17:00:00"), bst("2018-03-27 17:00:00")),
    )
    expect(covering("2018-03-01", "2018-03-25", {}, 1)).toEqual(
      instantsOf(bst("2018-03-26 00:00:00"), bst("2018-03-27 17:00:00"), bst("2018-03-28 17:00:00")),
    )
    expect(covering("2017-10-01", "2017-10-27")).toEqual(
      instantsOf(bst("2017-10-28 00:00:00"), gmt("2017-10-30 17:00:00"), gmt("2017-10-31 17:00:00")),
    )
    expect(covering("2017-10-01", "2017-10-28").opens).toBe(bst("2017-10-29 00:00:00").toISOString())
  })

  test("go over the end of a year, and over a leap day", () => {
    expect(covering("2017-12-01", "2017-12-31")).toEqual(
      instantsOf(gmt("2018-01-01 00:00:00"), gmt("2018-01-02 17:00:00"), gmt("2018-01-03 17:00:00")),
    )
    expect(covering("2020-02-01", "2020-02-28")).toEqual(
      instantsOf(gmt("2020-02-29 00:00:00"), gmt("2020-03-02 17:00:00"), gmt("2020-03-03 17:00:00")),
    )
    expect(covering("2020-02-29", "2020-02-29").opens).toBe(gmt("2020-03-01 00:00:00").toISOString())
  })

  test("of what is asked at the start open on the first day, and are due after it", () => {
    expect(covering("2018-03-25", "2018-03-25", { cadence: "start" })).toEqual(
      instantsOf(gmt("2018-03-25 00:00:00"), bst("2018-03-26 17:00:00"), bst("2018-03-27 17:00:00")),
    )
  })

  test("come in order whatever the day: it opens, then it is due, then it locks", () => {
    for (let day = "2017-10-01"; day < "2020-04-30"; day = addDays(day, 1)) {
      const { opens, by, locks } = covering(day, day)
      expect([opens, by, locks]).toEqual([opens, by, locks].toSorted())
      expect(by).toBe(
        atLondon(
          new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date(by)),
          "17:00",
        ).toISOString(),
      )
    }
  })
})
