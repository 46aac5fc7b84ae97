import type { Context } from "hono"
import { grantFor } from "../../shared/domain/people/actor.ts"
import { isLive } from "../../shared/domain/people/grant.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { belongsTo, mayBeInvited, mayEnd, newGrant } from "../../shared/domain/people/membership.ts"
import { existsOn, type Organisation } from "../../shared/domain/people/organisation.ts"
import { mayWithPeople, type PeopleRight, peoplePolicy } from "../../shared/domain/people/policy.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Action } from "../../shared/store/table.ts"
import { shortHash } from "../../shared/values/hash.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"

export type C = Context<SignedIn>

/** The organisation in the address, for somebody who may do this to its people; nobody else finds it. */
export const peopleHere = async (c: C, right: PeopleRight) => {
  const { world, actor } = c.var
  const id = c.req.param("organisation") ?? ""
  if (!mayWithPeople(actor, right, id))
    throw new Refused(right === "see people" ? "not found" : "not allowed")
  const [organisation, members] = await Promise.all([
    directoryIn(world.table).organisation(id),
    peopleIn(world.table).membersOf(id),
  ])
  if (!organisation) throw new Refused("not found")
  return { organisation, members, live: members.filter((one) => isLive(one, world.now())) }
}

/** Becomes the first lead of the council whose own mail domain one's address is at; later comers are told who leads. */
export const lead = async (c: C, organisationId: string): Promise<void> => {
  const { world, actor } = c.var
  const people = peopleIn(world.table)
  const at = world.now()
  const organisation = await directoryIn(world.table).organisation(organisationId)
  if (!organisation || !existsOn(organisation, londonDate(at)) || !belongsTo(actor.email, organisation))
    throw new Refused("not found")
  if (mayWithPeople(actor, "see people", organisationId)) return
  const [members, before] = await Promise.all([
    people.membersOf(organisationId),
    people.leaderOf(organisationId),
  ])
  const leads = members.filter((one) => one.role === "lead" && isLive(one, at))
  if (leads.length > 0) throw ledBy(leads, organisation)
  const id = Buffer.from(world.random(9)).toString("base64url")
  const grant = newGrant({ id, role: "lead", organisation: organisationId, by: actor.id, at })
  const written = await people.write([
    people.takingLead(organisationId, actor.id, before),
    ...people.granting({ id: actor.id, name: actor.name, email: actor.email }, grant),
    ...(await people.chained(organisationId, {
      at: at.toISOString(),
      move: "lead",
      by: { person: actor.id, name: actor.name, role: "lead", grant: grant.id },
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

export type Invited = { name: string; email: string; role: Role; until?: Date }

/** Gives somebody a role here, until a day. The same key again gives nothing more. */
export const invite = async (c: C, given: Invited, key: MoveKey): Promise<void> => {
  const { world, actor } = c.var
  const id = c.req.param("organisation") ?? ""
  try {
    await settle(c, "invite", id, () => inviting(c, given, key))
  } catch (error) {
    const done = error instanceof Refused && error.refusal !== "not allowed"
    const before = done ? await peopleIn(world.table).moved(id, actor.id, key.key) : undefined
    if (!before) throw error
    same(before.fingerprint, key)
  }
}

const inviting = async (c: C, given: Invited, key: MoveKey): Promise<Action[]> => {
  const { world, actor } = c.var
  const people = peopleIn(world.table)
  const at = world.now()
  const { organisation, members } = await peopleHere(c, "invite")
  const home = belongsTo(given.email, organisation)
    ? organisation
    : await directoryIn(world.table).organisationOf(given.email)
  mayBeInvited({ ...given, at, members, home })

  const known = await people.idOf(given.email)
  const person = {
    id: known ?? `p-${Buffer.from(world.random(9)).toString("base64url")}`,
    name: given.name,
    email: given.email,
  }
  const named = known ? ((await people.known(known))?.person ?? person) : person
  const grant = newGrant({
    id: shortHash(`${person.id}/${key.key}`),
    role: given.role,
    organisation: organisation.id,
    by: actor.id,
    at,
    until: given.until,
  })
  return [
    people.keyed(organisation.id, actor.id, key),
    ...(known ? [] : people.add(person)),
    ...people.granting(named, grant),
    people.letter(organisation.id, {
      letter: "invited",
      id: grant.id,
      organisation: organisation.id,
      organisationName: organisation.name,
      role: given.role,
      by: actor.name,
      until: grant.to,
      to: [{ name: named.name, email: named.email }],
    }),
  ]
}

/** Ends one role of one person now: their next click finds nothing here. */
export const endAccess = async (c: C, person: string, grant: string): Promise<void> => {
  const { world } = c.var
  await settle(c, "end access", c.req.param("organisation") ?? "", async () => {
    const { organisation, members } = await peopleHere(c, "end access")
    const one = memberIn(members, person, grant)
    mayEnd(one, members, world.now())
    const ends = {
      id: grant,
      organisation: organisation.id,
      role: one.role,
      from: one.from,
      to: one.to,
      by: "",
    }
    return peopleIn(world.table).ending(person, ends, world.now().toISOString())
  })
}

export const memberIn = (members: Member[], person: string, grant: string): Member => {
  const found = members.find((one) => one.person === person && one.grant === grant)
  if (!found) throw new Refused("not found")
  return found
}

/** Does it where nobody was quicker since the chain was read; else decides again by who is there now. */
const settle = async (
  c: C,
  right: PeopleRight,
  organisation: string,
  decide: () => Promise<Action[]>,
): Promise<void> => {
  const { world, actor } = c.var
  const people = peopleIn(world.table)
  const used = grantFor(actor, organisation, peoplePolicy[right])
  const by = { person: actor.id, name: actor.name, role: used?.role ?? "", grant: used?.id ?? "" }
  for (let attempt = 1; attempt <= 5; attempt++) {
    const chained = await people.chained(organisation, { at: world.now().toISOString(), move: right, by })
    const actions = await decide()
    const written = await people.write([...actions, ...chained])
    if (written.written) return
    if (written.failed.some((place) => place < actions.length))
      throw new Refused("not possible now", {
        says: "This was done already, or somebody else was quicker. See who has access now.",
      })
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

const same = (fingerprint: string, key: MoveKey) => {
  if (fingerprint !== key.fingerprint) throw new Refused("key used for something else")
}
