import { currentPhase } from "../../../shared/domain/calendar/board.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../here.ts"

/** Who is told of a session: the leads of the sites of the phase that runs, and those who coach them. */
export const toldHere = async (c: C): Promise<Member[]> => {
  const { phases, world } = c.var
  const sites = currentPhase(phases, londonDate(world.now()))?.sites ?? []
  const people = peopleIn(world.table)
  const [team, ...members] = await Promise.all(
    [programmeItself, ...new Set(sites.map(({ organisation }) => organisation))].map((one) =>
      people.membersOf(one),
    ),
  )
  const coaching = new Set(sites.map(({ coach }) => coach?.person))
  return [
    ...members.flat().filter(({ role }) => role === "lead"),
    ...(team ?? []).filter(({ role, person }) => role === "coach" && coaching.has(person)),
  ]
}
