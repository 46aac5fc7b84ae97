import * as z from "zod"
import { dateWords, plainDate } from "../../values/london.ts"
import { type SessionKind, sessionKindNames, sessionKinds } from "./session-kinds.ts"

const who = z.object({ person: z.string(), name: z.string() })
const by = z.object({ by: who, at: z.iso.datetime() })

/** The life of a session, in the words of its page. "Not answered" is told by the day, and is no state. */
export const sessionStates = {
  planned: "Planned",
  cancelled: "Will not take place",
  held: "Held, not shared yet",
  shared: "Shared with the site",
  disputed: "Disputed by the site",
  agreed: "Agreed by the site",
  "agreed with comment": "Agreed by the site, with a comment",
  closed: "Closed",
} as const
export type SessionState = keyof typeof sessionStates
export const sessionState = z.enum(Object.keys(sessionStates) as [SessionState, ...SessionState[]])

/**
 * A coaching session of one site: when, of what kind and about what. What was said is a record of its own. The id begins
 * with the day it was first planned for, and stays.
 */
export const session = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  kind: z.enum(sessionKindNames),
  state: sessionState,
  /** The day it is planned for, or was held on. */
  on: plainDate,
  /** "14:00", London time. */
  time: z.string().optional(),
  place: z.string().optional(),
  coach: who,
  topics: z.array(z.string()).default([]),
  /** How often it was shared: each sharing is a version of its text for ever. 0 before. */
  version: z.int(),
  /** Since when it is being written up, and by whom. */
  held: by.optional(),
  shared: by.optional(),
  /** Since when the site is asked to agree, and until when; neither where it is only open to comment. */
  asked: z.iso.datetime().optional(),
  answerBy: plainDate.optional(),
  answered: by.extend({ as: z.enum(["agreed", "agreed with comment", "disputed"]) }).optional(),
  closed: by.extend({ unanswered: z.boolean() }).optional(),
  cancelled: by.extend({ because: z.string() }).optional(),
  /** SHA-256 of the canonical text of the version that was agreed or closed: it never changes from then on. */
  hash: z.string().optional(),
  /** Where it was written before it was taken over, and which row there. */
  imported: z.object({ source: z.string(), row: z.string() }).optional(),
  revision: z.int(),
})
export type Session = z.infer<typeof session>

/** "Site visit of 9 January 2018": names it everywhere, and says nothing of what was said. */
export const sessionTitle = ({ kind, on }: { kind: SessionKind; on: string }) =>
  `${sessionKinds[kind].words} of ${dateWords(on)}`

/** One line of a text as it is read and answered: its id is the question and its place, or its row, and stays. */
const line = z.object({ id: z.string(), label: z.string(), says: z.string() })
export type Line = z.infer<typeof line>

const stamps = z.record(z.string(), z.int())

/**
 * What was written of a session: the answers of its two pages. Until it is shared it lies with the coaches
 * (`keys.ofCoaches("DRAFT")`); each version that was shared lies with the site (`TEXT`, id `<session>#<version>`).
 */
export const sessionText = z.object({
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  core: z.record(z.string(), z.json()),
  more: z.record(z.string(), z.json()),
  /** What the site read, line by line, in the words of that day. Only of a version that was shared. */
  lines: z.array(line).optional(),
  shared: by.optional(),
  /** Of a draft: who saved it last, and the revision in which each answer was changed last. */
  saved: by.optional(),
  stamps: z.object({ core: stamps, more: stamps }).optional(),
  /** What looked as if it named somebody and was said to stay, by sealed marks: it is asked once. */
  stays: z.array(z.string()).optional(),
  revision: z.int(),
})
export type SessionText = z.infer<typeof sessionText>
