import type { Actor } from "../people/actor.ts"
import { type Coached, type CoachingRight, mayCoach } from "../people/coaching-policy.ts"
import type { Action, Desk } from "./action.ts"

/** Who says that something is done: whoever has the desk it lies on. */
export const closing: Record<Desk, CoachingRight> = {
  site: "close action of the site",
  coach: "close action of the coach",
  coordinators: "close action of the coordinators",
  department: "close action of the department",
}

type About = Pick<Action, "owner" | "from" | "set" | "state">

/** The right by which somebody may say that it is done, where they may. */
export const closesBy = (actor: Actor, one: About, at: Coached): CoachingRight | undefined =>
  doneElsewhere(one) === undefined && mayCoach(actor, closing[one.owner], at) ? closing[one.owner] : undefined

/**
 * The right by which somebody may drop it or give it another day: whoever set it, whoever has its desk, or a
 * coordinator. What the Department decided as a condition of an award is not for those whom it binds.
 */
export const changesBy = (actor: Actor, one: About, at: Coached): CoachingRight | undefined => {
  if (doneElsewhere(one) !== undefined) return undefined
  const setIt = one.set?.by.person === actor.id
  const rights: CoachingRight[] = [
    ...(one.from.kind === "condition" ? [] : [closing[one.owner]]),
    ...(setIt ? (["set action"] as const) : []),
    closing.coordinators,
  ]
  return rights.find((right) => mayCoach(actor, right, at))
}

/** Where something is done by what it comes from, and never by hand: how. */
export const doneElsewhere = ({ from }: Pick<Action, "from">): string | undefined =>
  from.kind === "question"
    ? "It is done once the question is answered, or whoever asked closes it."
    : undefined
