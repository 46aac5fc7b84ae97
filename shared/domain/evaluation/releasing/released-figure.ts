import * as z from "zod"
import { canonical } from "../../../values/canonical.ts"
import { cellAt, cellSays, type MeasureCell } from "../analysis/table.ts"

/**
 * A figure that the information-governance officer of its site released as it is, such as "no one was admitted". It holds
 * for the number that they saw: another number is another figure.
 */
const releasedFigure = z.strictObject({
  measure: z.string(),
  at: cellAt,
  says: cellSays,
  because: z.string(),
  by: z.strictObject({ person: z.string(), name: z.string() }),
  on: z.iso.datetime(),
  takenBack: z
    .strictObject({ by: z.strictObject({ person: z.string(), name: z.string() }), on: z.iso.datetime() })
    .optional(),
})

/** All that a site released in a phase: one record, so that a release is made with all of it or not at all. */
export const releasedFigures = z.object({
  organisation: z.string(),
  phase: z.string(),
  figures: z.array(releasedFigure),
  revision: z.int(),
})
export type ReleasedFigures = z.infer<typeof releasedFigures>

/** One that stands, with whose it is. */
export type ReleasedFigure = Pick<ReleasedFigures["figures"][number], "measure" | "at" | "says"> & {
  organisation: string
}

export const standingIn = ({ organisation, figures }: Pick<ReleasedFigures, "organisation" | "figures">) =>
  figures
    .filter(({ takenBack }) => !takenBack)
    .map(({ measure, at, says }): ReleasedFigure => ({ organisation, measure, at, says }))

/** Whether this very number of the cell was released. What people answered past the site is not the site’s to release. */
export const isReleasedAs = (one: ReleasedFigure, cell: MeasureCell) =>
  one.organisation === cell.place &&
  one.measure === cell.measure &&
  one.at === cell.at &&
  !cell.direct &&
  canonical(one.says) === canonical(cell.says)
