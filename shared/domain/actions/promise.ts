import * as z from "zod"
import { count } from "../../values/count.ts"

/**
 * What a site promised as it asked to take part, carried into the phase as it was sent: what is reported later is read
 * beside it. Amounts are pence.
 */
export const promise = z.object({
  organisation: z.string(),
  phase: z.string(),
  round: z.string(),
  reference: z.string(),
  version: z.int(),
  people: count.optional(),
  groups: z.array(z.string()),
  asked: z.int().optional(),
  awarded: z.int().optional(),
  answers: z.array(
    z.object({ section: z.string(), question: z.string(), label: z.string(), words: z.string() }),
  ),
  /** What it would measure, where the round asked. */
  measures: z.array(z.object({ indicator: z.string(), source: z.string().optional() })).optional(),
  at: z.iso.datetime(),
})
export type Promised = z.infer<typeof promise>
