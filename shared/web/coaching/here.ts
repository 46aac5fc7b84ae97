import type { Context, MiddlewareHandler } from "hono"
import { coachesOf } from "../../domain/coaching/assigned.ts"
import type { Head } from "../../domain/coaching/head.ts"
import {
  type Coached,
  type CoachingRight,
  type CoachingView,
  coachingGrantFor,
  coachingPolicy,
  coachingViewOf,
  mayCoach,
} from "../../domain/people/coaching-policy.ts"
import { type Role, roles } from "../../domain/people/role.ts"
import { Refused } from "../../domain/refused.ts"
import { calendarIn, type WithSites } from "../../store/calendar.ts"
import { coachingIn, type Decided, type Place } from "../../store/coaching.ts"
import type { MoveKey } from "../../store/moves.ts"
import type { Moving } from "../../store/site-chain.ts"
import type { Json } from "../../values/canonical.ts"
import type { SignedIn } from "../env.ts"

/** A request inside the coaching of one site: the phases of the programme with their sites are loaded at the door. */
export type Inside = { Variables: SignedIn["Variables"] & { phases: WithSites[] } }
export type C = Context<Inside>

/**
 * Whoever has no part in the coaching of this site, nor in what is to be done about it, finds nothing there: the same
 * answer as for one that does not exist. Whoever could have none anywhere is told before anything is read.
 */
export const enterCoaching: MiddlewareHandler<Inside> = async (c, next) => {
  const { actor, world } = c.var
  const organisation = siteHere(c)
  if (!mayCoach(actor, "see actions", { organisation, coaches: [actor.id] })) throw new Refused("not found")
  c.set("phases", await calendarIn(world.table, world.settings.programme).phases())
  if (!isSite(c) || !mayHere(c, "see actions")) throw new Refused("not found")
  await next()
}

const isSite = (c: C) =>
  c.var.phases.some(({ sites }) => sites.some((one) => one.organisation === siteHere(c)))

/**
 * The same for one phase: a phase that the site is not in, and for a coach one in which they do not coach it, is not
 * there.
 */
export const enterPhase: MiddlewareHandler<Inside> = async (c, next) => {
  const { organisation } = placeHere(c)
  const belongs = c.var.actor.grants.some((one) => one.organisation === organisation)
  if (!belongs && !coachingViewOf(c.var.actor, coachedHere(c))) throw new Refused("not found")
  await next()
}

export const siteHere = (c: Context) => c.req.param("organisation") ?? ""

/** The site in the address, with those who coach it in a phase; without one, in any of its phases. */
export const coachedHere = (c: C, phase = c.req.param("phase")): Coached => {
  const organisation = siteHere(c)
  const among = phase === undefined ? c.var.phases.map(({ id }) => id) : [phase]
  const coaches = among.flatMap((one) => coachesOf(c.var.phases, organisation, one))
  return { organisation, coaches: [...new Set(coaches)] }
}

export const mayHere = (c: C, right: CoachingRight) => mayCoach(c.var.actor, right, coachedHere(c))

/**
 * How much of it whoever asks may see. Refused where they have a part in actions alone; a coach of another phase finds
 * nothing of this one.
 */
export const viewHere = (c: C): CoachingView => {
  const view = coachingViewOf(c.var.actor, coachedHere(c))
  if (view) return view
  if (!mayHere(c, "see actions")) throw new Refused("not found")
  throw new Refused("not allowed", { says: forWhom("see coaching") })
}

/** For what only those see who see everything of it: the department's summary has other pages. */
export const wholeHere = (c: C) => {
  if (viewHere(c) !== "whole")
    throw new Refused("not allowed", {
      says: "This is for the site, its coach and the coordinators. The Department reads a summary of it.",
    })
}

/** What the site is called on lists. */
export const siteName = (c: C): string =>
  c.var.phases.flatMap(({ sites }) => sites).find(({ organisation }) => organisation === siteHere(c))?.name ??
  siteHere(c)

/** The site in the phase of the address; whoever names another one finds nothing. */
export const placeHere = (c: C): Place => {
  const phase = c.var.phases.find(({ id }) => id === c.req.param("phase"))
  const site = phase?.sites.find(({ organisation }) => organisation === siteHere(c))
  if (!phase || !site) throw new Refused("not found")
  return { organisation: site.organisation, phase: phase.id, name: site.name }
}

/** The phases that the site is in and whoever asks may see of it, the one that began last first. */
export const phasesHere = (c: C) =>
  c.var.phases
    .flatMap((phase) => {
      const site = phase.sites.find(({ organisation }) => organisation === siteHere(c))
      return site ? [{ phase, site }] : []
    })
    .filter(({ phase }) => coachingViewOf(c.var.actor, coachedHere(c, phase.id)))
    .sort((a, b) => (b.site.from ?? "").localeCompare(a.site.from ?? ""))

/** "This is for the site lead or the coach of this site." */
export const forWhom = (right: CoachingRight) =>
  `This is for the ${(Object.keys(coachingPolicy[right]) as Role[])
    .map((role) => (role === "coach" ? "coach of this site" : roles[role].words))
    .join(" or the ")}.`

/** For whoever may see it and has no part in this. */
export const only = (c: C, right: CoachingRight) => {
  if (!mayHere(c, right)) throw new Refused("not allowed", { says: forWhom(right) })
}

/** Who acts, by which grant, now. Refused where they hold none of the roles. */
export const movingBy = (c: C, right: CoachingRight, key?: MoveKey, at = coachedHere(c)): Moving => {
  const { actor, world } = c.var
  const grant = coachingGrantFor(actor, right, at)
  if (!grant) throw new Refused("not allowed", { says: forWhom(right) })
  const salt = Buffer.from(world.random(12)).toString("base64url")
  return { by: { actor, grant }, at: world.now(), salt, ...(key && { key }) }
}

/** A line more in the coaching of the site and phase of the address. `decide` is asked again after a clash. */
export const changeHere = <Result extends Json>(
  c: C,
  { right, key }: { right: CoachingRight; key?: MoveKey },
  decide: (before: Head) => Promise<Decided<Result>>,
): Promise<Result> => coachingIn(c.var.world.table).change(placeHere(c), movingBy(c, right, key), decide)

/** Who does something, as it is kept. */
export const whoHere = ({ var: { actor } }: C) => ({ person: actor.id, name: actor.name })
