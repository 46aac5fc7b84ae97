import type { MiddlewareHandler } from "hono"
import { coachesOf } from "../../domain/coaching/assigned.ts"
import { isAssigned } from "../../domain/people/coaching-policy.ts"
import { seesOwnSitesMoney } from "../../domain/people/funding-policy.ts"
import { Refused } from "../../domain/refused.ts"
import { calendarIn, type WithSites } from "../../store/calendar.ts"
import type { SignedIn } from "../env.ts"
import { accountIn, type C } from "./here.ts"

/** Whether whoever asks may see the money of a site in a phase: a coach may of those that a phase names them for. */
export const seesMoneyOf = ({ var: { actor } }: C, phases: readonly WithSites[]) => {
  const coach = seesOwnSitesMoney(actor)
  return ({ organisation, phase }: { organisation: string; phase: string }) =>
    !coach || isAssigned(actor, { coaches: coachesOf(phases, organisation, phase) })
}

/** A coach finds the account of a site that is theirs; of any other, and of lists over all, nothing. */
export const enterAccount: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (seesOwnSitesMoney(c.var.actor)) {
    const phases = await calendarIn(c.var.world.table, c.var.world.settings.programme).phases()
    if (!seesMoneyOf(c, phases)(accountIn(c))) throw new Refused("not found")
  }
  await next()
}
