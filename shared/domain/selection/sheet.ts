import * as z from "zod"

/** One score with its reason, as far as it is written. */
const scored = z.object({ score: z.int().optional(), because: z.string().optional() })

/** A reader's own sheet as it stands: nobody else's business before it is sent, and never changed by anybody else. */
export const sheet = z.object({
  reference: z.string(),
  person: z.string(),
  scores: z.record(z.string(), scored),
  /** How often it was sent; what was sent stays. */
  version: z.int(),
  at: z.iso.datetime(),
  revision: z.int(),
})
export type Sheet = z.infer<typeof sheet>

/** A sheet as it was sent. */
export const sentSheet = z.object({
  reference: z.string(),
  person: z.string(),
  name: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  scores: z.record(z.string(), z.object({ score: z.int(), because: z.string() })),
})
export type SentSheet = z.infer<typeof sentSheet>

/** A justification is at least so many words, and at most. */
export const because = { least: 30, most: 200 }
