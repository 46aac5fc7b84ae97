import { kindOf } from "../../kinds/index.ts"
import type { Expected, Stands } from "../calendar/expected.ts"
import type { Back, Head, Shelved } from "./submission.ts"

/** Where a submission stands, as what expects it keeps it. */
export const standsOf = (head: Shelved & Partial<Pick<Head, "firstSentAt" | "sentBy">>): Stands => ({
  state: head.state,
  reference: head.reference,
  version: head.version,
  ...(head.nil && { nil: head.nil }),
  ...(head.sentAt !== undefined && { sentAt: head.sentAt }),
  ...(head.firstSentAt !== undefined && { firstSentAt: head.firstSentAt }),
  ...(head.sentBy && { sentBy: head.sentBy.name }),
  waitingFor: head.waitingFor,
  ...(head.waitingSince !== undefined && { waitingSince: head.waitingSince }),
  changedAt: head.changedAt,
  changedBy: head.changedBy.name,
  ...(head.review && { review: head.review }),
  ...(head.back && { back: { ...head.back, note: noteOf(head, head.back) } }),
})

/** Lists are read by more people than a figure is. */
const noteOf = ({ kind }: Pick<Shelved, "kind">, { note }: Back) =>
  kindOf(kind).needs === "the evaluation" ? "Read it on its page." : note

/** The same as a list shows it, from the calendar alone; nothing where nobody has begun it. */
export const shelvedOf = ({ kind, round, title, stands }: Expected): Shelved | undefined =>
  stands && {
    ...stands,
    kind,
    round,
    title,
    revision: 0,
    changedBy: { person: "", name: stands.changedBy },
    opened: "",
  }

/** Whether a list says something else of it now: a save by the same person is the same to everybody else. */
export const standsOtherwise = (before: Head, after: Head) =>
  before.state !== after.state ||
  before.version !== after.version ||
  before.review !== after.review ||
  before.back !== after.back ||
  before.changedBy.person !== after.changedBy.person ||
  before.waitingFor.length !== after.waitingFor.length
