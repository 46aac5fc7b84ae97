import { londonDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { Expected } from "../calendar/expected.ts"
import type { ListedRound } from "../calendar/round.ts"
import { returnsWaiting } from "../funding/overview.ts"
import type { Summary } from "../funding/summary.ts"
import { type ClockLine, clockLine, clocks } from "./clock-line.ts"
import { type HelpClock, isOverdue, pausedDays, pausedSince, waitedDays } from "./help-clock.ts"

type Asked = { clock: HelpClock }

/** Whether the department answers help in time. What was taken back counts for nothing. */
export const repliesLine = (over: readonly Asked[], waiting: readonly Asked[], at: Date): ClockLine => {
  const answered = over.filter(({ clock }) => clock.over?.as === "answered")
  const still = waiting.filter(({ clock }) => pausedSince(clock))
  return clockLine("replies", {
    kept: answered.filter(({ clock }) => !isOverdue(clock, at)).length,
    of: answered.length,
    open: waiting
      .filter((one) => !still.includes(one))
      .map(({ clock }) => ({ days: waitedDays(clock, at), late: isOverdue(clock, at) })),
    paused: {
      now: still.length,
      days: [...answered, ...waiting].reduce((sum, { clock }) => sum + pausedDays(clock, at), 0),
    },
  })
}

const between = (from: string, to: string | Date) =>
  workingDaysBetween(londonDate(new Date(from)), londonDate(new Date(to)))

/** Whether what sites sent about their money is accepted in time: of the version that was accepted. */
export const acceptedLine = (expected: readonly Expected[], at: Date): ClockLine => {
  const { within } = clocks.accepted
  const done = expected.flatMap(({ stands }) =>
    stands?.sentAt && stands.review?.accepted ? [between(stands.sentAt, stands.review.accepted.at)] : [],
  )
  const waiting = returnsWaiting(expected, at)
  return clockLine("accepted", {
    kept: done.filter((days) => days <= within).length,
    of: done.length,
    open: waiting.filter(({ asked }) => !asked).map(({ days }) => ({ days, late: days > within })),
    paused: { now: waiting.filter(({ asked }) => asked).length, days: 0 },
    besides:
      "Days on which a site was asked about a return that is accepted now are counted in: they are not kept apart.",
  })
}

/** Whether what was authorised is recorded as paid in time. */
export const paidLine = (accounts: readonly Pick<Summary, "payments">[], at: Date): ClockLine => {
  const { within } = clocks.paid
  const payments = accounts.flatMap((one) => one.payments)
  const done = payments.flatMap(({ authorisedAt, paidAt }) => (paidAt ? [between(authorisedAt, paidAt)] : []))
  return clockLine("paid", {
    kept: done.filter((days) => days <= within).length,
    of: done.length,
    open: payments
      .filter(({ paidAt }) => paidAt === undefined)
      .map(({ authorisedAt }) => between(authorisedAt, at))
      .map((days) => ({ days, late: days > within })),
  })
}

type Told = { round: string; at: string }

/**
 * Whether applicants heard by the day they were promised. `coming` are rounds whose phase has not begun: one of those
 * that nobody was told of is late after its day. What was told elsewhere, before this service, is not counted.
 */
export const toldLine = (
  { decided, coming }: { decided: readonly ListedRound[]; coming: readonly ListedRound[] },
  told: readonly Told[],
  at: Date,
): ClockLine => {
  const today = londonDate(at)
  const toldOf = (id: string) => told.find(({ round }) => round === id)
  const done = [...decided, ...coming].flatMap(({ id, decisionsBy }) => {
    const found = toldOf(id)
    return found ? [londonDate(new Date(found.at)) <= decisionsBy] : []
  })
  return clockLine("told", {
    kept: done.filter((inTime) => inTime).length,
    of: done.length,
    open: coming
      .filter(({ id, decisionsBy }) => decisionsBy < today && !toldOf(id))
      .map(({ decisionsBy }) => ({ days: workingDaysBetween(decisionsBy, today), late: true })),
  })
}
