import { describe, expect, test } from "vitest"
import type { ListedRound } from "../../shared/domain/calendar/round.ts"
import {
  acceptedLine,
  paidLine,
  repliesLine,
  toldLine,
} from "../../shared/domain/coaching/clock-department.ts"
import {
  answeredLine,
  plansLine,
  returnsLine,
  sharedLine,
  type Timed,
} from "../../shared/domain/coaching/clock-sites.ts"
import type { HelpClock } from "../../shared/domain/coaching/help-clock.ts"
import { at, december, inRound, sentAt } from "./calendar-given.ts"

const by = { by: { person: "p", name: "P" } }

describe("the department’s own clocks", () => {
  const answered = (askedAt: string, answeredAt: string, pauses: HelpClock["pauses"] = []) => ({
    clock: { askedAt, pauses, over: { at: answeredAt, as: "answered" as const } },
  })

  test("count an answer as in time only where it was, and what was paused for nobody", () => {
    const line = repliesLine(
      [
        answered("2018-01-08T10:00:00.000Z", "2018-01-15T16:59:00.000Z"),
        answered("2018-01-08T10:00:00.000Z", "2018-01-16T09:00:00.000Z"),
        answered("2018-01-08T10:00:00.000Z", "2018-01-17T09:00:00.000Z", [
          { from: "2018-01-09T10:00:00.000Z", to: "2018-01-12T10:00:00.000Z" },
        ]),
        {
          clock: {
            askedAt: "2018-01-08T10:00:00.000Z",
            pauses: [],
            over: { at: "2018-01-09T10:00:00.000Z", as: "withdrawn" },
          },
        },
      ],
      [{ clock: { askedAt: "2018-01-08T10:00:00.000Z", pauses: [] } }],
      at("2018-01-19T09:00:00Z"),
    )
    expect(line).toEqual({
      clock: "replies",
      kept: 2,
      of: 3,
      open: 1,
      late: 1,
      oldest: 9,
      paused: { now: 0, days: 3 },
      says: "Answered within 5 working days: 2 of 3 requests for help. 1 waits, 9 working days old: 4 more than it should. Paused in all: 3 working days, not counted.",
    })
  })

  test("count a return from when its version was sent to when it was accepted", () => {
    const accepted = (sent: string, on: string) =>
      sentAt(sent, {
        state: "accepted",
        review: { open: [], answered: 0, accepted: { by: { person: "p", name: "P" }, at: on, version: 1 } },
      } as never)
    const asking = {
      open: [{ number: 1, askedAt: "2018-01-23T09:00:00.000Z", answerBy: "2018-01-30T17:00:00.000Z" }],
      answered: 0,
    }
    const line = acceptedLine(
      inRound(december, {
        halton: { stands: accepted("2018-01-19T10:00:00.000Z", "2018-02-02T10:00:00.000Z") },
        bradford: { stands: accepted("2018-01-19T10:00:00.000Z", "2018-02-05T10:00:00.000Z") },
        sheffield: { stands: sentAt("2018-01-19T10:00:00.000Z") },
        liverpool: { stands: sentAt("2018-01-19T10:00:00.000Z", { review: asking }) },
      }),
      at("2018-02-05T12:00:00Z"),
    )
    expect([line.kept, line.of, line.open, line.late, line.oldest, line.paused?.now]).toEqual([
      1, 2, 1, 1, 11, 1,
    ])
    expect(line.says).toContain("1 of 2 returns about money.")
    expect(line.says).toContain("they are not kept apart.")
  })

  test("count a payment from when it was authorised to when it was recorded as paid", () => {
    const line = paidLine(
      [
        {
          payments: [
            { authorisedAt: "2017-10-02T10:00:00.000Z", paidAt: "2017-10-16T10:00:00.000Z" },
            { authorisedAt: "2017-10-02T10:00:00.000Z", paidAt: "2017-10-17T10:00:00.000Z" },
          ],
        },
        { payments: [{ authorisedAt: "2017-10-16T10:00:00.000Z" }] },
      ],
      at("2017-10-17T12:00:00Z"),
    )
    expect(line.says).toBe(
      "Recorded as paid within 10 working days of being authorised: 1 of 2 payments. 1 waits, 1 working day old.",
    )
  })

  test("count a round as told by its day, and one that is to come as late after it", () => {
    const round = (id: string, decisionsBy: string) => ({ id, decisionsBy }) as ListedRound
    const line = toldLine(
      {
        decided: [round("a", "2017-09-15"), round("b", "2017-09-15"), round("c", "2017-09-15")],
        coming: [round("d", "2018-01-12")],
      },
      [
        { round: "a", at: "2017-09-15T16:00:00.000Z" },
        { round: "b", at: "2017-09-18T08:00:00.000Z" },
      ],
      at("2018-01-16T09:00:00Z"),
    )
    expect(line.says).toBe(
      "Told by the day that was promised: 1 of 2 rounds of decisions. 1 waits, 2 working days late.",
    )
  })
})

describe("the clocks of sites and of those who support them", () => {
  const session = (on: string, more: Partial<Timed> = {}): Timed => ({
    state: "held",
    on,
    version: 0,
    ...more,
  })
  const shared = (on: string, sharedAt: string, more: Partial<Timed> = {}) =>
    session(on, { state: "shared", version: 1, shared: { at: sharedAt }, ...more })
  const now = at("2018-01-16T09:00:00Z")

  test("count a session as shared in time up to the third working day", () => {
    const line = sharedLine(
      [
        shared("2018-01-04", "2018-01-09T20:00:00.000Z"),
        shared("2018-01-04", "2018-01-10T08:00:00.000Z"),
        shared("2018-01-04", "2018-01-12T08:00:00.000Z", { version: 2 }),
        session("2018-01-09"),
        session("2017-01-09", { imported: { source: "x", row: "1" } }),
        session("2018-01-25", { state: "planned" }),
      ],
      now,
    )
    expect(line.says).toBe(
      "Shared within 3 working days of being held: 1 of 2 sessions. 1 waits, 5 working days old: 2 more than it should. Those that were shared a second time are left out: the day of the first is not kept.",
    )
  })

  test("never count silence as an answer, nor what only can be commented on", () => {
    const asked = (answerBy: string, more: Partial<Timed> = {}) =>
      shared("2017-12-12", "2017-12-14T10:00:00.000Z", { answerBy, ...more })
    const line = answeredLine(
      [
        asked("2018-01-02"),
        asked("2018-01-02", { state: "closed" }),
        asked("2018-01-02", { state: "agreed", answered: { at: "2018-01-02T17:00:00.000Z" } }),
        asked("2018-01-02", { state: "agreed", answered: { at: "2018-01-03T09:00:00.000Z" } }),
        asked("2018-01-26", { asked: "2018-01-12T10:00:00.000Z" }),
        shared("2017-12-12", "2017-12-14T10:00:00.000Z"),
      ],
      now,
    )
    expect([line.kept, line.of, line.open, line.late, line.oldest]).toEqual([1, 4, 2, 1, 20])
  })

  test("count a return as in time by its day as it stands, and leave out what is not due", () => {
    const later = at("2018-01-24T09:00:00Z")
    const all = inRound(december, {
      halton: { stands: sentAt("2018-01-22T16:59:00.000Z") },
      bradford: { stands: sentAt("2018-01-22T17:01:00.000Z") },
      sheffield: { stands: sentAt("2018-01-24T08:00:00.000Z"), by: "2018-01-29T17:00:00.000Z" },
      shropshire: { notNeeded: { because: "It began in January.", ...by, at: "2018-01-02T09:00:00.000Z" } },
      liverpool: { by: "2018-01-29T17:00:00.000Z" },
    })
    const line = returnsLine(all, later)
    expect(line.says).toBe("Sent in time: 2 of 4 returns. 1 waits, 2 working days late.")
    expect(returnsLine(all, at("2018-01-16T09:00:00Z")).of).toBe(3)
  })

  test("count plans as agreed by both, of every site there is", () => {
    const line = plansLine([{ plan: undefined }, { plan: { version: 1, waitsFor: [], draft: false } }], now)
    expect(line.says).toBe("Agreed by both sides: 1 of 2 pilot plans.")
  })

  test("say of one thing that it is one", () => {
    expect(sharedLine([shared("2018-01-04", "2018-01-05T08:00:00.000Z")], now).says).toBe(
      "Shared within 3 working days of being held: 1 of 1 session.",
    )
  })
})
