import * as z from "zod"
import { states } from "../../form/workflow.ts"
import { kindIds } from "../../kinds/index.ts"
import type { Json } from "../../values/canonical.ts"

const by = z.object({ person: z.string(), name: z.string() })
export type By = z.infer<typeof by>

const json = z.custom<Json>((value) => value !== undefined)

/** Somebody's word on what they read: it holds as long as what it covers has this hash. */
export const signature = z.object({ role: z.string(), by, at: z.iso.datetime(), hash: z.string() })
export type Signature = z.infer<typeof signature>

/** What the department has done about what was sent: who reads it, and which of its questions wait for an answer. */
export const review = z.object({
  looked: z.object({ by, at: z.iso.datetime() }).optional(),
  /** The coordinators’ word that it is complete: of this version alone. */
  checked: z.object({ by, at: z.iso.datetime(), version: z.int() }).optional(),
  /** Questions that wait for the site, by number. */
  open: z.array(z.object({ number: z.int(), askedAt: z.iso.datetime(), answerBy: z.iso.datetime() })),
  /** Questions that are answered and not closed. */
  answered: z.int(),
  accepted: z.object({ by, at: z.iso.datetime(), version: z.int() }).optional(),
})
export type Review = z.infer<typeof review>

/** Opened for changes in some sections alone, by somebody else than its writers. */
export const back = z.object({
  move: z.enum(["decline", "send back", "reopen"]),
  sections: z.array(z.object({ id: z.string(), title: z.string() })),
  note: z.string(),
  by,
  at: z.iso.datetime(),
})
export type Back = z.infer<typeof back>

/** A figure that a signatory would put in place of another: its writers take it, or do not. */
export const suggestion = z.object({
  section: z.string(),
  question: z.string(),
  /** The place in the answer, where it has several: a row and a column. */
  part: z.string().optional(),
  label: z.string(),
  /** Pence. */
  before: z.int(),
  after: z.int(),
  note: z.string(),
  by,
  at: z.iso.datetime(),
})
export type Suggestion = z.infer<typeof suggestion>

/**
 * The small head of a submission. `revision` counts saves, `version` counts sendings, `edition` is the
 * question set. The last event's number and hash are here, so that the chain grows with the record.
 */
export const head = z.object({
  reference: z.string(),
  kind: z.enum(kindIds),
  edition: z.int(),
  organisation: z.string(),
  round: z.string(),
  title: z.string(),
  /** A statement that there is nothing to report, in place of the form. */
  nil: z.literal(true).optional(),
  state: z.enum(states),
  revision: z.int(),
  version: z.int(),
  /** When it was begun, then its reference: the order of lists. */
  opened: z.string(),
  changedAt: z.iso.datetime(),
  changedBy: by,
  events: z.object({ number: z.int(), hash: z.string() }),
  signatures: z.array(signature),
  /** Roles whose signature is still wanted, with who held them when it was asked for, and since when. */
  waitingFor: z.array(z.object({ role: z.string(), name: z.string().optional() })),
  waitingSince: z.iso.datetime().optional(),
  sentAt: z.iso.datetime().optional(),
  /** When the first version was sent. */
  firstSentAt: z.iso.datetime().optional(),
  sentBy: by.optional(),
  late: z.object({ askedAt: z.iso.datetime(), by }).optional(),
  declined: z.object({ by, at: z.iso.datetime(), note: z.string() }).optional(),
  /** Who has written in it since it was begun, where a signatory must not have. */
  writers: z.array(z.string()).optional(),
  review: review.optional(),
  back: back.optional(),
  suggestions: z.array(suggestion).optional(),
})
export type Head = z.infer<typeof head>

/** What a list needs of a head. */
export const shelved = head.pick({
  reference: true,
  kind: true,
  nil: true,
  state: true,
  round: true,
  title: true,
  revision: true,
  version: true,
  changedAt: true,
  changedBy: true,
  sentAt: true,
  waitingFor: true,
  waitingSince: true,
  opened: true,
  review: true,
  back: true,
})
export type Shelved = z.infer<typeof shelved>

/** One section's answers; `stamps` says at which revision each was last changed. */
export const sectionItem = z.object({
  section: z.string(),
  answers: z.record(z.string(), json),
  stamps: z.record(z.string(), z.int()),
  /** Personal-data findings that were said not to be about a person, by mark, with the reason given. */
  cleared: z.record(z.string(), z.string()),
  at: z.iso.datetime(),
  by,
})
export type SectionItem = z.infer<typeof sectionItem>

/** A submission with everything that is in it now. */
export type Whole = { head: Head; sections: Record<string, SectionItem> }

/** A version as it was sent: `bytes` is canonical JSON, `hash` their SHA-256. Never changed. */
export const sentVersion = z.object({
  reference: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  by,
  bytes: z.string(),
  hash: z.string(),
})
export type SentVersion = z.infer<typeof sentVersion>
