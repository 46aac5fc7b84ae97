import * as z from "zod"
import { Refused } from "../refused.ts"
import { type Month, month } from "./going-month.ts"

/** The five-point scale, from the best. */
export const ratings = {
  green: "Green",
  "amber-green": "Amber/Green",
  amber: "Amber",
  "amber-red": "Amber/Red",
  red: "Red",
} as const
export type Rating = keyof typeof ratings
export const ratingNames = Object.keys(ratings) as [Rating, ...Rating[]]
export const rating = z.enum(ratingNames)
export const isRating = (given: unknown): given is Rating => rating.safeParse(given).success

/** What is rated. */
export const areas = { delivery: "Delivery", people: "People", spend: "Spend" } as const
export type AreaName = keyof typeof areas
export const areaNames = Object.keys(areas) as AreaName[]

/** How far it moved on the scale, whichever way. */
const steps = (now: Rating, last: Rating) => Math.abs(ratingNames.indexOf(now) - ratingNames.indexOf(last))

/** Red, or a move of two steps or more since the last time: a reason and an action are owed. */
export const owes = (now: Rating, last: Rating | undefined): boolean =>
  now === "red" || (last !== undefined && steps(now, last) >= 2)

const who = z.object({ person: z.string(), name: z.string() })
const stamp = { by: who, at: z.iso.datetime() }

export const rated = z.object({ is: rating, because: z.string().optional(), action: z.string().optional() })
const given = z.object({ delivery: rated, people: rated, spend: rated })
export type Given = z.infer<typeof given>
export type Rated = z.infer<typeof rated>

const comment = z.object({ text: z.string(), ...stamp })

/** The coach's ratings of a month, and what the site answers. The id is the month; what was changed is kept. */
export const ratedMonth = z.object({
  id: month,
  organisation: z.string(),
  phase: z.string(),
  now: given,
  ...stamp,
  before: z.array(z.object({ now: given, ...stamp })).default([]),
  answer: comment.optional(),
  answersBefore: z.array(comment).default([]),
  revision: z.int(),
})
export type RatedMonth = z.infer<typeof ratedMonth>

/** The most times that the ratings of a month are changed, and that they are answered. */
const mostChanges = 20

const enough = (count: number) => {
  if (count > mostChanges)
    throw new Refused("not possible now", {
      says: `This was changed ${mostChanges} times already. What was said last stands.`,
    })
}

type At = Pick<RatedMonth, "id" | "organisation" | "phase">
type By = z.infer<typeof who>

export const withRatings = (
  at: At,
  had: RatedMonth | undefined,
  now: Given,
  by: By,
  when: Date,
): RatedMonth => {
  const before = had ? [...had.before, { now: had.now, by: had.by, at: had.at }] : []
  enough(before.length)
  return {
    ...(had ?? { ...at, answersBefore: [], revision: 0 }),
    now,
    by,
    at: when.toISOString(),
    before,
  }
}

export const withAnswer = (one: RatedMonth, text: string, by: By, when: Date): RatedMonth => {
  const answersBefore = one.answer ? [...one.answersBefore, one.answer] : one.answersBefore
  enough(answersBefore.length)
  return { ...one, answer: { text, by, at: when.toISOString() }, answersBefore }
}

/** The ratings that stand beside those of a month: the last that were given for an earlier one. */
export const lastRated = (all: readonly RatedMonth[], before: Month): RatedMonth | undefined =>
  all
    .filter(({ id }) => id < before)
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .at(-1)
