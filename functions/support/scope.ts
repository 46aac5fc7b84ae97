import type { Context } from "hono"
import { currentPhase, firstDay } from "../../shared/domain/calendar/board.ts"
import { coachesOf } from "../../shared/domain/coaching/assigned.ts"
import { type Head, newHead } from "../../shared/domain/coaching/head.ts"
import { isAssigned, mayInSupport } from "../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { calendarIn, type WithSites } from "../../shared/store/calendar.ts"
import { coachingIn } from "../../shared/store/coaching.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"

export type C = Context<SignedIn>

export type Scope = {
  at: Date
  /** Whether every site is seen; a coach sees those that a phase names them for. */
  every: boolean
  /** The phases with the sites that are seen: one without any is not among them. */
  phases: WithSites[]
  phase?: WithSites
  /** The same phase with every site of it, for what is counted over all and names none. */
  whole?: WithSites
  /** The phases of the programme that are neither published nor begun, by their ids. */
  coming: string[]
  /** Those of the phase that whoever asks coaches. */
  own: string[]
}

/** Which sites somebody supports: of the phase that they chose, or of the one that runs now. */
export const scopeHere = async (c: C): Promise<Scope> => {
  const { actor, world } = c.var
  const at = world.now()
  const today = londonDate(at)
  const every = mayInSupport(actor, "see every site")
  const inProgramme = await calendarIn(world.table, world.settings.programme).phases()
  const all = inProgramme.filter(({ published }) => published !== undefined)
  const isOwn = (phase: string, organisation: string) =>
    isAssigned(actor, { coaches: coachesOf(all, organisation, phase) })
  const phases = all
    .map((one) => ({ ...one, sites: one.sites.filter((site) => every || isOwn(one.id, site.organisation)) }))
    .filter(({ sites }) => every || sites.length > 0)
  const asked = c.req.query("phase")
  const phase = asked ? phases.find(({ id }) => id === asked) : currentPhase(phases, today)
  if (asked && !phase) throw new Refused("not found")
  return {
    at,
    every,
    phases,
    ...(phase && { phase }),
    whole: all.find(({ id }) => id === phase?.id),
    coming: inProgramme
      .filter((one) => !all.includes(one) && (firstDay(one) ?? today) >= today)
      .map(({ id }) => id),
    own:
      phase?.sites
        .filter(({ organisation }) => isOwn(phase.id, organisation))
        .map(({ organisation }) => organisation) ?? [],
  }
}

/** Where the coaching of each site that is seen stands, by name: one query. A site where nothing has happened is there too. */
export const headsIn = async (c: C, { phase }: Pick<Scope, "phase">): Promise<Head[]> => {
  if (!phase) return []
  const heads = await coachingIn(c.var.world.table).inPhase(phase.id)
  return phase.sites.map(
    ({ organisation, name }) =>
      heads.find((one) => one.organisation === organisation) ??
      newHead({ organisation, name, phase: phase.id }),
  )
}

/** What a list over sites has of those that are seen. */
export const onlySeen = <One extends { organisation: string; phase?: string }>(
  all: readonly One[],
  { phases }: Pick<Scope, "phases">,
): One[] =>
  all.filter(({ organisation, phase }) =>
    phases.some(
      (one) =>
        (phase === undefined || one.id === phase) &&
        one.sites.some((site) => site.organisation === organisation),
    ),
  )
