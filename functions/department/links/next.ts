import type { Actor } from "../../../shared/domain/people/actor.ts"
import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import { expressionAt, roundAt } from "../../../shared/web/panel/addresses.ts"
import { checkAt } from "./addresses.ts"

/** Where somebody without a link goes on to: what they are there to do with it. */
export const pageAfter = (actor: Actor, round: string, reference: string): string => {
  if (mayInSelection(actor, "read expressions")) return expressionAt(round, reference)
  if (mayInSelection(actor, "give a view")) return `${expressionAt(round, reference)}/view`
  if (mayInSelection(actor, "check who can apply")) return checkAt(round, reference)
  return roundAt(round)
}
