import { currentPhase } from "../../../shared/domain/calendar/board.ts"
import { type Pattern, patternsIn } from "../../../shared/domain/coaching/patterns.ts"
import { coachingIn } from "../../../shared/store/coaching.ts"
import { listedIn } from "../../../shared/store/listed.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { C } from "../here.ts"

/** What is counted over sites, and never who they are. */
export type OnPatterns = {
  at: Date
  title?: string
  sites: number
  patterns: Omit<Pattern, "organisations">[]
}

export const patternsHere = async (c: C): Promise<OnPatterns> => {
  const { table, now } = c.var.world
  const at = now()
  const published = c.var.phases.filter((one) => one.published !== undefined)
  const phase = currentPhase(published, londonDate(at))
  if (!phase) return { at, sites: 0, patterns: [] }
  const [heads, earlier] = await Promise.all([
    coachingIn(table).inPhase(phase.id),
    listedIn(table, phase.id).going(),
  ])
  const patterns = patternsIn(heads, phase.sites.length, at, earlier)
  return {
    at,
    title: phase.title,
    sites: phase.sites.length,
    patterns: patterns.map(({ organisations: _, ...one }) => one),
  }
}
