import { type Action, closed, doneForm, inOrder } from "../../shared/domain/actions/action.ts"
import { answered } from "../../shared/domain/answered.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { mayAtSite, type SiteRight, sitePolicy } from "../../shared/domain/people/policy.ts"
import { roles } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { actionsIn, putAction } from "../../shared/store/actions.ts"
import { keyedWrite } from "../../shared/store/keyed.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { C } from "./desk.ts"

const siteHere = (c: C) => c.req.param("organisation") ?? ""

const storeHere = (c: C) => actionsIn(c.var.world.table, siteHere(c))

const right: SiteRight = "close actions"

export const actionsAt = (organisation: string) => `/organisations/${organisation}/actions`

export const mayClose = (c: C) => mayAtSite(c.var.actor, right, siteHere(c))

/** What the site has to do: what is open first, by its day. */
export const actionsHere = async (c: C): Promise<Action[]> => inOrder(await storeHere(c).all())

/** What is open, for a home: asked for only where its calendar says that its award has conditions. */
export const actionsOwed = async (c: C, expected: Pick<Expected, "conditions">[]): Promise<Action[]> =>
  expected.some(({ conditions }) => conditions)
    ? (await actionsHere(c)).filter(({ state }) => state === "open")
    : []

export const actionHere = async (c: C): Promise<Action> => {
  const found = await storeHere(c).one(c.req.param("action") ?? "")
  if (!found) throw new Refused("not found")
  return found
}

/** One that this person may close. */
export const actionToClose = async (c: C): Promise<Action> => {
  if (!mayClose(c))
    throw new Refused("not allowed", {
      says: `This is for the ${sitePolicy[right].map((role) => roles[role].words).join(" or the ")}.`,
    })
  return actionHere(c)
}

export type Closed = { action: string; state: string }

export const closing = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Closed> => {
  await actionToClose(c)
  const { actor, world } = c.var
  const at = keys.siteMove(siteHere(c), actor.id, key.key)
  const made = await keyedWrite<Closed>(world.table, { at, key }, async () => {
    const before = await actionHere(c)
    const now = world.now()
    const after = closed(before, answered(doneForm, given, now), { person: actor.id, name: actor.name }, now)
    return { actions: [putAction(after, before)], result: { action: after.id, state: after.state } }
  })
  return { action: made.action, state: made.state }
}
