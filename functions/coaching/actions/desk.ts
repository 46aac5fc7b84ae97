import { type Action, type Desk, desks, inOrder, isLate } from "../../../shared/domain/actions/action.ts"
import { seenIn } from "../../../shared/domain/actions/seen.ts"
import { type StoodOn, stoodOn } from "../../../shared/domain/actions/stood-on.ts"
import { rolesAt } from "../../../shared/domain/people/actor.ts"
import { coachingViewOf } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, coachedHere, siteHere } from "../../../shared/web/coaching/here.ts"

const storeHere = (c: C) => actionsIn(c.var.world.table, siteHere(c))

/** Whoever of the programme names an organisation that is in no phase finds nothing there. */
export const knownHere = (c: C) => {
  const organisation = siteHere(c)
  const isSite = c.var.phases.some(({ sites }) => sites.some((one) => one.organisation === organisation))
  if (!isSite && rolesAt(c.var.actor, organisation).length === 0) throw new Refused("not found")
}

/** An action as whoever asks may see it: a coach sees those of the phases that they coach. */
export const seenHere = (c: C, one: Action): Action | undefined => {
  const view = coachingViewOf(c.var.actor, coachedHere(c, one.phase), "see actions")
  return view && seenIn(view, one)
}

/** Which of them a list shows. */
export const actionStates = { open: "To do", late: "Late", over: "Done or dropped" } as const
export type ListState = keyof typeof actionStates
export type Chosen = { desk?: Desk; state?: ListState }

export const chosenHere = (c: C): Chosen => {
  const { desk = "", state = "" } = c.req.query()
  return {
    ...(Object.hasOwn(desks, desk) && { desk: desk as Desk }),
    ...(Object.hasOwn(actionStates, state) && { state: state as ListState }),
  }
}

/** What is to be done about the site: what is open first, by its day, so that what is late leads. */
export const actionsHere = async (c: C, { desk, state }: Chosen = {}): Promise<Action[]> => {
  knownHere(c)
  const store = storeHere(c)
  const all = await (state === undefined ? store.all() : state === "over" ? store.over() : store.open())
  const today = londonDate(c.var.world.now())
  return inOrder(
    all
      .flatMap((one) => seenHere(c, one) ?? [])
      .filter((one) => desk === undefined || one.owner === desk)
      .filter((one) => state !== "late" || isLate(one, today)),
  )
}

export const actionHere = async (c: C): Promise<Action> => {
  const one = await storeHere(c).one(c.req.param("action") ?? "")
  if (!one || !seenHere(c, one)) throw new Refused("not found")
  return one
}

export type OnAction = { one: Action; stood: StoodOn[] }

/** One action as it may be seen, with the returns on which it stood. */
export const actionWhole = async (c: C): Promise<OnAction> => {
  const found = await actionHere(c)
  const one = seenHere(c, found) ?? found
  return { one, stood: stoodOn(one, await expectedIn(c.var.world.table).all(siteHere(c))) }
}

export type Listed = { chosen: Chosen; actions: Action[]; stood: (one: Action) => StoodOn[] }

/** The list of a page, with the returns on which each stood. */
export const listedHere = async (c: C): Promise<Listed> => {
  const chosen = chosenHere(c)
  const [actions, returns] = await Promise.all([
    actionsHere(c, chosen),
    expectedIn(c.var.world.table).all(siteHere(c)),
  ])
  return { chosen, actions, stood: (one) => stoodOn(one, returns) }
}
