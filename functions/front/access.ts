import { endsListing } from "../../shared/domain/learning/ends-listing.ts"
import { type Concerned, changedBy } from "../../shared/domain/people/access-change.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import {
  belongsTo,
  mayBeInvited,
  mayEnd,
  mayLastUntil,
  newGrant,
} from "../../shared/domain/people/membership.ts"
import { mayWithPeople, type PeopleRight, peopleGrantFor } from "../../shared/domain/people/policy.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { accessLogIn } from "../../shared/store/access-log.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { takeOffList } from "../../shared/store/off-list.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Action } from "../../shared/store/table.ts"
import { shortHash } from "../../shared/values/hash.ts"
import { londonDate } from "../../shared/values/london.ts"
import { type C, memberHere, type Place, peopleHere, placeId } from "./people.ts"

export type Invited = { name: string; email: string; role: Role; from?: Date; until?: Date }

/** Gives somebody a role here, for some days. The same key again gives nothing more. */
export const invite = (c: C, given: Invited, key: MoveKey): Promise<void> =>
  once(c, key, () => settle(c, "invite", () => inviting(c, given, key)))

/** Gives a role another last day. The same key again changes nothing more. */
export const changeDates = (
  c: C,
  { person, grant, until }: { person: string; grant: string; until: Date },
  key: MoveKey,
): Promise<void> =>
  once(c, key, () =>
    settle(c, "change dates", async () => {
      const { world, actor } = c.var
      const people = peopleIn(world.table)
      const { place, members, one } = await memberHere(c, "change dates", person, grant)
      const keyed = people.keyed(place.id, actor.id, key)
      const to = until.toISOString()
      mayLastUntil(one, until, members, world.now())
      if (londonDate(until) === londonDate(new Date(one.to))) return { actions: [keyed] }
      return {
        actions: [keyed, ...ending(c, { place, members, one }, to)],
        about: { ...concernedIn(one), to, was: one.to },
      }
    }),
  )

/** Ends one role of one person now: their next click finds nothing here. */
export const endAccess = (c: C, person: string, grant: string): Promise<void> =>
  settle(c, "end access", async () => {
    const { world } = c.var
    const { place, members, one } = await memberHere(c, "end access", person, grant)
    mayEnd(one, members, world.now())
    const to = world.now().toISOString()
    return {
      actions: ending(c, { place, members, one }, to),
      about: { ...concernedIn(one), to, was: one.to },
    }
  })

type Ended = { place: Place; members: readonly Member[]; one: Member }

/**
 * Another end for a role. Whoever chose to be listed for other sites goes off that list with it, unless something else
 * they hold here lasts as long.
 */
const ending = (c: C, { place, members, one }: Ended, to: string): Action[] => {
  const { table, settings } = c.var.world
  const { organisation } = place
  return [
    ...peopleIn(table).ending(one.person, grantOf(one, place), to),
    ...(organisation && endsListing(one, members, to)
      ? [takeOffList(settings.programme, organisation.id, one.person)]
      : []),
  ]
}

const inviting = async (c: C, given: Invited, key: MoveKey): Promise<Decided> => {
  const { world, actor } = c.var
  const people = peopleIn(world.table)
  const at = world.now()
  const { place, members } = await peopleHere(c, "invite")
  const { organisation } = place
  const home =
    organisation && belongsTo(given.email, organisation)
      ? organisation
      : await directoryIn(world.table).organisationOf(given.email)
  mayBeInvited({
    ...given,
    at,
    members,
    home,
    anywhere: mayWithPeople(actor, "invite from anywhere", place.id),
    among: place.roles.filter((one) => mayWithPeople(actor, "invite", place.id, one)),
  })

  const known = await people.idOf(given.email)
  const person = {
    id: known ?? `p-${Buffer.from(world.random(9)).toString("base64url")}`,
    name: given.name,
    email: given.email,
  }
  const named = known ? ((await people.known(known))?.person ?? person) : person
  const id = shortHash(`${person.id}/${key.key}`)
  const grant = newGrant({ ...given, id, organisation: organisation?.id, by: actor.id, at })
  const { role, from, to } = grant
  const elsewhere = organisation !== undefined && !home
  return {
    actions: [
      people.keyed(place.id, actor.id, key),
      ...(known ? [] : people.add(person)),
      ...people.granting(named, grant),
      people.letter(place.id, {
        letter: "invited",
        id,
        organisation: place.id,
        organisationName: place.name,
        role,
        by: actor.name,
        ...(new Date(from) > at && { from }),
        until: to,
        to: [{ name: named.name, email: named.email }],
      }),
    ],
    about: { person: named.id, grant: id, role, from, to, ...(elsewhere && { elsewhere: "yes" }) },
    ...(elsewhere && { by: "invite from anywhere" }),
  }
}

const concernedIn = ({ person, grant, role, from, to }: Member): Concerned => ({
  person,
  grant,
  role,
  from,
  to,
})

const grantOf = ({ grant }: Member, { organisation }: Place) => ({
  id: grant,
  organisation: organisation?.id,
})

/** What is to be written, and whose access it is about where that changes; `by` a right wider than the move's own. */
type Decided = { actions: Action[]; about?: Concerned; by?: PeopleRight }

/** Does it where nobody was quicker since the chain was read; else decides again by who is there now. */
const settle = async (c: C, move: PeopleRight, decide: () => Promise<Decided>): Promise<void> => {
  const { world, actor } = c.var
  const place = placeId(c)
  const people = peopleIn(world.table)
  for (let attempt = 1; attempt <= 5; attempt++) {
    const line = await accessLogIn(world.table).next(place)
    const { actions, about, by = move } = await decide()
    const used = peopleGrantFor(actor, by, place, about?.role)
    if (!used) throw new Refused("not allowed")
    const written = await people.write([
      ...actions,
      ...(about
        ? line({
            at: world.now().toISOString(),
            move,
            by: { person: actor.id, name: actor.name, role: used.role, grant: used.id },
            changed: changedBy(about),
          })
        : []),
    ])
    if (written.written) return
    if (written.failed.some((place) => place < actions.length))
      throw new Refused("not possible now", {
        says: "This was done already, or somebody else was quicker. See who has access now.",
      })
  }
  throw new Refused("busy", { retryAfterSeconds: 2 })
}

/** What a key has done already is not done again, whatever has happened since. */
const once = async (c: C, key: MoveKey, move: () => Promise<void>): Promise<void> => {
  try {
    await move()
  } catch (error) {
    const done = error instanceof Refused && error.refusal !== "not allowed"
    const before = done
      ? await peopleIn(c.var.world.table).moved(placeId(c), c.var.actor.id, key.key)
      : undefined
    if (!before) throw error
    if (before.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  }
}
