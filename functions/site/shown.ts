import * as z from "zod"
import type { Occasion } from "../../shared/domain/calendar/occasion.ts"
import { window } from "../../shared/domain/calendar/window.ts"
import { answersOf, problemsOf, progressIn, warningsOf } from "../../shared/domain/submissions/progress.ts"
import { sentIn } from "../../shared/domain/submissions/sent.ts"
import { asText, sentenceOf } from "../../shared/domain/submissions/sentence.ts"
import type { SentVersion, Shelved } from "../../shared/domain/submissions/submission.ts"
import { derivedIn } from "../../shared/form/section.ts"
import { begun } from "./begun.ts"
import type { OnDesk } from "./desk.ts"
import { openedShown, suggestionShape } from "./opened.ts"

const answers = z.record(z.string(), z.unknown())
const problem = z.object({
  section: z.string(),
  question: z.string(),
  part: z.string().optional(),
  says: z.string(),
})

const derived = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), cells: z.array(z.string()) })),
  says: z.array(z.string()).optional(),
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
      suggested: answers.optional().meta({
        description: "Answers to begin with, from what was accepted before: nobody has given them yet",
      }),
      derived: z.array(derived).meta({ description: "What the answers come to, worked out as shown" }),
    }),
  ),
  signatures: z.array(z.object({ role: z.string(), name: z.string(), at: z.iso.datetime() })),
  waitingFor: z.array(z.object({ role: z.string(), name: z.string().optional() })),
  late: z
    .object({ allowed: z.boolean(), because: z.string(), by: z.string(), at: z.iso.datetime() })
    .optional()
    .meta({ description: "Whether it may be sent after the close, once that is decided" }),
  back: z
    .object({ move: z.string(), sections: z.array(z.string()), note: z.string(), by: z.string() })
    .optional()
    .meta({ description: "Who opened it for changes, in which sections alone, and why" }),
  suggestions: z
    .array(suggestionShape)
    .optional()
    .meta({ description: "Figures that a certifier would have in place of others" }),
  problems: z.array(problem).meta({ description: "What stands between this and being sent" }),
  warnings: z.array(problem).meta({ description: "What may be wrong, and can be sent with" }),
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
  const unsent = head.state === "draft" || head.state === "waiting"
  return {
    ...listed(head, occasion, at, mine),
    sentence: asText(desk.sentence),
    kind: head.kind,
    edition: head.edition,
    organisation: head.organisation,
    window: occasion.window,
    sections: progressIn(kind, facts, sections)
      .filter(({ id }) => seen.includes(id))
      .map(({ minutes: _, ...one }) => {
        const suggested = begun(desk, one.id)
        return {
          ...one,
          answers: sections[one.id]?.answers ?? {},
          ...(Object.keys(suggested).length > 0 && unsent && { suggested }),
          derived: derivedOf(desk, one.id),
        }
      }),
    signatures: head.signatures.map(({ role, by, at }) => ({ role, name: by.name, at })),
    waitingFor: head.waitingFor,
    ...(late && { late: { ...late, by: late.by.name } }),
    ...openedShown(head),
    problems:
      head.state === "sent" || head.state === "accepted"
        ? []
        : problemsOf(kind, facts, sections).filter(({ section }) => seen.includes(section)),
    warnings: unsent ? warningsOf(kind, facts, sections).filter(({ section }) => seen.includes(section)) : [],
    moves: open,
  }
}

const derivedOf = ({ visible, sections }: OnDesk, id: string) =>
  visible
    .filter((one) => one.id === id)
    .flatMap((one) => derivedIn(one, answersOf(sections)))
    .map(({ first: _, ...table }) => table)

export const receiptShown = (sent: SentVersion) => ({
  reference: sent.reference,
  version: sent.version,
  sentAt: sent.at,
  sentBy: sent.by.name,
  hash: sent.hash,
  sent: sentIn(sent),
})
