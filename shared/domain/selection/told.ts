import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { decisionWord } from "./decision-word.ts"

/** What an applicant reads once the round is told: made, read over and sealed before. */
export const toldDecision = z.object({
  reference: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  round: z.string(),
  roundTitle: z.string(),
  version: z.int(),
  decision: decisionWord,
  /** Pence. */
  amount: z.int().optional(),
  place: z.int().optional(),
  conditions: z.array(z.object({ id: z.string(), text: z.string(), due: plainDate })),
  /** What counts for each criterion, in words to two decimals, and the weighted total out of 100. */
  scores: z.array(z.object({ criterion: z.string(), weight: z.int(), score: z.string() })),
  total: z.string().optional(),
  strengths: z.array(z.string()),
  gaps: z.array(z.string()),
  caveats: z.array(z.string()),
  /** Why they could not apply, where they could not. */
  because: z.string().optional(),
  decidedOn: plainDate,
})
export type ToldDecision = z.infer<typeof toldDecision>

/** What opens the sealed letters of a round, there from the moment it is told. */
export const roundTold = z.object({ at: z.iso.datetime(), key: z.string() })
export type RoundTold = z.infer<typeof roundTold>
