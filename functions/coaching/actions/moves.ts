import { type Action, closed, type Desk, doneForm, inOrder } from "../../../shared/domain/actions/action.ts"
import { answered } from "../../../shared/domain/answered.ts"
import { type CoachingRight, mayCoach } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { actionsIn, putAction } from "../../../shared/store/actions.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, coachedHere, forWhom, siteHere, whoHere } from "../../../shared/web/coaching/here.ts"

const storeHere = (c: C) => actionsIn(c.var.world.table, siteHere(c))

/** Who says that something is done: whoever has the desk it lies on. */
const closing: Record<Desk, CoachingRight> = {
  site: "close action of the site",
  coach: "close action of the coach",
  coordinators: "close action of the coordinators",
  department: "close action of the department",
}

export const mayClose = (c: C, { owner, phase }: Pick<Action, "owner" | "phase">) =>
  mayCoach(c.var.actor, closing[owner], coachedHere(c, phase))

/** What is to be done about the site: what is open first, by its day. */
export const actionsHere = async (c: C): Promise<Action[]> => inOrder(await storeHere(c).all())

export const actionHere = async (c: C): Promise<Action> => {
  const found = await storeHere(c).one(c.req.param("action") ?? "")
  if (!found) throw new Refused("not found")
  return found
}

/** One that this person may close. */
export const actionToClose = async (c: C): Promise<Action> => {
  const one = await actionHere(c)
  if (!mayClose(c, one)) throw new Refused("not allowed", { says: forWhom(closing[one.owner]) })
  return one
}

export type Closed = { action: string; state: string }

export const closeAction = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Closed> => {
  await actionToClose(c)
  const { actor, world } = c.var
  const at = keys.siteMove(siteHere(c), actor.id, key.key)
  const made = await keyedWrite<Closed>(world.table, { at, key }, async () => {
    const before = await actionHere(c)
    const now = world.now()
    const after = closed(before, answered(doneForm, given, now), whoHere(c), now)
    return { actions: putAction(after, before), result: { action: after.id, state: after.state } }
  })
  return { action: made.action, state: made.state }
}
