import type { Context, MiddlewareHandler } from "hono"
import { currentPhase } from "../../shared/domain/calendar/board.ts"
import { coachesOf } from "../../shared/domain/coaching/assigned.ts"
import {
  type FindingsRight,
  findingsGrantFor,
  findingsPolicy,
  mayFind,
} from "../../shared/domain/people/evaluation-policy.ts"
import { roles } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { calendarIn, type WithSites } from "../../shared/store/calendar.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"

/** A request among what is found across sites: the phases of the programme with their sites are loaded at the door. */
export type Inside = { Variables: SignedIn["Variables"] & { phases: WithSites[] } }
export type C = Context<Inside>

/** Whoever has no part in the evaluation across sites finds nothing of it. */
export const enterFindings: MiddlewareHandler<Inside> = async (c, next) => {
  const { actor, world } = c.var
  if (!mayFind(actor, "see findings")) throw new Refused("not found")
  const all = await calendarIn(world.table, world.settings.programme).phases()
  c.set(
    "phases",
    all.filter(({ published }) => published !== undefined),
  )
  await next()
}

export const mayHere = (c: C, right: FindingsRight) => mayFind(c.var.actor, right)

/** "This is for the evaluator or the programme coordinator." */
const forWhom = (right: FindingsRight) =>
  `This is for the ${findingsPolicy[right].map((role) => roles[role].words).join(" or the ")}.`

/** For whoever may come in and has no part in this. */
export const only = (c: C, right: FindingsRight) => {
  if (!mayHere(c, right)) throw new Refused("not allowed", { says: forWhom(right) })
}

/** The phase in the address; the one that runs now where it names none. */
export const phaseHere = (c: C): WithSites => {
  const asked = c.req.param("phase")
  const today = londonDate(c.var.world.now())
  const found = asked ? c.var.phases.find(({ id }) => id === asked) : currentPhase(c.var.phases, today)
  if (!found) throw new Refused("not found")
  return found
}

/** The sites of a phase that whoever asks coaches, where they are a coach and nothing more. */
export const ownSites = (c: C, phase: WithSites): string[] =>
  phase.sites
    .filter(({ organisation }) => coachesOf(c.var.phases, organisation, phase.id).includes(c.var.actor.id))
    .map(({ organisation }) => organisation)

/** Who acts, by which grant. Refused where they hold none of the roles. */
export const grantHere = (c: C, right: FindingsRight) => {
  const grant = findingsGrantFor(c.var.actor, right)
  if (!grant) throw new Refused("not allowed", { says: forWhom(right) })
  return { actor: c.var.actor, grant }
}

/** Who does something, as it is kept. */
export const whoHere = ({ var: { actor } }: C) => ({ person: actor.id, name: actor.name })

/** What a site is called on lists. */
export const siteName = (c: C, organisation: string): string =>
  c.var.phases.flatMap(({ sites }) => sites).find((one) => one.organisation === organisation)?.name ??
  organisation
