import type { Context } from "hono"
import { hasEnded, isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { type Organisation, programmeItself } from "../../shared/domain/people/organisation.ts"
import { mayWithPeople, type PeopleRight } from "../../shared/domain/people/policy.ts"
import { organisationRoles, programmeRoles, type Role } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { SignedIn } from "../../shared/web/env.ts"

export type C = Context<SignedIn>

export const peopleAt = "/organisations/:organisation/people"
export const programmePeopleAt = "/programme/people"

/** Where people belong: an organisation, or the programme itself. `here` is the address of its people. */
export type Place = {
  id: string
  name: string
  shortName: string
  here: string
  /** What somebody may be there. */
  roles: Role[]
  organisation?: Organisation
}

/** Whose people the address means, and where they are. */
export const placeId = (c: C): string => {
  const organisation = c.req.param("organisation")
  if (organisation === programmeItself) throw new Refused("not found")
  return organisation ?? programmeItself
}
export const hereOf = (id: string) =>
  id === programmeItself ? programmePeopleAt : peopleAt.replace(":organisation", id)

/** The place in the address with its people, for somebody who may do this to them; nobody else finds it. */
export const peopleHere = async (c: C, right: PeopleRight) => {
  const { world, actor } = c.var
  const id = placeId(c)
  if (!mayWithPeople(actor, right, id))
    throw new Refused(right === "see people" ? "not found" : "not allowed")
  const [place, members] = await Promise.all([
    id === programmeItself ? theProgramme(c) : anOrganisation(c, id),
    peopleIn(world.table).membersOf(id),
  ])
  return { place, members }
}

const anOrganisation = async (c: C, id: string): Promise<Place> => {
  const organisation = await directoryIn(c.var.world.table).organisation(id)
  if (!organisation) throw new Refused("not found")
  const { name, shortName } = organisation
  return { id, name, shortName, here: hereOf(id), roles: organisationRoles, organisation }
}

const theProgramme = async (c: C): Promise<Place> => {
  const { world } = c.var
  const programme = await directoryIn(world.table).programme(world.settings.programme)
  const name = programme?.name ?? world.settings.serviceName
  return { id: programmeItself, name, shortName: name, here: hereOf(programmeItself), roles: programmeRoles }
}

/** Who has access now, who will have it from a day on, and whose is over. */
export const byTime = (members: Member[], at: Date) => ({
  live: members.filter((one) => isLive(one, at)),
  coming: members.filter((one) => !isLive(one, at) && !hasEnded(one, at)),
  ended: members.filter((one) => hasEnded(one, at)),
})

/** One role of one person there, for somebody who may do this to it. */
export const memberHere = async (c: C, right: PeopleRight, person: string, grant: string) => {
  const { place, members } = await peopleHere(c, right)
  const one = members.find((other) => other.person === person && other.grant === grant)
  if (!one) throw new Refused("not found")
  if (!mayWithPeople(c.var.actor, right, place.id, one.role))
    throw new Refused("not allowed", { says: "Only somebody who holds this role can give or end it." })
  return { place, members, one }
}
