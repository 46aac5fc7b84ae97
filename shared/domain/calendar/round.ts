import * as z from "zod"
import { kindIds } from "../../kinds/index.ts"
import { plainDate } from "../../values/london.ts"
import { standingIn, type Window } from "./window.ts"

const line = z.strictObject({ id: z.string(), label: z.string() })

/** How the expressions of interest of a round are read. `passLine` is in points out of 100. */
export const readingRules = z.object({
  /** Nobody reads one before the round closes. */
  sealed: z.boolean(),
  readers: z.int(),
  passLine: z.int().optional(),
  /** Whether the selection panel may ask an applicant about a section. */
  questions: z.boolean(),
})
export type ReadingRules = z.infer<typeof readingRules>

/** Sealed until the close, two readers each, no pass line, no questions: unless the round says otherwise. */
export const rulesOf = ({ reading }: Pick<Round, "reading">): ReadingRules =>
  reading ?? { sealed: true, readers: 2, questions: false }

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
  weights: z.array(z.object({ criterion: z.string(), weight: z.int(), guidance: z.string().optional() })),
  /** How what is sent is read: see `rulesOf`. */
  reading: readingRules.optional(),
  sections: z.array(z.object({ id: z.string(), because: z.string() })),
  signatures: z.array(z.object({ role: z.string(), because: z.string() })),
  quarters: z.array(line),
  startsBetween: z.strictObject({ from: plainDate, to: plainDate }),
  partnerships: z.boolean(),
  /** Organisation kinds that may lead. */
  mayLead: z.array(z.string()),
  barred: z.array(z.object({ organisation: z.string(), because: z.string() })),
  /** The last day on which the money may be spent. */
  spentBy: plainDate.optional(),
  /** Why it is open for so few days, or asks so much for the money: where it is, and does. */
  reasons: z.object({ short: z.string().optional(), heavy: z.string().optional() }).optional(),
  /** What was moved after it opened, oldest first. */
  changed: z.array(z.object({ at: z.iso.datetime(), what: z.string(), because: z.string() })).optional(),
  /** Words where the facts are published, and where they are. */
  sources: z.array(z.string()).default([]),
  invented: z.boolean().default(false),
})
export type Round = z.infer<typeof round>

/** A round of expressions of interest closes: nothing is late in it. */
export const windowOf = ({ opens, closes }: Pick<Round, "opens" | "closes">): Window => ({
  rule: "closes",
  opens,
  by: closes,
})

/** The closing instant itself is closed. */
export const standingOf = (
  round: Pick<Round, "opens" | "closes">,
  at: Date,
): "not open yet" | "open" | "closed" => {
  const standing = standingIn(windowOf(round), at)
  return standing === "late" ? "open" : standing
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
  reading: true,
})
export type ListedRound = z.infer<typeof listedRound>
