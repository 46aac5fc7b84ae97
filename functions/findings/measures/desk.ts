import type { MeasureTable } from "../../../shared/domain/evaluation/analysis/table.ts"
import { trueTable } from "../../../shared/domain/evaluation/analysis/true-table.ts"
import { ofMeasure } from "../../../shared/domain/evaluation/released.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { gatherPhase } from "../../../shared/store/gathering.ts"
import { latestRelease } from "../../../shared/store/releases.ts"
import type { Seen } from "../../../shared/web/evaluation/measure-table.tsx"
import { type C, mayHere, ownSites, phaseHere } from "../here.ts"

export type OnMeasures = {
  phase: WithSites
  seen?: Seen
  /** Whether the counts are true ones. */
  every: boolean
  /** Sites whose true counts are elsewhere, for whoever coaches them. */
  own: WithSites["sites"]
}

/**
 * What every site measured: true for whoever may see every figure, and for everybody else the last release, of which
 * nothing is worked out anew.
 */
export const measuresHere = async (c: C): Promise<OnMeasures> => {
  const phase = phaseHere(c)
  const every = mayHere(c, "see every figure")
  const mine = ownSites(c, phase)
  const own = phase.sites.filter(({ organisation }) => mine.includes(organisation))
  const seen = every ? { table: await trueHere(c, phase) } : await releasedHere(c, phase)
  return { phase, every, own, ...(seen && { seen }) }
}

const trueHere = async (c: C, phase: WithSites): Promise<MeasureTable> =>
  trueTable(phase.id, await gatherPhase(c.var.world.table, phase, c.var.phases))

const releasedHere = async (c: C, { id }: WithSites): Promise<Seen | undefined> => {
  const { table, settings } = c.var.world
  const release = await latestRelease(table, { programme: settings.programme, phase: id })
  return release && { table: release.table, release }
}

export type OnMeasure = OnMeasures & { key: string; seen: Seen }

/** One of them, at every site. */
export const measureHere = async (c: C): Promise<OnMeasure> => {
  const on = await measuresHere(c)
  const key = c.req.param("measure") ?? ""
  if (!on.seen?.table.measures.some((one) => one.key === key)) throw new Refused("not found")
  return { ...on, key, seen: { ...on.seen, table: ofMeasure(on.seen.table, key) } }
}
