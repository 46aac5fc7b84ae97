import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { decisionWord } from "./decision-word.ts"

const who = z.object({ person: z.string(), name: z.string() })
export type Who = z.infer<typeof who>

/** What links somebody to an applicant, in the words of the page that asks. */
export const links = {
  none: "No link",
  employment: "I work there, or did in the last five years",
  family: "Somebody close to me works there",
  "prior coaching": "I helped them, or coached them",
  other: "Another link",
} as const
export type Link = keyof typeof links
const link = z.enum(Object.keys(links) as [Link, ...Link[]])

/** What an applicant may be told after the check, in the words of the page. */
export const applyAnswers = {
  yes: "Yes",
  "yes, but": "Yes, with a caveat",
  no: "No",
} as const
export type ApplyAnswer = keyof typeof applyAnswers

/** Bare scores, by criterion. */
export const points = z.record(z.string(), z.int())
export type Points = z.infer<typeof points>

/**
 * Where the reading of one expression of interest stands: small, so that the list of a round is one query. It is the
 * panel's record and never the applicant's. `scored` is there only while every reader's sheet is sent.
 */
export const reading = z.object({
  round: z.string(),
  reference: z.string(),
  organisation: z.string(),
  name: z.string(),
  kind: z.string(),
  region: z.string().optional(),
  /** The version that is read, as it was sent. */
  version: z.int(),
  sentAt: z.iso.datetime(),
  /** Pence. */
  amount: z.int().optional(),
  people: z.int().optional(),
  groups: z.array(z.string()).default([]),
  /** What the service found by itself as it was opened: for whoever checks whether they can apply. */
  found: z.array(z.string()).default([]),
  apply: z
    .object({
      answer: z.enum(Object.keys(applyAnswers) as [ApplyAnswer, ...ApplyAnswer[]]),
      caveats: z.array(z.string()),
      because: z.string().optional(),
      by: who,
      at: z.iso.datetime(),
    })
    .optional(),
  readers: z
    .array(who.extend({ sent: z.object({ at: z.iso.datetime(), version: z.int(), points }).optional() }))
    .default([]),
  /** What each person has said about a link with it; a barred person never gets so far as to say. */
  said: z.array(who.extend({ link, words: z.string().optional(), at: z.iso.datetime() })).default([]),
  /** Whoever ever sent scores of it, or settled one: none of them decides about it. */
  scorers: z.array(z.string()).default([]),
  /** Every reader's sheet was sent once: whoever could see them all is no fresh reader of it. */
  compared: z.boolean().default(false),
  moderated: z.object({ by: who, at: z.iso.datetime(), points }).optional(),
  /** People whose view, as members with lived experience, is in. */
  views: z.array(z.string()).default([]),
  /** Open flags, each raised with a reason. */
  flags: z
    .array(z.object({ id: z.string(), because: z.string(), by: who, at: z.iso.datetime() }))
    .default([]),
  /** A later version that came after somebody had sent scores: it is flagged once, and not read. */
  newer: z.int().optional(),
  notes: z.int().default(0),
  questions: z.object({ asked: z.int(), open: z.int() }).default({ asked: 0, open: 0 }),
  feedback: z.object({ by: who, at: z.iso.datetime() }).optional(),
  decided: z
    .object({
      decision: decisionWord,
      /** Pence. */
      amount: z.int().optional(),
      /** The place on the reserve list, from 1. */
      place: z.int().optional(),
      conditions: z.int(),
      version: z.int(),
      by: who,
      at: z.iso.datetime(),
    })
    .optional(),
  /** The letter that lies sealed: by a hash of what it says. */
  sealed: z.object({ mark: z.string(), at: z.iso.datetime() }).optional(),
  /** The letter of which decision went to whom, after the round was told. */
  lettered: z.int().optional(),
  /** When it became a site of the phase. */
  joined: z.iso.datetime().optional(),
  revision: z.int(),
})
export type Reading = z.infer<typeof reading>

/**
 * The panel of a round. `opening` is the job that takes in what was sent; `told` is when all applicants were told, in
 * confidence.
 */
export const panel = z.object({
  round: z.string(),
  opening: z.object({ at: z.iso.datetime(), by: who, taken: z.int(), done: z.boolean() }).optional(),
  /** By when the chair wants the sheets. */
  scoresBy: plainDate.optional(),
  sealed: z.object({ at: z.iso.datetime(), by: who, letters: z.int(), mark: z.string() }).optional(),
  told: z.object({ at: z.iso.datetime(), by: who }).optional(),
  revision: z.int(),
})
export type Panel = z.infer<typeof panel>
