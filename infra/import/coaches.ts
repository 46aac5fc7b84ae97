import { coachesOf } from "../../shared/domain/coaching/assigned.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import { coachingGrantFor } from "../../shared/domain/people/coaching-policy.ts"
import type { Grant } from "../../shared/domain/people/grant.ts"
import type { WithSites } from "../../shared/store/calendar.ts"
import { actorFrom, peopleIn } from "../../shared/store/people.ts"
import type { Table } from "../../shared/store/table.ts"

export type By = { actor: Actor; grant: Grant }
type At = { organisation: string; phase: string }

/** Who may write up a session of a site: whoever could by its page, at this moment. In words why somebody may not. */
export const coachesIn = (table: Table, phases: readonly WithSites[], now: Date) => {
  const known = new Map<string, Promise<Actor | undefined>>()

  const find = async (email: string): Promise<Actor | undefined> => {
    const people = peopleIn(table)
    const id = await people.idOf(email)
    const found = id === undefined ? undefined : await people.known(id)
    return found && actorFrom(found, now)
  }

  const named = (email: string): Promise<Actor | undefined> => {
    const address = email.toLowerCase()
    const found = known.get(address) ?? find(address)
    known.set(address, found)
    return found
  }

  const at = async (email: string, { organisation, phase }: At): Promise<By | { refused: string }> => {
    const actor = await named(email)
    if (!actor) return { refused: "nobody here has the address of its coach" }
    const coaches = coachesOf(phases, organisation, phase)
    const grant = coachingGrantFor(actor, "write session", { organisation, coaches })
    if (grant) return { actor, grant }
    return {
      refused: actor.grants.some(({ role }) => role === "coach")
        ? `its coach is not the coach of ${organisation} in ${phase}`
        : "its coach is not admitted as a coach now",
    }
  }

  return { named, at }
}
