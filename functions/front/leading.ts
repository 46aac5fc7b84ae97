import { changedBy } from "../../shared/domain/people/access-change.ts"
import { isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { belongsTo, newGrant } from "../../shared/domain/people/membership.ts"
import { existsOn, type Organisation } from "../../shared/domain/people/organisation.ts"
import { mayEnter } from "../../shared/domain/people/policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { C } from "./people.ts"

/**
 * Becomes the first lead of the council whose own mail domain one's address is at; later comers are told who leads. Who
 * has led is read before who is there: whoever became the lead in between is then seen among them, and not followed.
 */
export const lead = async (c: C, organisationId: string): Promise<void> => {
  const { world, actor } = c.var
  const people = peopleIn(world.table)
  const at = world.now()
  const organisation = await directoryIn(world.table).organisation(organisationId)
  if (!organisation || !existsOn(organisation, londonDate(at)) || !belongsTo(actor.email, organisation))
    throw new Refused("not found")
  if (mayEnter(actor, organisationId)) return
  const before = await people.leaderOf(organisationId)
  const members = await people.membersOf(organisationId)
  const leads = members.filter((one) => one.role === "lead" && isLive(one, at))
  if (leads.length > 0) throw ledBy(leads, organisation)
  const id = Buffer.from(world.random(9)).toString("base64url")
  const grant = newGrant({ id, role: "lead", organisation: organisationId, by: actor.id, at })
  const { role, from, to } = grant
  const written = await people.write([
    people.takingLead(organisationId, actor.id, before),
    ...people.granting({ id: actor.id, name: actor.name, email: actor.email }, grant),
    ...(await people.chained(organisationId, {
      at: at.toISOString(),
      move: "lead",
      by: { person: actor.id, name: actor.name, role, grant: id },
      changed: changedBy({ person: actor.id, grant: id, role, from, to }),
    })),
  ])
  if (!written.written) throw ledBy([], organisation)
}

const ledBy = (leads: Member[], { name }: Organisation) => {
  const names = leads.map((one) => `${one.name} (${one.email})`).join(" and ")
  return new Refused("not possible now", {
    says: `${names || "Somebody"} leads for ${name} already. Ask them to invite you.`,
  })
}
