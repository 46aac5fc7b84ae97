import * as z from "zod"

const who = z.object({ person: z.string(), name: z.string() })

/** A note of the selection panel about one expression of interest: kept, never changed, and reachable under FOI. */
export const panelNote = z.object({
  reference: z.string(),
  number: z.int(),
  text: z.string(),
  by: who,
  at: z.iso.datetime(),
})
export type PanelNote = z.infer<typeof panelNote>

export const faces = { good: "I like it", unsure: "I am not sure", "not good": "I do not like it" } as const
export type Face = keyof typeof faces

/** What a member with lived experience thinks: a face, and words. */
export const panelView = z.object({
  reference: z.string(),
  face: z.enum(Object.keys(faces) as [Face, ...Face[]]),
  words: z.string(),
  by: who,
  at: z.iso.datetime(),
  revision: z.int(),
})
export type PanelView = z.infer<typeof panelView>

/** What the panel asks an applicant about a section, and what they answered: both sides read it. */
export const panelQuestion = z.object({
  organisation: z.string(),
  reference: z.string(),
  round: z.string(),
  number: z.int(),
  /** The version that is read. */
  version: z.int(),
  section: z.string(),
  sectionTitle: z.string(),
  question: z.string(),
  askedAt: z.iso.datetime(),
  answerBy: z.iso.datetime(),
  answer: z.object({ text: z.string(), by: who, at: z.iso.datetime() }).optional(),
  revision: z.int(),
})
export type PanelQuestion = z.infer<typeof panelQuestion>
