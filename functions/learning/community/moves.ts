import { answered } from "../../../shared/domain/answered.ts"
import {
  cancelledSession,
  changedSession,
  mayBeWritten,
  plannedSession,
  stillToCome,
  writtenSession,
} from "../../../shared/domain/learning/community.ts"
import { cancellingForm, planningForm, writingForm } from "../../../shared/domain/learning/community-forms.ts"
import { sessionLetter } from "../../../shared/domain/learning/community-letters.ts"
import type { CommunitySession } from "../../../shared/domain/learning/community-session.ts"
import { shared } from "../../../shared/domain/learning/deciding.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Action } from "../../../shared/store/action.ts"
import { putSession } from "../../../shared/store/community.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import { putDecided, putInLibrary, putLearningLetter } from "../../../shared/store/learning.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { sessionAt } from "../addresses.ts"
import type { Given } from "../given.ts"
import {
  type C,
  changingHere,
  communityHere,
  only,
  programmeHere,
  randomHere,
  siteNames,
  storeHere,
  whoHere,
} from "../here.ts"
import { toldHere } from "./told.ts"

export type Moved = { session: string; state: string }

const right = "keep community sessions"

/** The session of the address. */
export const sessionHere = async (c: C): Promise<CommunitySession> => {
  const one = await communityHere(c).session(c.req.param("session") ?? "")
  if (!one) throw new Refused("not found")
  return one
}

/** The same, for whoever keeps them; refused where it can have no form any more, or none yet. */
const keptHere = async (
  c: C,
  holds: (one: CommunitySession, at: Date) => void,
): Promise<CommunitySession> => {
  only(c, right)
  const one = await sessionHere(c)
  holds(one, c.var.world.now())
  return one
}
export const toComeHere = (c: C) => keptHere(c, stillToCome)
export const endedHere = (c: C) => keptHere(c, mayBeWritten)

export const plan = async (c: C, { read }: Given, key: MoveKey): Promise<Moved> => {
  only(c, right)
  const now = c.var.world.now()
  const form = planningForm(now)
  const answers = answered(form, read(form), now)
  const members = await toldHere(c)
  return moving(c, key, async () => {
    const one = plannedSession(answers, { ...doing(c), random: randomHere(c) })
    return {
      move: "plan",
      after: one,
      actions: lettersOf(c, one, members),
      state: "planned",
    }
  })
}

/** Another day, time, place or agenda, before it takes place. */
export const change = async (c: C, { read }: Given, key: MoveKey): Promise<Moved> => {
  only(c, right)
  const now = c.var.world.now()
  const form = planningForm(now)
  const members = await toldHere(c)
  return moving(c, key, async () => {
    const before = await toComeHere(c)
    const answers = answered(form, read(form), now)
    const { after, moved } = changedSession(before, answers, doing(c))
    return {
      move: moved ? "move" : "change",
      after,
      before,
      actions: moved ? lettersOf(c, after, members, before) : [],
      state: "planned",
    }
  })
}

export const cancel = async (c: C, { read }: Given, key: MoveKey): Promise<Moved> => {
  only(c, right)
  const members = await toldHere(c)
  return moving(c, key, async () => {
    const before = await toComeHere(c)
    const { because } = answered(cancellingForm, read(cancellingForm), c.var.world.now())
    const after = cancelledSession(before, String(because), doing(c))
    return {
      move: "cancel",
      note: String(because),
      after,
      before,
      actions: lettersOf(c, after, members),
      state: "cancelled",
    }
  })
}

/** What came of it. Ideas go straight to every site, in the same write. */
export const writeUp = (c: C, { read, stays }: Given, key: MoveKey): Promise<Moved> =>
  moving(c, key, async () => {
    const before = await endedHere(c)
    const now = c.var.world.now()
    const form = writingForm(now, before.held)
    const answers = answered(form, read(form), now)
    askOnce(doubtsIn(form, answers, { read: ["learned"], sites: siteNames(c), now }), stays)
    const { after, ideas } = writtenSession(before, answers, { ...doing(c), newId: () => randomHere(c) })
    const programme = programmeHere(c)
    return {
      move: "write up",
      after,
      before,
      actions: ideas.flatMap((idea) => {
        const decision = shared(idea, "community", { ...doing(c), random: randomHere(c) })
        return [
          ...putDecided(programme, decision.id, decision.after),
          ...(decision.library ? putInLibrary(programme, decision.library) : []),
        ]
      }),
      state: "held",
    }
  })

const doing = (c: C) => ({ by: whoHere(c), at: c.var.world.now() })

type Decided = {
  move: string
  note?: string
  after: CommunitySession
  before?: CommunitySession
  actions: Action[]
  state: string
}

/** The session, its line and whatever goes with it, in one write; the same key gives what it gave before. */
const moving = async (c: C, key: MoveKey, decide: () => Promise<Decided>): Promise<Moved> => {
  only(c, right)
  const { actor, world } = c.var
  const at = keys.learningMove(programmeHere(c), actor.id, key.key)
  const { session, state } = await keyedWrite<Moved>(world.table, { at, key }, async () => {
    const { move, note, after, before, actions, state } = await decide()
    const lines = await storeHere(c).changes.next({
      ...changingHere(c, { right, record: "sessions", move, ...(note !== undefined && { note }) }),
      about: { kind: "community session", id: after.id, title: "Community of practice session" },
    })
    return {
      actions: [...lines, putSession(programmeHere(c), after, before), ...actions],
      result: { session: after.id, state },
    }
  })
  return { session, state }
}

const lettersOf = (
  c: C,
  one: CommunitySession,
  members: Awaited<ReturnType<typeof toldHere>>,
  before?: CommunitySession,
): Action[] =>
  sessionLetter(one, { members, at: c.var.world.now(), path: sessionAt(one.id) }, before).map((letter) =>
    putLearningLetter(programmeHere(c), letter),
  )
