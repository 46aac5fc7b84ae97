import type { Session, SessionText } from "../../../shared/domain/coaching/session.ts"
import { moved } from "../../../shared/domain/coaching/session-life.ts"
import { doubtful, unready } from "../../../shared/domain/coaching/session-ready.ts"
import { askOnce } from "../../../shared/domain/learning/doubts.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { hmac } from "../../../shared/values/hash.ts"
import type { C } from "../../../shared/web/coaching/here.ts"
import { formsHere, sessionHere, storeHere, todayHere } from "./here.ts"

/** What would be shared now, what has to be changed before it can be, and what is asked of it once. */
export const toShare = async (c: C) => {
  const session = await sessionHere(c)
  moved(session, "share", todayHere(c))
  const draft = await storeHere(c).draft(session.id)
  if (!draft)
    throw new Refused("not possible now", { says: "Nothing is written that is not shared already." })
  const now = c.var.world.now()
  const { stays = [] } = draft
  return {
    session,
    draft,
    missing: unready(formsHere(c), draft, now),
    doubts: doubtful(formsHere(c), draft, now).filter(
      ({ mark }) => !stays.includes(sealed(c, session, mark)),
    ),
  }
}

type Ready = Awaited<ReturnType<typeof toShare>>

/** The draft, with what was said to stay; refused where something has to be changed first, or is not answered. */
export const passed = (
  c: C,
  { session, draft, missing, doubts }: Ready,
  stays: readonly string[],
): SessionText => {
  if (missing.length > 0)
    throw new Refused("not complete", {
      says: "It is not shared. What is named has to be changed first.",
      problems: missing.map(({ because: _, ...one }) => one),
    })
  askOnce(doubts, stays)
  if (doubts.length === 0) return draft
  return { ...draft, stays: [...(draft.stays ?? []), ...doubts.map(({ mark }) => sealed(c, session, mark))] }
}

/** Says nothing to whoever reads the table. */
const sealed = (c: C, { id }: Session, mark: string) =>
  hmac(c.var.world.settings.linkKey, `${id}/${mark}`).slice(0, 22)
