import * as z from "zod"
import { dateWords, dayMomentWords, londonDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"

/**
 * When something may be sent, as instants and a rule. What *closes* takes nothing from `by` on; what is *due*
 * is late from `by` on and taken until it `locks`.
 */
export const window = z.object({
  rule: z.enum(["closes", "due"]),
  opens: z.iso.datetime(),
  by: z.iso.datetime(),
  locks: z.iso.datetime().optional(),
  /** It closes later for this one alone, which was let be late. */
  afterClose: z.literal(true).optional(),
})
export type Window = z.infer<typeof window>

export type Standing = "not open yet" | "open" | "late" | "closed"

/** Open, closed, due and late come from here alone. An instant belongs to what begins at it. */
export const standingIn = ({ rule, opens, by, locks }: Window, at: Date): Standing => {
  const now = at.getTime()
  if (now < new Date(opens).getTime()) return "not open yet"
  if (now < new Date(by).getTime()) return "open"
  if (rule === "closes") return "closed"
  return locks === undefined || now < new Date(locks).getTime() ? "late" : "closed"
}

/** Whether it can be sent now, in time or late. */
export const isTaken = (one: Window, at: Date) => ["open", "late"].includes(standingIn(one, at))

/** Whole working days after the day it was due; none where it was sent on that day or before. */
export const workingDaysLate = ({ by }: Pick<Window, "by">, sent: Date): number =>
  sent.getTime() < new Date(by).getTime() ? 0 : workingDaysBetween(londonDate(new Date(by)), londonDate(sent))

/** "2 working days late", "less than a working day late", or nothing where it was in time. */
export const lateWords = (one: Pick<Window, "by">, sent: Date): string => {
  if (sent.getTime() < new Date(one.by).getTime()) return ""
  const days = workingDaysLate(one, sent)
  if (days === 0) return "less than a working day late"
  return `${days} working ${days === 1 ? "day" : "days"} late`
}

/** "today", "in 1 working day", "in 4 working days"; "before the next working day" where none begins before it. */
export const leftWords = ({ by }: Pick<Window, "by">, at: Date): string => {
  const days = workingDaysBetween(londonDate(at), londonDate(new Date(by)))
  if (days <= 0) return londonDate(at) === londonDate(new Date(by)) ? "today" : "before the next working day"
  return days === 1 ? "in 1 working day" : `in ${days} working days`
}

/** Until when, as one sentence: "Due at 5pm on Monday 22 January 2018, in 4 working days." */
export const untilWords = (one: Window, at: Date): string => {
  const by = dayMomentWords(new Date(one.by))
  const closes = one.rule === "closes"
  if (one.afterClose)
    return isTaken(one, at)
      ? `The round has closed. You may send this late, until ${by}, ${leftWords(one, at)}.`
      : `The round has closed, and so has the time that you were given: it ended at ${by}.`
  switch (standingIn(one, at)) {
    case "not open yet":
      return `Opens on ${dateWords(londonDate(new Date(one.opens)))}. ${closes ? "The round closes" : "Due"} at ${by}.`
    case "open":
      return `${closes ? "The round closes" : "Due"} at ${by}, ${leftWords(one, at)}.`
    case "late":
      return `It was due at ${by}: ${lateWords(one, at)}. It can still be sent${one.locks ? ` until ${dayMomentWords(new Date(one.locks))}` : ""}.`
    case "closed":
      return closes
        ? `The round closed at ${by}.`
        : `It was due at ${by}, and cannot be sent here any longer: telephone us.`
  }
}
