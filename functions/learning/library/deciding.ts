import { answered } from "../../../shared/domain/answered.ts"
import { becameWords, notSharedLetter, withdrawingForm } from "../../../shared/domain/learning/became.ts"
import { decided, withdrawn } from "../../../shared/domain/learning/deciding.ts"
import { decidingForm } from "../../../shared/domain/learning/deciding-form.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import type { Idea } from "../../../shared/domain/learning/idea.ts"
import { libraryId } from "../../../shared/domain/learning/library.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import {
  changeDecided,
  noLongerWaiting,
  outOfLibrary,
  putDecided,
  putInLibrary,
  putLearningLetter,
} from "../../../shared/store/learning.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { yoursAt } from "../addresses.ts"
import type { Given } from "../given.ts"
import {
  type C,
  changingHere,
  mayHere,
  only,
  programmeHere,
  randomHere,
  siteNames,
  storeHere,
  whoHere,
} from "../here.ts"

export type Moved = { idea: string; state: string }

/** What waits, for a coordinator; where it waits no longer, what became of it. */
export const waitingHere = async (c: C, offer: string): Promise<Idea> => {
  only(c, "approve learning")
  const one = await storeHere(c).oneWaiting(offer)
  if (one) return one
  throw await over(c, offer)
}

/** Shared with every site, with everybody, or left: all that changes is one write. */
export const decide = (c: C, offer: string, { read, stays }: Given, key: MoveKey): Promise<Moved> => {
  only(c, "approve learning")
  return moving(c, key, async () => {
    const one = await waitingHere(c, offer)
    const now = c.var.world.now()
    const form = decidingForm(one)
    const answers = answered(form, { words: one.text, ...read(form) }, now)
    if (answers.decision !== "leave")
      askOnce(doubtsIn(form, answers, { read: ["words"], sites: siteNames(c), now }), stays)
    const { id, after, library } = decided(one, answers, { by: whoHere(c), at: now, random: randomHere(c) })
    const programme = programmeHere(c)
    return {
      actions: [
        ...(await lineOf(c, "approve learning", after.left ? "leave" : `share ${library?.level}`, id, after)),
        noLongerWaiting(programme, one),
        ...putDecided(programme, id, after),
        ...(library ? putInLibrary(programme, library) : []),
        ...(await lettersAbout(c, id, after)),
      ],
      result: { idea: id, state: library?.level ?? "left" },
    }
  })
}

/** Taken back before anybody decided, by whoever offered it. */
export const takeBack = (c: C, offer: string, key: MoveKey): Promise<Moved> =>
  moving(c, key, async () => {
    const one = await storeHere(c).oneWaiting(offer)
    if (!one) throw await over(c, offer)
    if (!isTheirs(c, one)) throw new Refused("not found")
    const now = c.var.world.now()
    const id = libraryId(londonDate(now), randomHere(c))
    const after = withdrawn(one, { by: whoHere(c), at: now })
    return {
      actions: [
        ...(await lineOf(c, "see learning", "take back", id, after)),
        noLongerWaiting(programmeHere(c), one),
        ...putDecided(programmeHere(c), id, after),
      ],
      result: { idea: id, state: "taken back" },
    }
  })

/** One of the library, for whoever offered it and for coordinators. */
export const withdrawable = async (c: C, idea: string): Promise<Idea> => {
  const one = await storeHere(c).decided(idea)
  if (one?.shared?.as !== idea) throw new Refused("not found")
  if (!isTheirs(c, one) && !mayHere(c, "approve learning"))
    throw new Refused("not allowed", { says: "This is for whoever offered it, and for coordinators." })
  return one
}

/** Out of the library, with why. Its words go. */
export const withdraw = (c: C, idea: string, { read }: Given, key: MoveKey): Promise<Moved> =>
  moving(c, key, async () => {
    const one = await withdrawable(c, idea)
    if (one.withdrawn || !one.shared)
      throw new Refused("not possible now", { says: `${becameWords(one)} It stands.` })
    const now = c.var.world.now()
    const { because } = answered(withdrawingForm, read(withdrawingForm), now)
    const after = withdrawn(one, { by: whoHere(c), at: now }, String(because))
    const programme = programmeHere(c)
    return {
      actions: [
        ...(await lineOf(c, "see learning", "withdraw", idea, after)),
        changeDecided(programme, idea, after, one),
        ...outOfLibrary(programme, { id: idea, level: one.shared.level }),
        ...(await lettersAbout(c, `${idea}-withdrawn`, after)),
      ],
      result: { idea, state: "withdrawn" },
    }
  })

/** The same key gives what it gave before. */
const moving = async (
  c: C,
  key: MoveKey,
  decide: Parameters<typeof keyedWrite<Moved>>[2],
): Promise<Moved> => {
  const { actor, world } = c.var
  const at = keys.learningMove(programmeHere(c), actor.id, key.key)
  const { idea, state } = await keyedWrite<Moved>(world.table, { at, key }, decide)
  return { idea, state }
}

const lineOf = (c: C, right: "approve learning" | "see learning", move: string, id: string, one: Idea) => {
  const note = one.left?.because ?? one.withdrawn?.because
  return storeHere(c).changes.next({
    ...changingHere(c, { right, record: "library", move, ...(note !== undefined && { note }) }),
    about: { kind: "idea", id, title: one.from.kind === "good news" ? "Good news" : "An idea" },
  })
}

const isTheirs = ({ var: { actor } }: C, { offered }: Idea) => offered.by.person === actor.id

/** What became of something that does not wait: told to those who may know it, and not found by anybody else. */
const over = async (c: C, offer: string): Promise<Refused> => {
  const one = await storeHere(c).decided(offer)
  if (!one || !(isTheirs(c, one) || mayHere(c, "approve learning"))) return new Refused("not found")
  return new Refused("not possible now", { says: `${becameWords(one)} It stands.` })
}

/** To whoever offered it, where it is not shared, or not any more, by somebody else's decision. */
const lettersAbout = async (c: C, id: string, one: Idea) => {
  if (isTheirs(c, one)) return []
  const { world } = c.var
  const known = await peopleIn(world.table).known(one.offered.by.person)
  const grant = known?.grants.find((each) => isLive(each, world.now()))
  const to = known && grant ? [{ name: known.person.name, email: known.person.email, role: grant.role }] : []
  return notSharedLetter(one, { id, path: yoursAt, at: world.now(), to }).map((letter) =>
    putLearningLetter(programmeHere(c), letter),
  )
}
