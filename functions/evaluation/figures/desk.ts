import { withReleasedAnswers } from "../../../shared/domain/evaluation/analysis/as-released.ts"
import { trueTable } from "../../../shared/domain/evaluation/analysis/true-table.ts"
import { ofSite } from "../../../shared/domain/evaluation/released.ts"
import type { EvaluationView } from "../../../shared/domain/people/evaluation-policy.ts"
import { gatherSite } from "../../../shared/store/gathering.ts"
import { latestRelease } from "../../../shared/store/releases.ts"
import { type C, sitePhaseHere, viewHere } from "../../../shared/web/evaluation/here.ts"
import type { Seen } from "../../../shared/web/evaluation/measure-table.tsx"

type Place = ReturnType<typeof sitePhaseHere>

export type OnFigures = { place: Place; view: EvaluationView; seen?: Seen }

/**
 * What the site measured, as whoever asks sees it: true, or as it was released. True counts are read for those alone who
 * see them; for everybody else the figures of the site are not read at all.
 */
export const figuresHere = async (c: C): Promise<OnFigures> => {
  const place = sitePhaseHere(c)
  const view = viewHere(c)
  const seen = view === "true" ? (await trueHere(c, place)).seen : await releasedHere(c, place)
  return { place, view, ...(seen && { seen }) }
}

/** The true table of the site, with what of it others see now. */
export const trueHere = async (c: C, { phase, site }: Place) => {
  const { table, settings } = c.var.world
  const [gathered, release] = await Promise.all([
    gatherSite(table, phase.id, site),
    latestRelease(table, { programme: settings.programme, phase: phase.id }),
  ])
  const own = trueTable(phase.id, [gathered])
  const seen: Seen = {
    table: withReleasedAnswers(own, site.organisation, release?.table),
    ...(release && { release }),
  }
  return { seen, release }
}

const releasedHere = async (c: C, { phase, site }: Place): Promise<Seen | undefined> => {
  const { table, settings } = c.var.world
  const release = await latestRelease(table, { programme: settings.programme, phase: phase.id })
  return release && { table: ofSite(release.table, site.organisation), release }
}
