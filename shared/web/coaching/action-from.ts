import type { Action } from "../../domain/actions/action.ts"
import { type Actor, rolesAt } from "../../domain/people/actor.ts"
import type { CoachingView } from "../../domain/people/coaching-policy.ts"
import { evaluationViewOf } from "../../domain/people/evaluation-policy.ts"
import { mayWithMoney } from "../../domain/people/funding-policy.ts"
import { mayAtSite, mayInProgramme } from "../../domain/people/policy.ts"
import { onePageAt } from "../evaluation/addresses.ts"
import { returnAt } from "../funding/addresses.ts"
import { goingAt, risksAt, sessionAt } from "./addresses.ts"

/** Where what an action comes from can be read by this person; nothing where they may not read it, or it is its own record. */
export const fromAt = (
  { from, organisation, phase }: Pick<Action, "from" | "organisation" | "phase">,
  actor: Actor,
  view: CoachingView | undefined,
): string | undefined => {
  const here = `/organisations/${organisation}`
  const inside = rolesAt(actor, organisation).length > 0
  switch (from.kind) {
    case "condition":
      return inside ? `${here}/submissions/${from.reference}/decision` : undefined
    case "question":
      if (!readsReturns(actor, organisation)) return undefined
      if (inside) return `${here}/submissions/${from.reference}/figure-questions/${from.number}`
      return phase === undefined ? undefined : `${returnAt(phase, organisation, from.reference)}#questions`
    case "cover":
      if (mayAtSite(actor, "see calendar", organisation)) return `${here}/returns/${from.round}`
      return mayInProgramme(actor, "see programme")
        ? `/programme/sites/${organisation}/returns/${from.round}`
        : undefined
    case "session":
      return view && phase !== undefined ? sessionAt(organisation, phase, from.id) : undefined
    case "rating":
      return view && phase !== undefined ? goingAt(organisation, phase) : undefined
    case "risk":
      return view === "whole" && phase !== undefined ? risksAt(organisation, phase) : undefined
    case "figure":
      return inside && evaluationViewOf(actor, { organisation, coaches: [] }) === "true"
        ? `${here}/submissions/${from.reference}`
        : undefined
    case "board":
      return inside && phase !== undefined ? onePageAt(organisation, phase) : undefined
    case "by hand":
      return undefined
  }
}

/** Whoever reads returns about money opens what belongs to them too. */
const readsReturns = (actor: Actor, organisation: string) =>
  mayWithMoney(actor, "open evidence", organisation)
