import * as z from "zod"
import { measure } from "../../kinds/measures/measure.ts"

/**
 * The plan that counts: the last that the site and the evaluator both agreed, with its measures in the order of its
 * pages. Returns, tallies and analyses read this and nothing else of a plan.
 */
export const agreedPlan = z.object({
  organisation: z.string(),
  phase: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  hash: z.string(),
  /** Core measures that are asked, then those of the library and the site's own. */
  measures: z.array(measure),
  /** Core measures that do not fit the group, with why. */
  notOurGroup: z.record(z.string(), z.string()),
  /** Since the baseline was accepted: a definition does not change any more. */
  lockedAt: z.iso.datetime().optional(),
  revision: z.int(),
})
export type AgreedPlan = z.infer<typeof agreedPlan>
