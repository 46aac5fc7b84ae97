import * as z from "zod"
import { plainDate } from "../../values/london.ts"

/** Pence by row of the form that applies: a head of cost. */
export const amounts = z.record(z.string(), z.int().min(0))
export type Amounts = z.infer<typeof amounts>

/**
 * When an award is to be spent, and on what: pence by quarter of the financial year (known by its last day) and head of
 * cost. It comes to the whole award.
 */
export const profile = z.array(z.object({ to: plainDate, amounts })).min(1)
export type Profile = z.infer<typeof profile>

export const sumOf = (given: Amounts): number => Object.values(given).reduce((sum, one) => sum + one, 0)

export const profileTotal = (one: Profile): number =>
  one.reduce((sum, { amounts }) => sum + sumOf(amounts), 0)
