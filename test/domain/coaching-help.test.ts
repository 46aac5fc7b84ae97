import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { newHead } from "../../shared/domain/coaching/head.ts"
import { clockOf, helpInHead, newHelp, openBack, saidMore } from "../../shared/domain/coaching/help.ts"
import {
  clockWords,
  type HelpClock,
  isOverdue,
  pausedDays,
  pausedSince,
  replyBy,
  waitedDays,
} from "../../shared/domain/coaching/help-clock.ts"
import { chasesOfCoaching } from "../../shared/domain/notices/chases.ts"
import { londonDate } from "../../shared/values/london.ts"
import { workingDaysBetween } from "../../shared/values/working-days.ts"

const at = (moment: string) => new Date(moment)
const clock = (askedAt: string, ...pauses: HelpClock["pauses"]): HelpClock => ({ askedAt, pauses })

describe("the department’s clock", () => {
  test("runs five working days, over weekends and bank holidays, to 5pm in London", () => {
    const before = clock("2017-12-21T15:00:00.000Z")
    expect(replyBy(before, at("2017-12-21T15:00:00Z")).toISOString()).toBe("2018-01-02T17:00:00.000Z")
    const spring = clock("2018-03-22T15:00:00.000Z")
    expect(replyBy(spring, at("2018-03-22T15:00:00Z")).toISOString()).toBe("2018-03-29T16:00:00.000Z")
  })

  test("begins on the next working day for what is asked on a Saturday", () => {
    expect(londonDate(replyBy(clock("2018-01-06T10:00:00.000Z"), at("2018-01-06T10:00:00Z")))).toBe(
      "2018-01-12",
    )
  })

  test("is over at 5pm of its last day, and not a moment before", () => {
    const one = clock("2018-01-08T10:00:00.000Z")
    expect(isOverdue(one, at("2018-01-15T17:00:00.000Z"))).toBe(false)
    expect(isOverdue(one, at("2018-01-15T17:00:00.001Z"))).toBe(true)
    expect(clockWords(one, at("2018-01-15T16:00:00Z"))).toContain("on Monday 15 January 2018, today.")
    expect(clockWords(one, at("2018-01-15T18:00:00Z"))).toContain(
      "It has waited 5 working days, and some hours more than it should.",
    )
    expect(clockWords(one, at("2018-01-16T09:00:00Z"))).toContain("6 working days: 1 more than it should.")
  })

  test("is never late while it stands still, however long that is", () => {
    const one = clock("2018-01-08T10:00:00.000Z", { from: "2018-01-09T10:00:00.000Z" })
    const later = at("2018-06-01T10:00:00Z")
    expect([isOverdue(one, later), waitedDays(one, later), pausedSince(one)]).toEqual([
      false,
      1,
      "2018-01-09T10:00:00.000Z",
    ])
    const answered: HelpClock = { ...one, over: { at: "2018-02-09T10:00:00.000Z", as: "answered" } }
    expect([isOverdue(answered, later), waitedDays(answered, later), pausedSince(answered)]).toEqual([
      false,
      1,
      undefined,
    ])
  })

  test("counts every working day once: it waited, or it was paused", () => {
    const minute = 60_000
    const begins = Date.UTC(2017, 10, 1)
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200 * 24 * 60 }), { minLength: 2, maxLength: 9 }),
        (moments) => {
          const [asked = "", ...rest] = moments
            .toSorted((a, b) => a - b)
            .map((after) => new Date(begins + after * minute).toISOString())
          const now = at(rest.pop() ?? asked)
          const pauses = rest.flatMap((from, index) => {
            const to = rest[index + 1]
            return index % 2 === 1 ? [] : [{ from, ...(to !== undefined && { to }) }]
          })
          const one = clock(asked, ...pauses)
          expect(waitedDays(one, now) + pausedDays(one, now)).toBe(
            workingDaysBetween(londonDate(at(asked)), londonDate(now)),
          )
          expect(waitedDays(one, now)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})

describe("help in the head of the record", () => {
  const who = { person: "p", name: "P" }
  const place = { organisation: "halton", phase: "NSW2", name: "Halton" }
  const asked = (number: number) =>
    newHelp({ ...place, number, what: "money", asks: "May we?" }, who, at("2018-01-08T10:00:00Z"))

  test("is what has no answer, by number, and nothing that was written", () => {
    const first = { ...newHead(place), help: helpInHead(newHead(place), asked(2)) }
    const both = { ...first, help: helpInHead(first, asked(1)) }
    expect(both.help.map(({ number }) => number)).toEqual([1, 2])
    expect(JSON.stringify(both.help)).not.toContain("May we?")
    const answered = { ...asked(1), answered: { by: who, at: "2018-01-09T10:00:00.000Z", says: "Yes." } }
    expect(helpInHead(both, answered).map(({ number }) => number)).toEqual([2])
  })

  test("goes on after the site has said more", () => {
    const back = { asks: "How many?", asked: { by: who, at: "2018-01-09T10:00:00.000Z" } }
    const paused = { ...asked(1), backs: [back] }
    expect(openBack(paused)).toEqual(back)
    const more = saidMore(paused, "Six.", who, at("2018-01-10T10:00:00Z"))
    expect([openBack(more), clockOf(more).pauses]).toEqual([
      undefined,
      [{ from: "2018-01-09T10:00:00.000Z", to: "2018-01-10T10:00:00.000Z" }],
    ])
  })

  test("is chased after the days that the department had it, and not while or because it stood still", () => {
    const back = { asks: "How many?", asked: { by: who, at: "2018-01-09T10:00:00.000Z" } }
    const headOf = (one: ReturnType<typeof asked>) => {
      const head = newHead(place)
      return { ...head, help: helpInHead(head, one) }
    }
    const days = (one: ReturnType<typeof asked>) => chasesOfCoaching(headOf(one)).map(({ day }) => day)
    expect(days(asked(1))).toEqual(["2018-01-16"])
    expect(days({ ...asked(1), backs: [back] })).toEqual([])
    const more = saidMore({ ...asked(1), backs: [back] }, "Six.", who, at("2018-01-12T10:00:00Z"))
    expect(days(more)).toEqual(["2018-01-19"])
  })
})
