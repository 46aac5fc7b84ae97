import * as z from "zod"

const who = z.object({ person: z.string(), name: z.string() })

/** Which returns are asked about, by whoever reads them: the department of the money, the evaluators of the evaluation. */
export type AskedOf = "the money" | "the evaluation"

/**
 * A question of whoever reads a return about what was sent: about one line, one section or all of it. It lives longer
 * than the return: one that is open when that is accepted is carried into the next.
 */
export const figureQuestion = z.object({
  organisation: z.string(),
  phase: z.string(),
  /** Of the money where it does not say so. */
  of: z.literal("the evaluation").optional(),
  number: z.int(),
  /** The return it was asked about, and the version that was read. */
  round: z.string(),
  reference: z.string(),
  version: z.int(),
  title: z.string(),
  /** What it is about: `part` is a row, or a row and a column, of the answer. */
  about: z
    .object({
      section: z.string(),
      question: z.string().optional(),
      part: z.string().optional(),
      label: z.string(),
    })
    .optional(),
  text: z.string(),
  asked: z.object({ by: who, at: z.iso.datetime() }),
  answerBy: z.iso.datetime(),
  answer: z.object({ text: z.string(), by: who, at: z.iso.datetime() }).optional(),
  /** Closed by whoever may ask; `value` is what stood there then, so that a change since can be seen. */
  closed: z
    .object({ by: who, at: z.iso.datetime(), version: z.int(), value: z.json().optional() })
    .optional(),
  /** The return into which it was carried. */
  carried: z.string().optional(),
  revision: z.int(),
})
export type FigureQuestion = z.infer<typeof figureQuestion>

export const questionStates = {
  open: "Open",
  answered: "Answered",
  closed: "Closed",
  "changed since": "Closed, and changed since",
} as const
export type QuestionState = keyof typeof questionStates
