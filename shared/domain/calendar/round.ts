import * as z from "zod"
import { kindIds } from "../../kinds/index.ts"
import { plainDate } from "../../values/london.ts"

const line = z.strictObject({ id: z.string(), label: z.string() })

/**
 * A round of expressions of interest, as everybody may know it. Amounts are pence. `opens` and `closes`
 * are instants: open from the first, closed at the second.
 */
export const round = z.object({
  id: z.string(),
  programme: z.string(),
  kind: z.enum(kindIds),
  /** The first part of its references. */
  phase: z.string(),
  title: z.string(),
  about: z.array(z.string()),
  opens: z.iso.datetime(),
  closes: z.iso.datetime(),
  /** The last day to ask a question about the round. */
  questionsUntil: plainDate,
  /** When decisions come. */
  decisionsBy: plainDate,
  ceiling: z.int(),
  envelope: z.int().optional(),
  weights: z.array(z.object({ criterion: z.string(), weight: z.int() })),
  sections: z.array(z.object({ id: z.string(), because: z.string() })),
  signatures: z.array(z.object({ role: z.string(), because: z.string() })),
  quarters: z.array(line),
  startsBetween: z.strictObject({ from: plainDate, to: plainDate }),
  partnerships: z.boolean(),
  /** Organisation kinds that may lead. */
  mayLead: z.array(z.string()),
  barred: z.array(z.object({ organisation: z.string(), because: z.string() })),
  /** Words where the facts are published, and where they are. */
  sources: z.array(z.string()).default([]),
  invented: z.boolean().default(false),
})
export type Round = z.infer<typeof round>

export type Standing = "not open yet" | "open" | "closed"

/** Open, closed and late come from here alone. The closing instant itself is closed. */
export const standingOf = ({ opens, closes }: Pick<Round, "opens" | "closes">, at: Date): Standing => {
  if (at.getTime() < new Date(opens).getTime()) return "not open yet"
  return at.getTime() < new Date(closes).getTime() ? "open" : "closed"
}

/** A question that somebody asked about a round, with its answer: published to all, without the asker. */
export const publishedAnswer = z.object({
  number: z.int(),
  question: z.string(),
  answer: z.string(),
  at: z.iso.datetime(),
})
export type PublishedAnswer = z.infer<typeof publishedAnswer>

/** What lists and sentences need of a round. */
export const listedRound = round.pick({
  id: true,
  programme: true,
  phase: true,
  kind: true,
  title: true,
  opens: true,
  closes: true,
  decisionsBy: true,
})
export type ListedRound = z.infer<typeof listedRound>
