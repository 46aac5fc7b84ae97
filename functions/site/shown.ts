import * as z from "zod"
import type { Occasion } from "../../shared/domain/calendar/occasion.ts"
import { window } from "../../shared/domain/calendar/window.ts"
import { problemsOf, progressIn } from "../../shared/domain/submissions/progress.ts"
import { sentIn } from "../../shared/domain/submissions/sent.ts"
import { asText, sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import type { SentVersion, Shelved } from "../../shared/domain/submissions/submission.ts"
import type { OnDesk } from "./desk.ts"

const answers = z.record(z.string(), z.unknown())
const problem = z.object({
  section: z.string(),
  question: z.string(),
  part: z.string().optional(),
  says: z.string(),
})

export const listedShape = z.object({
  reference: z.string(),
  title: z.string(),
  round: z.string(),
  state: z.string(),
  sentence: z.string().meta({ description: "Whether it has gone, and who has it, in words" }),
  revision: z.int(),
  version: z.int(),
  changedAt: z.iso.datetime(),
})

export const submissionShape = listedShape.extend({
  kind: z.string(),
  edition: z.int(),
  organisation: z.string(),
  window,
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      progress: z.enum(["not started", "in progress", "answered"]),
      savedAt: z.iso.datetime().optional(),
      savedBy: z.string().optional(),
      answers,
    }),
  ),
  signatures: z.array(z.object({ role: z.string(), name: z.string(), at: z.iso.datetime() })),
  waitingFor: z.array(z.object({ role: z.string(), name: z.string().optional() })),
  late: z
    .object({ allowed: z.boolean(), because: z.string(), by: z.string(), at: z.iso.datetime() })
    .optional()
    .meta({ description: "Whether it may be sent after the close, once that is decided" }),
  problems: z.array(problem).meta({ description: "What stands between this and being sent" }),
  moves: z.array(z.string()).meta({ description: "What you may do to it now" }),
})

/** One line of a history. */
export const eventShape = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  move: z.string(),
  by: z.string(),
  role: z.string(),
  note: z.string().optional(),
  hash: z.string(),
})

export const receiptShape = z.object({
  reference: z.string(),
  version: z.int(),
  sentAt: z.iso.datetime(),
  sentBy: z.string(),
  hash: z.string().meta({ description: "SHA-256 of the exact bytes of the version, in hexadecimal" }),
  sent: z.unknown().meta({ description: "The version as it was sent: questions as asked, answers as given" }),
})

export const listed = (one: Shelved, occasion: Occasion, at: Date, mine: readonly string[]) => ({
  reference: one.reference,
  title: one.title,
  round: one.round,
  state: one.state,
  sentence: asText(sentenceOf(one, occasion, at, mine)),
  revision: one.revision,
  version: one.version,
  changedAt: one.changedAt,
})

/** A submission as the API shows it: only the sections this person may see. */
export const shown = (desk: OnDesk, at: Date, mine: readonly string[]) => {
  const { head, kind, facts, sections, visible, occasion, open, late } = desk
  const seen = visible.map(({ id }) => id)
  return {
    ...listed(head, occasion, at, mine),
    sentence: asText(desk.sentence),
    kind: head.kind,
    edition: head.edition,
    organisation: head.organisation,
    window: occasion.window,
    sections: progressIn(kind, facts, sections)
      .filter(({ id }) => seen.includes(id))
      .map(({ minutes: _, ...one }) => ({ ...one, answers: sections[one.id]?.answers ?? {} })),
    signatures: head.signatures.map(({ role, by, at }) => ({ role, name: by.name, at })),
    waitingFor: head.waitingFor,
    ...(late && { late: { ...late, by: late.by.name } }),
    problems:
      head.state === "sent"
        ? []
        : problemsOf(kind, facts, sections).filter(({ section }) => seen.includes(section)),
    moves: open,
  }
}

export const receiptShown = (sent: SentVersion) => ({
  reference: sent.reference,
  version: sent.version,
  sentAt: sent.at,
  sentBy: sent.by.name,
  hash: sent.hash,
  sent: sentIn(sent),
})
