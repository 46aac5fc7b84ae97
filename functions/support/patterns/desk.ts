import { type Pattern, patternsIn } from "../../../shared/domain/coaching/patterns.ts"
import { programmeRolesOf } from "../../../shared/domain/people/actor.ts"
import { coachingIn } from "../../../shared/store/coaching.ts"
import { listedIn } from "../../../shared/store/listed.ts"
import { type C, type Scope, scopeHere } from "../scope.ts"

export type OnPatterns = Scope & { sites: number; patterns: Pattern[]; named: boolean }

/** What the sites of the phase are stuck on, over all of them, whoever asks. Coordinators alone are told which. */
export const patternsHere = async (c: C): Promise<OnPatterns> => {
  const scope = await scopeHere(c)
  const { table } = c.var.world
  const { phase, whole, at } = scope
  const [heads, earlier] = phase
    ? await Promise.all([coachingIn(table).inPhase(phase.id), listedIn(table, phase.id).going()])
    : [[], []]
  const sites = whole?.sites.length ?? 0
  return {
    ...scope,
    sites,
    patterns: patternsIn(heads, sites, at, earlier),
    named: programmeRolesOf(c.var.actor).includes("coordinator"),
  }
}
