import { answered } from "../../../shared/domain/answered.ts"
import type { Session } from "../../../shared/domain/coaching/session.ts"
import { cancelledWords, plannedWords } from "../../../shared/domain/coaching/session-letters.ts"
import { moved } from "../../../shared/domain/coaching/session-life.ts"
import {
  cancelForm,
  newSession,
  type Planned,
  planForm,
  plannedFrom,
  sessionId,
} from "../../../shared/domain/coaching/session-planning.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, placeHere, whoHere } from "../../../shared/web/coaching/here.ts"
import { beginSession, moveSession, writingHere } from "./change.ts"
import { chanceHere, coachHere, todayHere } from "./here.ts"

type Given = Record<string, unknown>

const plannedIn = (c: C, given: Given): Planned => {
  const now = c.var.world.now()
  return plannedFrom(answered(planForm(now), given, now))
}

/** The site's lead and contributors are told the day, and so is the coach where a coordinator plans it. */
export const planSession = async (c: C, given: Given, key: MoveKey) => {
  const planned = plannedIn(c, given)
  const { organisation, phase } = placeHere(c)
  const { name, toSite, toCoach } = await writingHere(c)
  return beginSession(c, "replan", key, async () => {
    const id = sessionId(planned.on, chanceHere(c))
    const after = newSession({ ...planned, id, organisation, phase, coach: coachHere(c) })
    const words = plannedWords(after, name)
    return { after, letters: [...toSite(after, words), ...toCoach(after, words)] }
  })
}

export const replanSession = async (c: C, given: Given, key: MoveKey) => {
  const planned = plannedIn(c, given)
  const { name, toSite, toCoach } = await writingHere(c)
  return moveSession(c, "replan", key, async (before) => {
    const { time: _, place: __, ...rest } = before
    const after: Session = { ...rest, ...planned, state: moved(before, "replan", todayHere(c)) }
    if (isAsBefore(before, after))
      throw new Refused("not valid", {
        problems: [{ question: "on", says: "This is how it is planned already" }],
      })
    const words = plannedWords(after, name, before)
    return { after, letters: [...toSite(before, words), ...toCoach(before, words)] }
  })
}

const isAsBefore = (before: Session, after: Session) =>
  (["kind", "on", "time", "place"] as const).every((part) => before[part] === after[part])

export const cancelSession = async (c: C, given: Given, key: MoveKey) => {
  const now = c.var.world.now()
  const because = String(answered(cancelForm, given, now).because)
  const { name, toSite, toCoach } = await writingHere(c)
  return moveSession(c, "cancel", key, async (before) => {
    const after: Session = {
      ...before,
      state: moved(before, "cancel", todayHere(c)),
      cancelled: { by: whoHere(c), at: now.toISOString(), because },
    }
    const words = cancelledWords(after, name)
    return { after, note: because, letters: [...toSite(before, words), ...toCoach(before, words)] }
  })
}
