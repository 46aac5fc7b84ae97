import type { Section } from "../../form/section.ts"
import { londonDate, type PlainDate, plainDate } from "../../values/london.ts"
import { readTime } from "../../values/time-of-day.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import { type Action, carriedInto, closed, type Desk, dropped, newAction } from "../actions/action.ts"
import type { Head, Who } from "./head.ts"
import { type Session, type SessionText, sessionTitle } from "./session.ts"
import { actionRowsOf } from "./session-draft.ts"
import { answerWithin } from "./session-head.ts"
import { type SessionKind, sessionKinds } from "./session-kinds.ts"
import { moved } from "./session-life.ts"
import { linesOf } from "./session-lines.ts"
import { newSession, sessionId } from "./session-planning.ts"

type Sharing = {
  session: Session
  draft: SessionText
  sections: Section[]
  /** Every action of the site that a row stands for, open or over. */
  actions: readonly Action[]
  head: Pick<Head, "planned">
  site: string
  by: Who
  at: Date
  chance: () => string
}

export type Changed = { after: Action; before?: Action }
export type Shared = { session: Session; text: SessionText; actions: Changed[]; planned?: Session }

/** The text of a version: its id says of which session and which version it is. */
export const textId = ({ id }: Pick<Session, "id">, version: number) => `${id}#${version}`

/**
 * Makes the next version of what the site reads: its new rows become actions, those that stand on it are closed, dropped
 * or carried on, and the day they meet next becomes a planned session.
 */
export const shared = (sharing: Sharing): Shared => {
  const { session: before, draft, sections, by, at, head } = sharing
  const today = londonDate(at)
  const state = moved(before, "share", today)
  const on = plainDate.parse(draft.core.on)
  const kind = String(draft.core.kind) as SessionKind
  const asks = sessionKinds[kind].agreement || before.state === "disputed"
  const time = timeIn(draft) ?? before.time
  const { answerBy: _, asked: __, answered: ___, ...kept } = before
  const session: Session = {
    ...kept,
    state,
    on,
    kind,
    ...(time && { time }),
    topics: (draft.more.topics ?? []) as string[],
    version: before.version + 1,
    shared: { by, at: at.toISOString() },
    ...(asks && askedFrom(at)),
  }
  const { rows, changed } = withActions(sharing, session)
  const core = { ...draft.core, ...(rows.length > 0 && { actions: rows }) }
  const { stamps, saved, ...own } = draft
  const text: SessionText = {
    ...own,
    id: textId(session, session.version),
    core,
    lines: linesOf({ core, more: draft.more }, sections),
    shared: { by, at: at.toISOString() },
  }
  const planned = nextOf(sharing, session, draft.core.next, head.planned)
  return { session, text, actions: changed, ...(planned && { planned }) }
}

/** From now on the site is asked to answer, for ten working days. */
export const askedFrom = (at: Date): { asked: string; answerBy: PlainDate } => ({
  asked: at.toISOString(),
  answerBy: addWorkingDays(londonDate(at), answerWithin),
})

const timeIn = ({ more }: SessionText) => (typeof more.time === "string" ? readTime(more.time) : undefined)

type Row = ReturnType<typeof actionRowsOf>[number]

const withActions = (sharing: Sharing, session: Session) => {
  const { draft, actions, by, at, site, chance } = sharing
  const into = { kind: "session", id: session.id, title: sessionTitle(session) }
  const changed: Changed[] = []
  const rows = actionRowsOf(draft).map((row): Row => {
    const before = actions.find(({ id }) => id === row.id)
    if (!before) {
      const due = plainDate.parse(row.due)
      const id = `${due}-${chance()}`
      const { organisation, phase } = session
      const text = row.text ?? ""
      const owner = row.owner as Desk
      const from = { ...into, kind: "session" as const }
      changed.push({
        after: newAction({ id, organisation, phase, name: site, text, due, owner, from }, by, at),
      })
      return { id, text, owner, due, now: "open" }
    }
    if (before.state !== "open") return overRow(row, before)
    const after = stands(row, before, { by, at, into })
    if (after) changed.push({ after, before })
    return row
  })
  return { rows, changed }
}

/** Somebody closed it meanwhile: what they said stands. */
const overRow = (row: Row, { state, done, dropped }: Action): Row => ({
  ...row,
  now: state,
  because: done?.evidence ?? dropped?.because ?? "",
})

type Into = { by: Who; at: Date; into: Action["carried"][number]["into"] }

const stands = (row: Row, before: Action, { by, at, into }: Into): Action | undefined => {
  const because = row.because ?? ""
  if (row.now === "done") return closed(before, { evidence: because }, by, at)
  if (row.now === "dropped") return dropped(before, because, by, at)
  const due = row.due === undefined ? before.due : plainDate.parse(row.due)
  const isNew = before.from.kind === "session" && before.from.id === into.id
  const isCarried = isNew || before.carried.some(({ into: { id } }) => id === into.id)
  return isCarried && due === before.due ? undefined : carriedInto(before, into, at, due)
}

/** The day they meet next, as a call, where nothing is planned on or after it already. */
const nextOf = (
  { chance }: Sharing,
  { id, organisation, phase, coach }: Session,
  next: unknown,
  planned: Head["planned"],
): Session | undefined => {
  if (typeof next !== "string") return undefined
  if (planned.some(({ session, on }) => session !== id && on >= next)) return undefined
  return newSession({ id: sessionId(next, chance()), organisation, phase, coach, kind: "call", on: next })
}
