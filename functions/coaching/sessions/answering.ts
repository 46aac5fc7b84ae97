import { answered } from "../../../shared/domain/answered.ts"
import type { Remark, RemarkKind } from "../../../shared/domain/coaching/remark.ts"
import type { Session } from "../../../shared/domain/coaching/session.ts"
import {
  addedTo,
  agreedTo,
  answerSeen,
  disputed,
  ideasIn,
  moveOf,
  remarksIn,
  stillRead,
  stillStands,
} from "../../../shared/domain/coaching/session-answering.ts"
import { answeredWords } from "../../../shared/domain/coaching/session-letters.ts"
import { sessionMoves } from "../../../shared/domain/coaching/session-life.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { offerIdea } from "../../../shared/store/learning.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { ofSession, putRemark } from "../../../shared/store/sessions.ts"
import { type C, movingBy, placeHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { moveSession, writingHere } from "./change.ts"
import { changeForm, linesIn, textHere } from "./here.ts"

/** What was read before it was answered: which version, and the answer that stood, where the page says so. */
export type Seen = { version: number; answer?: string }

/** Whether all that stands was read; where nothing says which answer was, the first that is found is taken for it. */
const reading = ({ version, answer }: Seen) => {
  let read = answer
  return (before: Session) => {
    stillRead(before, version)
    read ??= answerSeen(before)
    stillStands(before, read)
  }
}

/** "This is right": one button, one answer for the site. What was learned may go further from now on. */
export const agreeSession = async (c: C, seen: Seen, key: MoveKey) => {
  const { name, toCoach } = await writingHere(c)
  const wasRead = reading(seen)
  return moveSession(c, "agree", key, async (before) => {
    wasRead(before)
    const text = await textHere(c, before)
    const { by, at } = byHere(c)
    const after = agreedTo(before, text, "agreed", { by, at })
    const words = answeredWords(after, name, { as: "agree", name: by.name, lines: 0 })
    return { after, actions: offered(c, after, text), letters: toCoach(before, words) }
  })
}

export type Answer = Seen & {
  as: RemarkKind
  given: Record<string, unknown>
  /** The marks of what was said to stay. */
  stays: readonly string[]
}

/** "Change something": what was filled in beside the lines, as a comment, with agreement or as a dispute. */
export const changeSession = async (c: C, { as, given, stays, ...seen }: Answer, key: MoveKey) => {
  const { name, toCoach } = await writingHere(c)
  const wasRead = reading(seen)
  return moveSession(c, moveOf[as], key, async (before) => {
    const text = await textHere(c, before)
    if (as === "comment") stillRead(before, seen.version)
    else wasRead(before)
    const { by, at } = byHere(c)
    const form = changeForm(text)
    const answers = answered(form, given, at)
    const lines = remarksIn(answers, linesIn(text), as)
    askOnce(doubtsIn(form, answers, { now: at }), stays)
    const after = standingAfter(as, before, { text, by, at })
    const words = answeredWords(after, name, { as, name: by.name, lines: lines.length })
    return {
      after,
      actions: [
        putRemark(remarkOn(c, before, { as, lines })),
        ...(as === "agree with comment" ? offered(c, after, text) : []),
      ],
      letters: toCoach(before, words),
    }
  })
}

type Reading = { text: Awaited<ReturnType<typeof textHere>> } & ReturnType<typeof byHere>

const standingAfter = (as: RemarkKind, before: Session, { text, ...by }: Reading): Session => {
  if (as === "comment") return addedTo(before, "comment", by.at)
  return as === "dispute" ? disputed(before, by) : agreedTo(before, text, "agreed with comment", by)
}

const remarkOn = (c: C, before: Session, { as, lines }: Pick<Remark, "as" | "lines">): Remark => {
  const { by, at } = byHere(c)
  const { organisation, phase } = placeHere(c)
  const { role } = movingBy(c, sessionMoves[moveOf[as]].right).by.grant
  return {
    id: ofSession(before),
    organisation,
    phase,
    session: before.id,
    version: before.version,
    as,
    by,
    role,
    at: at.toISOString(),
    lines,
    revision: 0,
  }
}

const offered = (c: C, session: Session, text: Reading["text"]) =>
  ideasIn(session, text).map((one) => offerIdea(c.var.world.settings.programme, one))

const byHere = (c: C) => ({ by: whoHere(c), at: c.var.world.now() })
