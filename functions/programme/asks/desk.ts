import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { mayInProgramme } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import type { C } from "../desk.ts"

/** For whoever may see what is asked and not answer it. */
export const granters = "You can read what sites ask. A programme coordinator answers."

export const mayGrant = ({ var: { actor } }: C) => mayInProgramme(actor, "grant time")

export const grantersOnly = (c: C) => {
  if (!mayGrant(c)) throw new Refused("not allowed", { says: granters })
}

/** One return of one site, as it stands. */
export const returnHere = async (c: C): Promise<Expected> => {
  const { organisation = "", round = "" } = c.req.param()
  const found = await expectedIn(c.var.world.table).of(organisation, round)
  if (!found?.owed) throw new Refused("not found")
  return found
}

export const returnToDecide = (c: C): Promise<Expected> => {
  grantersOnly(c)
  return returnHere(c)
}
