import type { Context, MiddlewareHandler } from "hono"
import { deleteCookie, getCookie, setCookie } from "hono/cookie"
import type { Actor } from "../domain/people/actor.ts"
import { mayInSupport, mayLearn } from "../domain/people/coaching-policy.ts"
import { mayEnterFunding } from "../domain/people/funding-policy.ts"
import { programmeItself } from "../domain/people/organisation.ts"
import {
  mayEnter,
  mayEnterProgramme,
  mayInProgramme,
  mayWithPeople,
  type ProgrammeRight,
} from "../domain/people/policy.ts"
import { type Role, signsInWithDepartment } from "../domain/people/role.ts"
import { mayEnterSelection } from "../domain/people/selection-policy.ts"
import { Refused } from "../domain/refused.ts"
import { actorFrom, type Known, peopleIn, type Session } from "../store/people.ts"
import { sameText, sha256 } from "../values/hash.ts"
import type { Base, SignedIn } from "./env.ts"
import type { World } from "./world.ts"

/** Twelve hours without a click, seven days in all: machine time, in milliseconds. */
export const sessionLimits = { idle: 12 * 3600_000, whole: 7 * 24 * 3600_000 }

/** How often a click is written down: enough for the twelve hours, no write for every page. */
const seenEvery = 10 * 60_000

const cookie = "__Host-session"

const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const

/** Begins a session: the cookie holds the secret, the table only its hash. */
export const signIn = async (c: Context<Base>, person: string, by?: Session["by"]) => {
  const { table, random, machineNow } = c.var.world
  const secret = Buffer.from(random(24)).toString("base64url")
  const started = machineNow().getTime()
  const people = peopleIn(table)
  const expires = Math.ceil((started + sessionLimits.whole) / 1000) + 24 * 3600
  const known = await people.known(person)
  const over = tooMany(known?.sessions ?? [], c.var.world).map((one) => people.signOut(person, one.secret))
  await people.write([
    people.signIn(person, { secret: sha256(secret), started, seen: started, expires, ...(by && { by }) }),
    ...over,
  ])
  setCookie(c, cookie, `${person}.${secret}`, { ...attributes, maxAge: sessionLimits.whole / 1000 })
}

export const signOut = async (c: Context<Base>) => {
  const held = await sessionOf(c)
  deleteCookie(c, cookie, attributes)
  if (!held) return
  const people = peopleIn(c.var.world.table)
  await people.write([people.signOut(held.known.person.id, held.session.secret)])
}

export type Held = { known: Known; session: Session; fresh: boolean }

/** Whose session the cookie is, in one query; `fresh` where it still counts. */
export const sessionOf = async (c: Context<Base>): Promise<Held | undefined> => {
  const given = getCookie(c, cookie) ?? ""
  const [, person, secret] = given.match(/^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{32})$/) ?? []
  if (!person || !secret) return undefined
  const known = await peopleIn(c.var.world.table).known(person)
  const hash = sha256(secret)
  const session = known?.sessions.find((one) => sameText(one.secret, hash))
  if (!known || !session) return undefined
  return { known, session, fresh: isFresh(session, c.var.world) }
}

/** The sessions that go when another begins: those whose time is over for good, and the oldest beyond twenty. */
const tooMany = (sessions: Session[], { machineNow }: World): Session[] => {
  const now = machineNow().getTime() / 1000
  const newestFirst = sessions.toSorted((a, b) => b.started - a.started)
  return newestFirst.filter(({ expires }, place) => place >= 19 || expires <= now).slice(0, 50)
}

const isFresh = ({ started, seen }: Session, { machineNow }: World) => {
  const now = machineNow().getTime()
  return now - started < sessionLimits.whole && now - seen < sessionLimits.idle
}

/** Knows who it is where there is a session, and goes on where there is none. */
export const whoIsIt: MiddlewareHandler<Base> = async (c, next) => {
  const held = await sessionOf(c)
  if (held?.fresh) {
    const { world } = c.var
    const { actor, withheld } = actorIn(held, world)
    c.set("actor", actor)
    c.set("entered", { by: held.session.by, withheld })
    const now = world.machineNow().getTime()
    if (now - held.session.seen > seenEvery) {
      const people = peopleIn(world.table)
      await people.write([people.seen(held.known.person.id, held.session.secret, now)])
    }
  }
  await next()
}

/**
 * Who a session is: where the department has a sign-in of its own, the roles that are the department's count in
 * sessions that were begun with it, and a link to a mailbox opens nothing of theirs.
 */
const actorIn = ({ known, session }: Held, { now, settings }: World): { actor: Actor; withheld: Role[] } => {
  const actor = actorFrom(known, now())
  const whole = !settings.identity || session.by === "the department"
  const kept = actor.grants.filter(({ role }) => whole || !signsInWithDepartment(role))
  const withheld = actor.grants.filter((one) => !kept.includes(one)).map(({ role }) => role)
  return { actor: { ...actor, grants: kept }, withheld }
}

/** Nobody comes further without a session. */
export const signedInOnly: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!c.var.actor) throw new Refused("not signed in")
  await next()
}

/** Whoever holds nothing at this organisation finds nothing there: the same answer as for one that does not exist. */
export const enterOrganisation: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayEnter(c.var.actor, c.req.param("organisation") ?? "")) throw new Refused("not found")
  await next()
}

/**
 * Whoever may not see who belongs to an organisation, or to the programme itself where the address names none,
 * finds nothing there. It opens its people and nothing else of it.
 */
export const enterPeople: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayWithPeople(c.var.actor, "see people", c.req.param("organisation") ?? programmeItself))
    throw new Refused("not found")
  await next()
}

/** Whoever may do nothing in the programme itself finds nothing there either. */
export const enterProgramme: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayEnterProgramme(c.var.actor)) throw new Refused("not found")
  await next()
}

/** Whoever is nobody in the selection panel finds nothing of it. */
export const enterSelection: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayEnterSelection(c.var.actor)) throw new Refused("not found")
  await next()
}

/** Whoever may not see the money of every site finds nothing of it. */
export const enterFunding: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayEnterFunding(c.var.actor)) throw new Refused("not found")
  await next()
}

/** Whoever supports no site finds nothing of it. */
export const enterSupport: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayInSupport(c.var.actor, "see support")) throw new Refused("not found")
  await next()
}

/** Whoever has no part in what sites share finds nothing of it. */
export const enterLearning: MiddlewareHandler<SignedIn> = async (c, next) => {
  if (!mayLearn(c.var.actor, "see learning")) throw new Refused("not found")
  await next()
}

/** Whoever lacks a right in the programme finds nothing behind it: the same answer as for what is not there. */
export const onlyWith =
  (right: ProgrammeRight): MiddlewareHandler<SignedIn> =>
  async (c, next) => {
    if (!mayInProgramme(c.var.actor, right)) throw new Refused("not found")
    await next()
  }
