import * as z from "zod"

/**
 * Where the evaluation of one site stands in one phase: what homes and lists read, and never a figure or a word of a
 * story. Each part is kept by the moves that change it, in the same write as their record.
 */
export const evaluationHead = z.object({
  organisation: z.string(),
  phase: z.string(),
  name: z.string(),
  plan: z
    .object({
      /** The version that both agreed last; 0 before any. */
      version: z.int(),
      agreedAt: z.iso.datetime().optional(),
      waitsFor: z.array(z.enum(["the site", "the evaluator"])),
      since: z.iso.datetime().optional(),
      draft: z.boolean(),
      lockedAt: z.iso.datetime().optional(),
    })
    .optional(),
  /** Stories that wait for the information-governance officer, oldest first. */
  storiesToCheck: z.array(z.object({ story: z.string(), since: z.iso.datetime() })).default([]),
  /** How many stories others may read now. */
  storiesShared: z.int().default(0),
  /** What the calendar has told of it, by its mark, and on which day. */
  told: z.record(z.string(), z.string()).optional(),
  revision: z.int(),
})
export type EvaluationHead = z.infer<typeof evaluationHead>

export const newEvaluationHead = (
  at: Pick<EvaluationHead, "organisation" | "phase" | "name">,
): EvaluationHead => evaluationHead.parse({ ...at, revision: 0 })

/** Everything that can happen in the evaluation of a site, in the words of its history. No title holds a word that anybody wrote. */
export const evaluationMoves = {
  "begin evaluation plan": "The evaluation plan was begun",
  "propose evaluation plan": "The evaluation plan was proposed for agreement",
  "comment on evaluation plan": "The evaluation plan was commented on",
  "deal with evaluation comment": "A comment on the evaluation plan was dealt with",
  "agree evaluation plan": "The evaluation plan was agreed",
  "not agree evaluation plan": "The evaluation plan was not agreed yet",
  "open evaluation plan": "The evaluation plan was opened for changes",
  "lock evaluation plan": "The measures were locked with the baseline",
  "import figures": "Figures that were kept elsewhere were taken over",
  "release figure": "A figure was released",
  "take release back": "A release of a figure was taken back",
  "write one page": "The council’s one page was changed",
  "take board question": "A question from the Board was made an action",
  "write story": "A story was begun",
  "ask about story": "A person was asked about their story",
  "send story": "A story was given to the information-governance officer",
  "share story": "A story was checked, and may be read by others",
  "keep story": "A story was checked, and is not to be read by others",
  "change story": "A story was changed",
  "agree to more": "A person was asked again about their story",
  "widen story": "An officer said why more people may read a story",
  "withdraw story": "A story was withdrawn",
} as const
export type EvaluationMove = keyof typeof evaluationMoves
