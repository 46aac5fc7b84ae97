import type { MeasureCell } from "../../../shared/domain/evaluation/analysis/table.ts"
import type { ReleaseRecord } from "../../../shared/domain/evaluation/released.ts"
import type { ReleasedFigures } from "../../../shared/domain/evaluation/releasing/released-figure.ts"
import { releasableIn } from "../../../shared/domain/evaluation/releasing/releasing-figure.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { releasedFiguresOf } from "../../../shared/store/released-figures.ts"
import { releasedFiguresAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, only, sitePhaseHere, trueOnly } from "../../../shared/web/evaluation/here.ts"
import type { Seen } from "../../../shared/web/evaluation/measure-table.tsx"
import { trueHere } from "../figures/desk.ts"

export type OnReleased = {
  place: ReturnType<typeof sitePhaseHere>
  seen: Seen
  /** Figures of the site that may be released as they are. */
  cells: MeasureCell[]
  figures: ReleasedFigures
  release?: ReleaseRecord
}

/** The figures of the site, what it released of them, and what others see of each now. */
export const releasedHere = async (c: C): Promise<OnReleased> => {
  const place = sitePhaseHere(c)
  trueOnly(c)
  const { organisation } = place.site
  const [{ seen, release }, figures] = await Promise.all([
    trueHere(c, place),
    releasedFiguresOf(c.var.world.table, { organisation, phase: place.phase.id }),
  ])
  const cells = releasableIn(seen.table, organisation)
  return { place, seen, cells, figures, ...(release && { release }) }
}

export type OnFigure = OnReleased & { cell: MeasureCell }

/** One of them, for whoever may release it. */
export const figureHere = async (c: C): Promise<OnFigure> => {
  only(c, "release figure")
  const on = await releasedHere(c)
  const cell = on.cells.find(
    ({ measure, at }) => measure === c.req.param("measure") && at === c.req.param("at"),
  )
  if (!cell) throw new Refused("not found")
  return { ...on, cell }
}

/** Where what is released of the site is. */
export const releasedAt = (c: C) => {
  const { site, phase } = sitePhaseHere(c)
  return releasedFiguresAt(site.organisation, phase.id)
}

export const figureAt = (c: C, { measure, at }: Pick<MeasureCell, "measure" | "at">) =>
  `${releasedAt(c)}/${measure}/${at}`
