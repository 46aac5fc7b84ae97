import * as z from "zod"

/** A question about a round as it was asked, with where to ask back: for the coordinators, never for the public. */
export const askedQuestion = z.object({
  id: z.string(),
  round: z.string(),
  roundTitle: z.string(),
  question: z.string(),
  email: z.string(),
  at: z.iso.datetime(),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

/** How a question ended, and by whom. Who asked it is no longer kept here. */
const ended = askedQuestion.omit({ email: true }).extend({ endedAt: z.iso.datetime(), by: z.string() })

/** Published, under this number. */
export const answeredQuestion = ended.extend({ number: z.int() })
export type AnsweredQuestion = z.infer<typeof answeredQuestion>

/** Closed without publishing. The chain's event of this number holds the salted hash of the reason. */
export const unpublishedQuestion = ended.extend({ reason: z.string(), salt: z.string(), event: z.int() })
export type UnpublishedQuestion = z.infer<typeof unpublishedQuestion>

/** Tells whoever asked. It holds what everybody may read, and their address alone. */
export const answerLetter = z.object({
  letter: z.literal("question answered"),
  id: z.string(),
  round: z.string(),
  roundTitle: z.string(),
  question: z.string(),
  answer: z.string(),
  email: z.string(),
})
export type AnswerLetter = z.infer<typeof answerLetter>
