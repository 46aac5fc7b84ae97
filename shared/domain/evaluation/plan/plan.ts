import * as z from "zod"
import { sectionItem } from "../../submissions/submission.ts"

const who = z.object({ person: z.string(), name: z.string() })
const stamp = z.object({ by: who, at: z.iso.datetime() })

/** Whose word a version needs: both, in any order. */
export const evaluationSides = ["the site", "the evaluator"] as const
export type EvaluationSide = (typeof evaluationSides)[number]

/** What becomes of a version that was proposed, in the words of every list. */
export const evaluationFates = {
  proposed: "Proposed, not agreed yet",
  agreed: "Agreed by both",
  "not yet": "Not agreed: opened again",
  "taken back": "Taken back by its writers",
} as const
export type EvaluationFate = keyof typeof evaluationFates

const listed = stamp.extend({
  version: z.int(),
  hash: z.string(),
  fate: z.enum(Object.keys(evaluationFates) as [EvaluationFate, ...EvaluationFate[]]),
  agreements: z.array(stamp.extend({ side: z.enum(evaluationSides), hash: z.string() })),
  ended: stamp.optional(),
})
export type ListedEvaluation = z.infer<typeof listed>

/** A measure that the writers work on: its answers are a section of the draft, under its id. */
const entry = z.object({
  id: z.string(),
  /** The one of the library that filled its form. */
  library: z.string().optional(),
  /** The measure that it takes the place of, after the baseline. */
  takesPlaceOf: z.string().optional(),
})
export type MeasureEntry = z.infer<typeof entry>

/** Where the first draft came from. */
export const evaluationOrigins = {
  "plan before": "the evaluation plan of the phase before",
  promise: "what you promised in your expression of interest",
  nothing: "an empty page",
} as const
export type EvaluationOrigin = keyof typeof evaluationOrigins

/**
 * The evaluation plan of one site in one phase: the draft that site and evaluator share, and every version that was
 * proposed with what became of it. What counts is another record: `AgreedPlan`.
 */
export const evaluationPlan = z.object({
  id: z.literal("plan"),
  organisation: z.string(),
  phase: z.string(),
  state: z.enum(["draft", "proposed", "agreed"]),
  sections: z.record(z.string(), sectionItem),
  measures: z.array(entry),
  began: stamp.extend({
    from: z.enum(Object.keys(evaluationOrigins) as [EvaluationOrigin, ...EvaluationOrigin[]]),
  }),
  versions: z.array(listed),
  revision: z.int(),
})
export type EvaluationPlan = z.infer<typeof evaluationPlan>

type Versions = Pick<EvaluationPlan, "versions">

/** The version that counts: the last one that both agreed. */
export const agreedIn = ({ versions }: Versions) => versions.findLast(({ fate }) => fate === "agreed")

/** The version that waits for somebody's word. */
export const proposedIn = ({ versions }: Versions) => versions.findLast(({ fate }) => fate === "proposed")

/** Whose word a version still needs. */
export const wordsOwed = ({ agreements }: Pick<ListedEvaluation, "agreements">): EvaluationSide[] =>
  evaluationSides.filter((side) => !agreements.some((one) => one.side === side))

export const nextNumber = ({ versions }: Versions) => (versions.at(-1)?.version ?? 0) + 1

/** As many measures of its own as a site may have. */
export const mostMeasures = 8
/** As many as are enough to begin with. */
export const enoughMeasures = 3
