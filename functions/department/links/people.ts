import type { Actor } from "../../../shared/domain/people/actor.ts"
import { isLive } from "../../../shared/domain/people/grant.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import {
  mayInSelection,
  type SelectionRight,
  selectionPolicy,
} from "../../../shared/domain/people/selection-policy.ts"
import { actorFrom, peopleIn } from "../../../shared/store/people.ts"
import type { C } from "../../../shared/web/panel/here.ts"

/** Everybody of the selection panel, by name, with all that they may do anywhere: what bars them is among it. */
export const panelPeople = async ({ var: { world } }: C): Promise<Actor[]> => {
  const people = peopleIn(world.table)
  const at = world.now()
  const members = await people.membersOf(programmeItself)
  const ids = members
    .filter((one) => isLive(one, at) && selectionPolicy["see arrivals"].includes(one.role))
    .map(({ person }) => person)
  const known = await Promise.all([...new Set(ids)].map(people.known))
  return known
    .flatMap((one) => (one ? [actorFrom(one, at)] : []))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

export const having = (people: Actor[], right: SelectionRight) =>
  people.filter((one) => mayInSelection(one, right))

/** The name of somebody who is or was of the panel, for the history. */
export const nameOf = async ({ var: { world } }: C, person: string): Promise<string> =>
  (await peopleIn(world.table).known(person))?.person.name ?? "Somebody"
