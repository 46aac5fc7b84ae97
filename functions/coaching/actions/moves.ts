import * as z from "zod"
import {
  type Action,
  carriedInto,
  closed,
  desks,
  doneForm,
  dropped,
  newAction,
} from "../../../shared/domain/actions/action.ts"
import { intoDay } from "../../../shared/domain/actions/action-words.ts"
import { changesBy, closesBy, closing, doneElsewhere } from "../../../shared/domain/actions/by-hand.ts"
import { carryForm, dropForm, setForm } from "../../../shared/domain/actions/hand-forms.ts"
import { answered } from "../../../shared/domain/answered.ts"
import type { CoachingRight } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { dateWords, plainDate } from "../../../shared/values/london.ts"
import {
  type C,
  coachedHere,
  forWhom,
  only,
  siteHere,
  siteName,
  whoHere,
} from "../../../shared/web/coaching/here.ts"
import { type Changed, changing, type Made } from "./changing.ts"
import { actionHere, knownHere } from "./desk.ts"
import { nameableHere, phaseNow } from "./people.ts"

export const mayChange = (c: C, one: Action) =>
  changesBy(c.var.actor, one, coachedHere(c, one.phase)) !== undefined

type By = (c: C, one: Action) => CoachingRight

const notByHand = (one: Action) => {
  const says = doneElsewhere(one)
  if (says !== undefined) throw new Refused("not possible now", { says })
}

const closingBy: By = (c, one) => {
  notByHand(one)
  const right = closesBy(c.var.actor, one, coachedHere(c, one.phase))
  if (!right) throw new Refused("not allowed", { says: forWhom(closing[one.owner]) })
  return right
}

const changingBy: By = (c, one) => {
  notByHand(one)
  const right = changesBy(c.var.actor, one, coachedHere(c, one.phase))
  if (!right) throw new Refused("not allowed", { says: whoChanges(one) })
  return right
}

const whoChanges = ({ from, owner }: Action) =>
  from.kind === "condition"
    ? "The Department set it as a condition of the award: a coordinator gives it another day or drops it."
    : `Whoever set it, ${desks[owner]} or a coordinator does this.`

/** One that this person may close, or drop and carry. */
export const actionToClose = (c: C): Promise<Action> => toMove(c, closingBy)
export const actionToChange = (c: C): Promise<Action> => toMove(c, changingBy)

const toMove = async (c: C, by: By): Promise<Action> => {
  const one = await actionHere(c)
  by(c, one)
  return one
}

/** A move of one that lies there: loaded, allowed and decided again where somebody was quicker. */
const moved = async (
  c: C,
  key: MoveKey,
  by: By,
  decide: (before: Action) => Omit<Changed, "before">,
): Promise<Made> => {
  const one = await actionHere(c)
  return changing(c, { phase: one.phase, right: by(c, one), key }, async () => {
    const before = await actionHere(c)
    by(c, before)
    return { before, ...decide(before) }
  })
}

export const closeAction = (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Made> => {
  const now = c.var.world.now()
  return moved(c, key, closingBy, (before) => ({
    move: "close action",
    after: closed(before, answered(doneForm, given, now), whoHere(c), now),
  }))
}

const why = z.object({ because: z.string() })

export const dropAction = (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Made> => {
  const now = c.var.world.now()
  return moved(c, key, changingBy, (before) => {
    const { because } = why.parse(answered(dropForm, given, now))
    return { move: "drop action", after: dropped(before, because, whoHere(c), now), note: because }
  })
}

const another = why.extend({ due: plainDate })

/** Gives it another day than the one that whoever asks has read: `was`. */
export const carryAction = (
  c: C,
  { was, ...given }: Record<string, unknown>,
  key: MoveKey,
): Promise<Made> => {
  const now = c.var.world.now()
  return moved(c, key, changingBy, (before) => {
    if (before.state === "open" && was !== before.due)
      throw new Refused("changed by someone else", {
        says: `Its day was changed meanwhile: it is ${dateWords(before.due)} now. Nothing was changed by you.`,
      })
    const { because, due } = another.parse(answered(carryForm(before, now), given, now))
    const after = carriedInto(before, intoDay(due), now, due, { by: whoHere(c), because })
    return { move: "carry action", after, note: because }
  })
}

const setting = z.object({
  text: z.string(),
  owner: z.enum(["site", "coach", "coordinators", "department"]),
  who: z.string().optional(),
  due: plainDate,
})

/** Whoever may not set one here, or names a site that is none, is refused. */
export const maySet = (c: C) => {
  knownHere(c)
  only(c, "set action")
}

/** A new one, on somebody's desk: about the phase that the site is in. */
export const setAction = (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Made> => {
  maySet(c)
  const phase = phaseNow(c)?.phase.id
  return changing(c, { phase, right: "set action", key }, async () => {
    const now = c.var.world.now()
    const people = await nameableHere(c)
    const { who, ...asked } = setting.parse(answered(setForm(people, now), given, now))
    const named = people.find(({ person }) => person === who)
    const about = {
      ...asked,
      id: `${asked.due}-${Buffer.from(c.var.world.random(9)).toString("base64url")}`,
      organisation: siteHere(c),
      ...(phase !== undefined && { phase }),
      name: siteName(c),
      from: { kind: "by hand" as const },
      ...(named && { who: { person: named.person, name: named.name } }),
    }
    return { move: "set action", after: newAction(about, whoHere(c), now) }
  })
}
