import * as z from "zod"
import type { Criterion } from "./criterion.ts"
import { type Points, points, type Reading } from "./reading.ts"
import { compareExact, pointsIn, settledIn, totalOf } from "./total.ts"

/** A gap of this many points between two readers is too wide for a mean to mean anything. */
export const widestGap = 2

/** What has to be settled before anything is decided: criteria with too wide a gap, and readers on both sides of the line. */
export type ToSettle = { criteria: Criterion[]; acrossLine: boolean }

export const toSettle = (criteria: Criterion[], given: Points[], passLine?: number): ToSettle => ({
  criteria: criteria.filter(({ id }) => {
    const all = given.flatMap((one) => one[id] ?? [])
    return Math.max(...all) - Math.min(...all) >= widestGap
  }),
  acrossLine: passLine !== undefined && isAcross(criteria, given, passLine),
})

const isAcross = (criteria: Criterion[], given: Points[], passLine: number) => {
  const line = { over: passLine, under: 1 }
  const above = given.flatMap((one) => {
    const own = totalOf(criteria, [one])
    return own ? [compareExact(own.total, line) >= 0] : []
  })
  return above.includes(true) && above.includes(false)
}

/** Whether it must be moderated before it can be decided. */
export const needsModeration = (
  criteria: Criterion[],
  one: Pick<Reading, "readers" | "moderated">,
  passLine?: number,
): boolean => {
  const given = pointsIn(one)
  if (!given || settledIn(one)) return false
  const { criteria: wide, acrossLine } = toSettle(criteria, given, passLine)
  return wide.length > 0 || acrossLine
}

/** What the panel settled, with why: kept beside what the readers gave, which stands as they gave it. */
export const moderation = z.object({
  reference: z.string(),
  points,
  reasons: z.record(z.string(), z.string()),
  /** Why it stands where it does, where the readers were on both sides of the pass line. */
  because: z.string().optional(),
  by: z.object({ person: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})
export type Moderation = z.infer<typeof moderation>
