import * as z from "zod"
import { atLondon, dayMomentWords, dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays, workingDaysBetween } from "../../values/working-days.ts"
import { leftWords } from "../calendar/window.ts"

/** Within how many working days the department answers what it is asked. */
export const replyWithin = 5

/**
 * The department's clock for one thing that it is asked. It stands still while the department waits for the site: what
 * was paused is told apart, and is nobody's delay.
 */
export const helpClock = z.object({
  askedAt: z.iso.datetime(),
  pauses: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime().optional() })),
  over: z.object({ at: z.iso.datetime(), as: z.enum(["answered", "withdrawn"]) }).optional(),
})
export type HelpClock = z.infer<typeof helpClock>

const dayOf = (instant: string): PlainDate => londonDate(new Date(instant))

/** Since when it has stood still, where it does. */
export const pausedSince = ({ pauses, over }: HelpClock): string | undefined =>
  over ? undefined : pauses.find(({ to }) => to === undefined)?.from

/** For how many working days it has stood still in all. */
export const pausedDays = ({ pauses, over }: HelpClock, at: Date): number =>
  pauses.reduce(
    (sum, { from, to }) => sum + workingDaysBetween(dayOf(from), dayOf(to ?? over?.at ?? at.toISOString())),
    0,
  )

/** For how many working days the department has had it, or had it until it was over. */
export const waitedDays = (clock: HelpClock, at: Date): number =>
  workingDaysBetween(dayOf(clock.askedAt), dayOf(clock.over?.at ?? at.toISOString())) - pausedDays(clock, at)

/** By when the department answers: 5pm of a working day, later by what was paused. */
export const replyBy = (clock: HelpClock, at: Date): Date =>
  atLondon(addWorkingDays(dayOf(clock.askedAt), replyWithin + pausedDays(clock, at)), "17:00")

/** Whether the department has had it for longer than it promised. One that stands still is not late. */
export const isOverdue = (clock: HelpClock, at: Date): boolean => {
  const end = clock.over ? new Date(clock.over.at) : at
  return pausedSince(clock) === undefined && end > replyBy(clock, at)
}

export const daysWords = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`

/** "waited 7 working days: 2 more than it should" */
const waitedWords = (clock: HelpClock, at: Date): string => {
  const days = waitedDays(clock, at)
  if (days > replyWithin) return `waited ${daysWords(days)}: ${days - replyWithin} more than it should`
  return isOverdue(clock, at)
    ? `waited ${daysWords(days)}, and some hours more than it should`
    : `waited ${daysWords(days)}`
}

/** Where it stands, in the words that both sides read. */
export const clockWords = (clock: HelpClock, at: Date): string => {
  const { askedAt, over } = clock
  const asked = `Asked on ${dayWords(dayOf(askedAt))}.`
  const paused = pausedSince(clock)
  if (over?.as === "withdrawn") return `WITHDRAWN on ${dayWords(dayOf(over.at))}. ${asked}`
  if (over) return `ANSWERED on ${dayWords(dayOf(over.at))}. ${asked} It ${waitedWords(clock, at)}.`
  if (paused)
    return `PAUSED since ${dayWords(dayOf(paused))}: the Department asked something back. ${asked} It has ${waitedWords(clock, at)} so far, and the clock goes on as soon as the site has said more.`
  const by = replyBy(clock, at)
  return isOverdue(clock, at)
    ? `NOT ANSWERED. ${asked} The Department was to answer by ${dayMomentWords(by)}. It has ${waitedWords(clock, at)}.`
    : `${asked} The Department answers by ${dayMomentWords(by)}, ${leftWords({ by: by.toISOString() }, at)}.`
}

/** What stood still, said apart: nothing where nothing did. */
export const pausedWords = (clock: HelpClock, at: Date): string | undefined =>
  clock.pauses.length === 0
    ? undefined
    : `Paused for ${daysWords(pausedDays(clock, at))} while the Department waited for the site: not counted.`
