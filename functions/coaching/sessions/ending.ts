import { answered } from "../../../shared/domain/answered.ts"
import { addendumForm } from "../../../shared/domain/coaching/remark.ts"
import { addedTo, closedBy, ideasIn } from "../../../shared/domain/coaching/session-answering.ts"
import { addendumWords } from "../../../shared/domain/coaching/session-letters.ts"
import { sessionMoves } from "../../../shared/domain/coaching/session-life.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { offerIdea } from "../../../shared/store/learning.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { ofSession, putAddendum, removeDraft } from "../../../shared/store/sessions.ts"
import { type C, movingBy, placeHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { moveSession, writingHere } from "./change.ts"
import { sessionHere, textHere, todayHere } from "./here.ts"

/**
 * A dated correction below a text that stays as it is, by either side; while a session is disputed it is the coach's
 * answer, and the site is asked again. The other side is told.
 */
export const addAddendum = async (
  c: C,
  given: Record<string, unknown>,
  stays: readonly string[],
  key: MoveKey,
) => {
  const at = c.var.world.now()
  const answers = answered(addendumForm, given, at)
  askOnce(doubtsIn(addendumForm, answers, { now: at }), stays)
  const text = String(answers.text)
  const { state } = await sessionHere(c)
  const move = state === "disputed" ? "answer" : "addendum"
  const { role } = movingBy(c, sessionMoves[move].right).by.grant
  const { organisation, phase } = placeHere(c)
  const { name, toSite, toCoach } = await writingHere(c)
  return moveSession(c, move, key, async (before) => {
    const after = addedTo(before, move, at)
    const one = {
      id: ofSession(before),
      organisation,
      phase,
      session: before.id,
      by: whoHere(c),
      role,
      at: at.toISOString(),
      on: todayHere(c),
      state: before.state,
      text,
      revision: 0,
    }
    const tells = role === "coach" ? toSite : toCoach
    return {
      after,
      actions: [putAddendum(one)],
      letters: tells(before, addendumWords(after, name, one.by.name)),
    }
  })
}

/** Over: agreed, not answered in time, or with nothing to agree. What was learned is offered where it was not yet. */
export const closeSession = (c: C, key: MoveKey) =>
  moveSession(c, "close", key, async (before) => {
    const text = await textHere(c, before)
    const after = closedBy(before, text, { by: whoHere(c), at: c.var.world.now() })
    const { programme } = c.var.world.settings
    const ideas = before.answered ? [] : ideasIn(after, text)
    return { after, actions: [removeDraft(before), ...ideas.map((one) => offerIdea(programme, one))] }
  })
