import { newAction, type Action as ToDo } from "../../../shared/domain/actions/action.ts"
import { answered } from "../../../shared/domain/answered.ts"
import type { CoachingMove } from "../../../shared/domain/coaching/move.ts"
import {
  closedFor,
  highCount,
  lookedAt,
  newRisk,
  type Risk,
  type RiskLook,
  riskName,
} from "../../../shared/domain/coaching/risk.ts"
import { actionFrom, factsFrom } from "../../../shared/domain/coaching/risk-answers.ts"
import { closeForm, riskForm } from "../../../shared/domain/coaching/risk-form.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Answers } from "../../../shared/form/question.ts"
import { putAction } from "../../../shared/store/actions.ts"
import { type Decided, putShared } from "../../../shared/store/coaching.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { stampWords } from "../../../shared/values/london.ts"
import {
  type C,
  changeHere,
  forWhom,
  mayHere,
  placeHere,
  whoHere,
} from "../../../shared/web/coaching/here.ts"
import { newKey } from "../../../shared/web/move-key.ts"
import { allHere, keepersOnly, riskIn } from "./desk.ts"

export type Kept = { risk: string; state: Risk["state"]; action?: string }

const right = "keep risks"

export const formHere = (c: C, title: string) =>
  riskForm({ title, now: c.var.world.now(), maySet: mayHere(c, "set action") })

/** A risk more. Nobody asks for any number of them. */
export const addRisk = (c: C, typed: Record<string, unknown>, key: MoveKey): Promise<Kept> =>
  keeping(c, key, async () => {
    const answers = answersHere(c, typed)
    const all = await allHere(c)
    const one = newRisk(placed(c), all, factsFrom(answers), whoHere(c), c.var.world.now())
    return kept("add risk", { all, one, set: actionOf(c, one, answers) })
  })

/** Another look at the risk in the address: what was seen before is kept. `seen` is the revision that was read. */
export const lookAtRisk = (c: C, typed: Record<string, unknown>, seen: number, key: MoveKey): Promise<Kept> =>
  keeping(c, key, async () => {
    const all = await allHere(c)
    const before = riskIn(all, c)
    asSeen(before, seen)
    const answers = answersHere(c, typed)
    const { one, before: look } = lookedAt(before, all, factsFrom(answers), whoHere(c), c.var.world.now())
    return kept("change risk", { all, before, one, look, set: actionOf(c, one, answers) })
  })

export const closeRisk = (c: C, typed: Record<string, unknown>, key: MoveKey): Promise<Kept> =>
  keeping(c, key, async () => {
    const all = await allHere(c)
    const before = riskIn(all, c)
    const now = c.var.world.now()
    const { because } = answered(closeForm, typed, now)
    return kept("close risk", { all, before, one: closedFor(before, String(because), whoHere(c), now) })
  })

const keeping = async (c: C, key: MoveKey, decide: () => Promise<Decided<Kept>>): Promise<Kept> => {
  keepersOnly(c)
  const { risk, state, action } = await changeHere<Kept>(c, { right, key }, decide)
  return { risk, state, ...(action !== undefined && { action }) }
}

type Change = { all: Risk[]; before?: Risk; one: Risk; look?: RiskLook; set?: ToDo }

/** The line, the risk and its action, with how many are high then: together or not at all. */
const kept = (move: CoachingMove, { all, before, one, look, set }: Change): Decided<Kept> => {
  const others = all.filter(({ id }) => id !== one.id)
  const name = riskName(one)
  return {
    move,
    about: { kind: "risk", id: one.id, title: name.charAt(0).toUpperCase() + name.slice(1) },
    head: { highRisks: highCount([...others, one]) },
    actions: [
      putShared("RISK", one, before),
      ...(look ? [putShared("RISKLOOK", look)] : []),
      ...(set ? putAction(set) : []),
    ],
    result: { risk: one.id, state: one.state, ...(set && { action: set.id }) },
  }
}

const placed = (c: C) => {
  const { organisation, phase } = placeHere(c)
  return { organisation, phase }
}

/** What was answered; an action is set by whoever may set one. */
const answersHere = (c: C, typed: Record<string, unknown>): Answers => {
  if (typed.action === "yes" && !mayHere(c, "set action"))
    throw new Refused("not allowed", { says: forWhom("set action") })
  return answered(formHere(c, ""), typed, c.var.world.now())
}

const actionOf = (c: C, one: Risk, answers: Answers): ToDo | undefined => {
  const found = actionFrom(answers)
  if (!found) return undefined
  const { world } = c.var
  return newAction(
    {
      ...found,
      ...placed(c),
      id: `${found.due}-${newKey(world)}`,
      name: placeHere(c).name,
      from: { kind: "risk", id: one.id, title: riskName(one) },
    },
    whoHere(c),
    world.now(),
  )
}

const asSeen = ({ revision, looked }: Risk, seen: number) => {
  if (revision === seen) return
  throw new Refused("changed by someone else", {
    says: `This risk was changed after you opened the page: ${looked.by.name} looked at it last, on ${stampWords(new Date(looked.at))}. Nothing was changed. If yours is right, save it again.`,
  })
}
