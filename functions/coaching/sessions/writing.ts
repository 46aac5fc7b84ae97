import type { Action } from "../../../shared/domain/actions/action.ts"
import type { Session, SessionText } from "../../../shared/domain/coaching/session.ts"
import {
  actionsFor,
  type DraftEdit,
  draftWith,
  firstDraft,
} from "../../../shared/domain/coaching/session-draft.ts"
import type { SessionKind } from "../../../shared/domain/coaching/session-kinds.ts"
import { moved } from "../../../shared/domain/coaching/session-life.ts"
import { newSession, sessionId } from "../../../shared/domain/coaching/session-planning.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { putDraft } from "../../../shared/store/sessions.ts"
import { type C, placeHere, siteHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { beginSession, moveSession } from "./change.ts"
import { chanceHere, coachHere, formsHere, sessionHere, storeHere, textHere, todayHere } from "./here.ts"

/** What is open for the site and its coach, what is due first. */
export const openHere = async (c: C): Promise<Action[]> =>
  actionsFor(await actionsIn(c.var.world.table, siteHere(c)).open(), c.req.param("phase") ?? "")

export type Writing = { session: Session; open: Action[]; stored?: SessionText; draft: SessionText }

/** What is written so far: the draft, or where there is none what was shared last, or what a session begins with. */
export const writingOf = async (c: C): Promise<Writing> => {
  const session = await sessionHere(c)
  moved(session, "write", todayHere(c))
  const [stored, open] = await Promise.all([storeHere(c).draft(session.id), openHere(c)])
  if (stored) return { session, open, stored, draft: stored }
  if (session.version === 0) return { session, open, draft: firstDraft(session, todayHere(c)) }
  const { lines, shared, ...last } = await textHere(c, session)
  return { session, open, draft: { ...last, id: session.id, revision: 0 } }
}

const aboutHere = (c: C, open: Action[]) => ({
  by: whoHere(c),
  at: c.var.world.now(),
  open,
  chance: () => chanceHere(c),
})

const tries = 5

export type Edits = Omit<DraftEdit, "seen">[]

const withEdits = (c: C, { draft, open }: Pick<Writing, "draft" | "open">, edits: Edits, seen: number) => {
  const [core, more] = formsHere(c)
  const part = (one: Edits[number]): Section => (one.part === "core" ? core : more)
  return edits.reduce(
    (text, edit) => draftWith(text, part(edit), { ...edit, seen }, aboutHere(c, open)),
    draft,
  )
}

export type Saved = { session: string; state: Session["state"]; revision: number }

/**
 * Keeps what was written, as often as it is asked for: what other people saved in other answers stays, and where
 * nothing was changed nothing is written. The first time, a planned session becomes one that was held.
 */
export const saveDraft = async (c: C, edits: Edits, seen: number): Promise<Saved> => {
  for (let attempt = 1; attempt <= tries; attempt++) {
    const writing = await writingOf(c)
    const { session, stored } = writing
    const next = withEdits(c, writing, edits, seen)
    if (stored && edits.every(({ answers }) => Object.keys(answers).length === 0))
      return { session: session.id, state: session.state, revision: stored.revision }
    const revision = (stored?.revision ?? 0) + 1
    if (session.state === "planned") {
      const held = await moveSession(c, "write", undefined, async (before) => {
        const again = await writingOf(c)
        const text = withEdits(c, again, edits, seen)
        return { after: heldFrom(c, before, text), actions: [putDraft(text, again.stored)] }
      })
      return { session: held.session, state: held.state, revision }
    }
    const { written } = await c.var.world.table.write([putDraft(next, stored)])
    if (written) return { session: session.id, state: session.state, revision }
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const heldFrom = (c: C, before: Session, { core }: SessionText): Session => {
  const today = todayHere(c)
  const by = { by: whoHere(c), at: c.var.world.now().toISOString() }
  return {
    ...before,
    state: moved(before, "write", today),
    on: typeof core.on === "string" ? core.on : before.on <= today ? before.on : today,
    kind: (core.kind ?? before.kind) as SessionKind,
    held: before.held ?? by,
  }
}

/** A session that was never planned: it begins as one that was held, with what was written of it. */
export const writeUnplanned = async (c: C, answers: Record<string, unknown>, key: MoveKey) => {
  const { organisation, phase } = placeHere(c)
  const [form] = formsHere(c)
  const missing = (["on", "kind"] as const).filter((one) => !answers[one])
  if (missing.length > 0)
    throw new Refused("not valid", {
      problems: missing.map((question) => ({ question, says: form.asks[question]?.ask ?? "" })),
    })
  return beginSession(c, "write", key, async () => {
    const open = await openHere(c)
    const on = String(answers.on)
    const about = { id: sessionId(on, chanceHere(c)), organisation, phase, on }
    const empty: SessionText = { ...about, core: {}, more: {}, revision: 0 }
    const text = withEdits(c, { draft: empty, open }, [{ part: "core", answers }], 0)
    const kind = text.core.kind as SessionKind
    const begun = newSession({ ...about, kind, coach: coachHere(c) })
    return { after: heldFrom(c, begun, text), actions: [putDraft(text, undefined)] }
  })
}
