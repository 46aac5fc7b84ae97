import { londonDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { cellOf } from "../calendar/board.ts"
import type { Expected } from "../calendar/expected.ts"
import { type ClockLine, clockLine, clocks } from "./clock-line.ts"
import type { Head } from "./head.ts"

/** What a clock needs of a session: nothing of what was said. */
export type Timed = {
  state: string
  on: string
  version: number
  shared?: { at: string }
  answered?: { at: string }
  asked?: string
  answerBy?: string
  /** Taken over from elsewhere, where other clocks ran. */
  imported?: unknown
}

const dayOf = (instant: string) => londonDate(new Date(instant))

/** Whether what was written up reaches the site in time. What was shared again is left out: the first day is not kept. */
export const sharedLine = (all: readonly Timed[], at: Date): ClockLine => {
  const { within } = clocks.shared
  const sessions = all.filter(({ imported }) => imported === undefined)
  const done = sessions.flatMap(({ on, version, shared }) =>
    shared && version === 1 ? [workingDaysBetween(on, dayOf(shared.at))] : [],
  )
  const again = sessions.some(({ version }) => version > 1)
  return clockLine("shared", {
    kept: done.filter((days) => days <= within).length,
    of: done.length,
    open: sessions
      .filter(({ state }) => state === "held")
      .map(({ on }) => workingDaysBetween(on, londonDate(at)))
      .map((days) => ({ days, late: days > within })),
    ...(again && {
      besides: "Those that were shared a second time are left out: the day of the first is not kept.",
    }),
  })
}

/** Whether a site answers in time what it is asked to agree. What only can be commented on is not counted. */
export const answeredLine = (sessions: readonly Timed[], at: Date): ClockLine => {
  const today = londonDate(at)
  const asked = sessions.flatMap(({ shared, answerBy, ...one }) =>
    shared && answerBy ? [{ ...one, answerBy, since: one.asked ?? shared.at }] : [],
  )
  const open = asked.filter(({ answered, state }) => !answered && state === "shared")
  const due = asked.filter((one) => one.answered || one.answerBy < today)
  return clockLine("answered", {
    kept: due.filter(({ answered, answerBy }) => answered && dayOf(answered.at) <= answerBy).length,
    of: due.length,
    open: open.map(({ since, answerBy }) => ({
      days: workingDaysBetween(dayOf(since), today),
      late: answerBy < today,
    })),
  })
}

const settled = ["reported", "nil", "accepted", "sent back"]

/** Whether a site sends what it owes in time: what was due, and what was sent before it was. */
export const returnsLine = (expected: readonly Expected[], at: Date): ClockLine => {
  const cells = expected.filter(({ owed }) => owed).map((one) => cellOf(one, at))
  const sent = cells.filter(({ state }) => settled.includes(state))
  const missing = cells.filter(({ state }) => state === "missing" || state === "not received")
  const inTime = sent.filter(({ one }) => (one.stands?.firstSentAt ?? one.stands?.sentAt ?? "") < one.by)
  return clockLine("returns", {
    kept: inTime.length,
    of: sent.length + missing.length,
    open: missing
      .filter(({ state }) => state === "missing")
      .map(({ daysLate }) => ({ days: daysLate, late: true })),
  })
}

/** Whether each site has a plan that both sides agreed. */
export const plansLine = (heads: readonly Pick<Head, "plan">[], at: Date): ClockLine =>
  clockLine("plans", {
    kept: heads.filter(({ plan }) => (plan?.version ?? 0) > 0).length,
    of: heads.length,
    open: heads.flatMap(({ plan }) =>
      plan?.since && plan.waitsFor.includes("the programme")
        ? [{ days: workingDaysBetween(dayOf(plan.since), londonDate(at)), late: false }]
        : [],
    ),
  })
