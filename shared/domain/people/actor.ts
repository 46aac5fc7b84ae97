import type { Grant } from "./grant.ts"
import type { Role } from "./role.ts"

export type PersonId = string

/** A signed-in person with all the grants that count now. Two actors are the same person when their ids are. */
export type Actor = {
  id: PersonId
  name: string
  email: string
  grants: Grant[]
}

/** The roles this person holds at an organisation. */
export const rolesAt = (actor: Actor, organisation: string): Role[] =>
  actor.grants.filter((one) => one.organisation === organisation).map(({ role }) => role)

/** The roles this person holds in the programme itself. */
export const programmeRolesOf = (actor: Actor): Role[] =>
  actor.grants.filter((one) => one.organisation === undefined).map(({ role }) => role)

/** Which grant a move was made with: kept on the event. */
export const grantFor = (actor: Actor, organisation: string, allowed: readonly Role[]): Grant | undefined =>
  actor.grants.find((one) => one.organisation === organisation && allowed.includes(one.role))

/** The same for a move in the programme itself: a grant over one organisation is none. */
export const programmeGrantFor = (actor: Actor, allowed: readonly Role[]): Grant | undefined =>
  actor.grants.find((one) => one.organisation === undefined && allowed.includes(one.role))
