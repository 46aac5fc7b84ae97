import type { RowAnswers } from "../../shared/domain/coaching/import/answers.ts"
import type { Row } from "../../shared/domain/coaching/import/cells.ts"
import type { RowHead } from "../../shared/domain/coaching/import/row.ts"
import { sessionIdOf } from "../../shared/domain/coaching/import/taken.ts"
import {
  type Session,
  type SessionText,
  session as sessionSchema,
  sessionText,
} from "../../shared/domain/coaching/session.ts"
import type { Source } from "../../shared/domain/coaching/source.ts"
import type { By } from "./coaches.ts"

/** A report that can be taken over: everything that it becomes, and whose it is. */
export type Report = {
  source: string
  row: Row
  head: RowHead
  answers: RowAnswers
  by: By
  at: Date
  /** What the site is called on lists. */
  name: string
}

/** As much as each record may hold, with room for what the coach adds. */
const mostBytes = 300_000

const whoOf = ({ actor }: By) => ({ person: actor.id, name: actor.name })

export const sessionOf = ({ source, head, answers, by, at }: Report): Session =>
  sessionSchema.parse({
    id: sessionIdOf(source, head.id, head.on),
    organisation: head.organisation,
    phase: head.phase,
    kind: head.kind,
    state: "held",
    on: head.on,
    time: head.time,
    coach: whoOf(by),
    held: { by: whoOf(by), at: at.toISOString() },
    topics: answers.topics,
    version: 0,
    imported: { source, row: head.id },
    revision: 0,
  })

export const draftOf = ({ source, head, answers: { core, more }, by, at }: Report): SessionText =>
  sessionText.parse({
    id: sessionIdOf(source, head.id, head.on),
    organisation: head.organisation,
    phase: head.phase,
    core,
    more,
    saved: { by: whoOf(by), at: at.toISOString() },
    revision: 0,
  })

export const sourceOf = ({ source, row, head, at }: Report): Source => ({
  id: sessionIdOf(source, head.id, head.on),
  organisation: head.organisation,
  phase: head.phase,
  source,
  row: head.id,
  cells: Object.entries(row).map(([column, cell]) => ({ column, cell })),
  at: at.toISOString(),
})

export const isTooLarge = (report: Report) =>
  [draftOf(report), sourceOf(report)].some((one) => Buffer.byteLength(JSON.stringify(one)) > mostBytes)
