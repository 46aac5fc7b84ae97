import * as z from "zod"
import { states } from "../../form/workflow.ts"
import { kindIds } from "../../kinds/index.ts"
import { plainDate } from "../../values/london.ts"
import { back, review } from "../submissions/submission.ts"
import type { Occasion } from "./occasion.ts"
import type { Window } from "./window.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** Where the submission stands that answers it: kept here in the same write as the submission itself. */
const stands = z.object({
  state: z.enum(states),
  reference: z.string(),
  version: z.int(),
  /** A signed statement that there is nothing to report. */
  nil: z.literal(true).optional(),
  sentAt: z.iso.datetime().optional(),
  /** When its first version was sent: what it is late by. */
  firstSentAt: z.iso.datetime().optional(),
  sentBy: z.string().optional(),
  waitingFor: z.array(z.object({ role: z.string(), name: z.string().optional() })),
  waitingSince: z.iso.datetime().optional(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
  /** What the department has done about it, and what it was opened for again. */
  review: review.optional(),
  back: back.optional(),
})

/** What the selection panel has asked about what was sent, and which questions wait for an answer. */
const panelAsks = z.object({
  reference: z.string(),
  asked: z.int(),
  answered: z.int(),
  open: z.array(z.object({ number: z.int(), askedAt: z.iso.datetime(), answerBy: z.iso.datetime() })),
})
export type PanelAsks = z.infer<typeof panelAsks>

/** What the certifier said to "Will you be here?". */
export const coverAnswers = {
  yes: "I will be here",
  deputy: "My deputy will",
  "someone else": "Somebody else certifies now",
} as const
export type CoverAnswer = keyof typeof coverAnswers

/**
 * What one site is expected to send, by when, and where it stands. An expression of interest has one too, from when it
 * is begun: nobody is owed it. `by` is the date as it stands; `extended` says what it was before. `sequence` grows with
 * every change of a date, and when it is needed after all.
 */
export const expected = z.object({
  organisation: z.string(),
  name: z.string(),
  phase: z.string(),
  round: z.string(),
  kind: z.enum(kindIds),
  title: z.string(),
  owed: z.boolean(),
  /** Why it is asked, for the site to read. */
  why: z.string().optional(),
  covers: z.object({ from: plainDate, to: plainDate }).optional(),
  /** The pilot at this site, as facts of what it reports. */
  pilot: z.object({ from: plainDate, to: plainDate, award: z.int().optional() }).optional(),
  rule: z.enum(["closes", "due"]),
  opens: z.iso.datetime(),
  by: z.iso.datetime(),
  locks: z.iso.datetime().optional(),
  hearBy: plainDate.optional(),
  sequence: z.int(),
  /** Whose signature it needs. */
  signs: z.array(z.string()),
  asked: z.object({ until: plainDate, reason: z.string(), by: who, at: z.iso.datetime() }).optional(),
  extended: z
    .object({
      before: z.iso.datetime(),
      /** Until when it was given: a date for all may be later. */
      until: z.iso.datetime().optional(),
      because: z.string(),
      by: who,
      at: z.iso.datetime(),
      askedBy: z.string().optional(),
    })
    .optional(),
  notNeeded: z.object({ because: z.string(), by: who, at: z.iso.datetime() }).optional(),
  /** Whether it may be sent after its round closed, where that was asked: as the chair of the selection panel decided. */
  late: z.object({ allowed: z.boolean(), because: z.string(), by: who, at: z.iso.datetime() }).optional(),
  /** Who certifies on the day, as they said themselves. */
  cover: z
    .object({
      answer: z.enum(Object.keys(coverAnswers) as [CoverAnswer, ...CoverAnswer[]]),
      by: who,
      at: z.iso.datetime(),
    })
    .optional(),
  stands: stands.optional(),
  panelAsks: panelAsks.optional(),
  /** How many conditions its award has: where there are some, what the site has to do is asked for. */
  conditions: z.int().optional(),
  /** Notices whose moment has come, and what became of each. */
  told: z.record(z.string(), z.object({ on: plainDate, as: z.enum(["sent", "superseded"]) })).default({}),
  /** The day on which something is to be done about it next. */
  next: plainDate.optional(),
  /** Where the chain of what was asked, granted and moved has got to. */
  events: z.object({ number: z.int(), hash: z.string() }).default({ number: 0, hash: "" }),
  /** Counts writes. */
  revision: z.int(),
})
export type Expected = z.infer<typeof expected>
export type Stands = z.infer<typeof stands>

type Dated = Pick<Expected, "rule" | "opens" | "by" | "locks" | "late">

export const windowFor = ({ rule, opens, by, locks, late }: Dated): Window => ({
  rule,
  opens,
  by,
  ...(locks !== undefined && { locks }),
  ...(late?.allowed && { afterClose: true as const }),
})

export const occasionFor = (one: Expected): Occasion => ({
  id: one.round,
  title: one.title,
  window: windowFor(one),
  ...(one.hearBy !== undefined && { hearBy: one.hearBy }),
})
