import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { decisionWord } from "./decision-word.ts"

/** What has to be done, and by when, for a site to be funded. */
export const condition = z.object({ id: z.string(), text: z.string(), due: plainDate })
export type Condition = z.infer<typeof condition>

/** A decision about one expression of interest. Each is a version: the last counts, those before stay. */
export const decision = z.object({
  reference: z.string(),
  version: z.int(),
  decision: decisionWord,
  /** Pence. */
  amount: z.int().optional(),
  place: z.int().optional(),
  reason: z.string(),
  conditions: z.array(condition),
  /** How the views of members with lived experience were used, where there were any. */
  viewsUsed: z.string().optional(),
  /** Why it goes ahead although a criterion has a 0. */
  zeroBecause: z.string().optional(),
  /** Why it is more than they asked for. */
  overBecause: z.string().optional(),
  /** Why it is decided anew, where a decision stood before. */
  anewBecause: z.string().optional(),
  by: z.object({ person: z.string(), name: z.string() }),
  at: z.iso.datetime(),
})
export type Decision = z.infer<typeof decision>

/** What an applicant is told besides the decision: two strengths and two gaps. */
export const feedback = z.object({
  reference: z.string(),
  strengths: z.array(z.string()),
  gaps: z.array(z.string()),
  by: z.object({ person: z.string(), name: z.string() }),
  at: z.iso.datetime(),
  revision: z.int(),
})
export type Feedback = z.infer<typeof feedback>
