import * as z from "zod"
import { type Point, pointNames } from "../../../kinds/measures/measure.ts"
import { plainDate } from "../../../values/london.ts"
import { answerGroupNames } from "./groups.ts"
import { type AskedBy, askedBy } from "./questions.ts"

/**
 * What one person answered. Nothing in it says who: no name, no account, no address, and a day without its hour.
 * What was left blank has no key.
 */
export const answer = z.strictObject({
  organisation: z.string(),
  phase: z.string(),
  wave: z.string(),
  /** Which point of the evaluation the wave was for. */
  point: z.enum(pointNames as [Point, ...Point[]]),
  group: z.enum(answerGroupNames),
  id: z.string(),
  on: plainDate,
  by: z.enum(["link", "paper"]),
  /** An option of each question, by its id. */
  said: z.record(z.string(), z.string()),
  /** For the evaluator alone. */
  words: z.record(z.string(), z.string()).default({}),
  askedBy: z.enum(Object.keys(askedBy) as [AskedBy, ...AskedBy[]]).optional(),
})
export type Answer = z.infer<typeof answer>
