import type { Context, MiddlewareHandler } from "hono"
import { coachesOf } from "../../domain/coaching/assigned.ts"
import type { EvaluationHead } from "../../domain/evaluation/head.ts"
import type { Coached } from "../../domain/people/coaching-policy.ts"
import {
  type EvaluationRight,
  type EvaluationView,
  evaluationGrantFor,
  evaluationPolicy,
  evaluationViewOf,
  mayEvaluate,
} from "../../domain/people/evaluation-policy.ts"
import { type Role, roles } from "../../domain/people/role.ts"
import { Refused } from "../../domain/refused.ts"
import { calendarIn, type WithSites } from "../../store/calendar.ts"
import {
  type EvaluationDecided,
  type EvaluationPlace,
  evaluationIn as evaluationsIn,
} from "../../store/evaluation.ts"
import type { MoveKey } from "../../store/moves.ts"
import type { Moving } from "../../store/site-chain.ts"
import type { Json } from "../../values/canonical.ts"
import type { SignedIn } from "../env.ts"

/** A request inside the evaluation of one site: the phases of the programme with their sites are loaded at the door. */
export type Inside = { Variables: SignedIn["Variables"] & { phases: WithSites[] } }
export type C = Context<Inside>

/**
 * Whoever has no part in the evaluation of this site finds nothing there: the same answer as for one that does not
 * exist. Whoever could have none anywhere is told before anything is read.
 */
export const enterEvaluation =
  (right: EvaluationRight): MiddlewareHandler<Inside> =>
  async (c, next) => {
    const { actor, world } = c.var
    const organisation = siteHere(c)
    if (!mayEvaluate(actor, right, { organisation, coaches: [actor.id] })) throw new Refused("not found")
    c.set("phases", await calendarIn(world.table, world.settings.programme).phases())
    if (!isSite(c) || !mayHere(c, right)) throw new Refused("not found")
    await next()
  }

/**
 * The same for one phase: a phase that the site is not in, and for a coach one in which they do not coach it, is not
 * there.
 */
export const enterEvaluationPhase =
  (right: EvaluationRight): MiddlewareHandler<Inside> =>
  async (c, next) => {
    placeHere(c)
    if (!mayHere(c, right)) throw new Refused("not found")
    await next()
  }

const isSite = (c: C) =>
  c.var.phases.some(({ sites }) => sites.some((one) => one.organisation === siteHere(c)))

export const siteHere = (c: Context) => c.req.param("organisation") ?? ""

/** The site in the address, with those who coach it in a phase; without one, in any of its phases. */
const coachedHere = (c: C, phase = c.req.param("phase")): Coached => {
  const organisation = siteHere(c)
  const among = phase === undefined ? c.var.phases.map(({ id }) => id) : [phase]
  const coaches = among.flatMap((one) => coachesOf(c.var.phases, organisation, one))
  return { organisation, coaches: [...new Set(coaches)] }
}

export const mayHere = (c: C, right: EvaluationRight) => mayEvaluate(c.var.actor, right, coachedHere(c))

/** How whoever asks sees the figures of the site. */
export const viewHere = (c: C): EvaluationView => {
  const view = evaluationViewOf(c.var.actor, coachedHere(c))
  if (!view) throw new Refused("not found")
  return view
}

/** For what only those see who see true counts. */
export const trueOnly = (c: C) => {
  if (viewHere(c) !== "true")
    throw new Refused("not allowed", {
      says: "This is for the site, its coach and the evaluator. Everybody else reads what was released of it.",
    })
}

/** The site in the phase of the address; whoever names another one finds nothing. */
export const placeHere = (c: C): EvaluationPlace => {
  const { phase, site } = sitePhaseHere(c)
  return { organisation: site.organisation, phase: phase.id, name: site.name }
}

/** The phase of the address, with the site as it is in it. */
export const sitePhaseHere = (c: C) => {
  const phase = c.var.phases.find(({ id }) => id === c.req.param("phase"))
  const site = phase?.sites.find(({ organisation }) => organisation === siteHere(c))
  if (!phase || !site) throw new Refused("not found")
  return { phase, site }
}

/** The phases that the site is in and whoever asks may see of it, the one that began last first. */
export const phasesHere = (c: C) =>
  c.var.phases
    .flatMap((phase) => {
      const site = phase.sites.find(({ organisation }) => organisation === siteHere(c))
      return site ? [{ phase, site }] : []
    })
    .filter(({ phase }) => evaluationViewOf(c.var.actor, coachedHere(c, phase.id)))
    .sort((a, b) => (b.site.from ?? "").localeCompare(a.site.from ?? ""))

/** "This is for the site lead or the coach of this site." */
export const forWhom = (right: EvaluationRight) =>
  `This is for the ${(Object.keys(evaluationPolicy[right]) as Role[])
    .map((role) => (role === "coach" ? "coach of this site" : roles[role].words))
    .join(" or the ")}.`

/** For whoever may see it and has no part in this. */
export const only = (c: C, right: EvaluationRight) => {
  if (!mayHere(c, right)) throw new Refused("not allowed", { says: forWhom(right) })
}

/** Who acts, by which grant, now. Refused where they hold none of the roles. */
export const movingBy = (c: C, right: EvaluationRight, key?: MoveKey): Moving => {
  const { actor, world } = c.var
  const grant = evaluationGrantFor(actor, right, coachedHere(c))
  if (!grant) throw new Refused("not allowed", { says: forWhom(right) })
  const salt = Buffer.from(world.random(12)).toString("base64url")
  return { by: { actor, grant }, at: world.now(), salt, ...(key && { key }) }
}

/** A line more in the evaluation of the site and phase of the address. `decide` is asked again after a clash. */
export const changeHere = <Result extends Json>(
  c: C,
  { right, key }: { right: EvaluationRight; key?: MoveKey },
  decide: (before: EvaluationHead) => Promise<EvaluationDecided<Result>>,
): Promise<Result> => evaluationsIn(c.var.world.table).change(placeHere(c), movingBy(c, right, key), decide)

/** Who does something, as it is kept. */
export const whoHere = ({ var: { actor } }: C) => ({ person: actor.id, name: actor.name })
