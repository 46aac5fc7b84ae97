import * as z from "zod"
import { everySite, type MeasureCell, type MeasureTable, measureTable } from "./analysis/table.ts"

/**
 * A release: what everybody reads who may not see true counts. It is put once and never changed; a later one stands
 * beside it, and was made with all that were before.
 */
export const releaseRecord = z.strictObject({
  programme: z.string(),
  phase: z.string(),
  number: z.int().positive(),
  title: z.string(),
  because: z.string(),
  at: z.iso.datetime(),
  by: z.strictObject({ person: z.string(), name: z.string() }),
  /** The rule that it was made by, as it was then. */
  rule: z.strictObject({ edition: z.string(), words: z.array(z.string()) }),
  table: measureTable,
  /** How many values are shown, and how many are hidden. */
  shown: z.int(),
  hidden: z.int(),
})
export type ReleaseRecord = z.infer<typeof releaseRecord>

const only = (table: MeasureTable, keep: (cell: MeasureCell) => boolean): MeasureTable => {
  const cells = table.cells.filter(keep)
  return {
    ...table,
    measures: table.measures.filter(({ key }) => cells.some(({ measure }) => measure === key)),
    at: table.at.filter((at) => cells.some((cell) => cell.at === at)),
    sites: table.sites.filter(({ organisation }) => cells.some(({ place }) => place === organisation)),
    cells,
  }
}

/** What a table says of one site. */
export const ofSite = (table: MeasureTable, organisation: string) =>
  only(table, ({ place }) => place === organisation)

/** What a table says of one measure, at every site and together. */
export const ofMeasure = (table: MeasureTable, key: string) => only(table, ({ measure }) => measure === key)

/** What a table says of all sites together. */
export const totals = (table: MeasureTable) => only(table, ({ place }) => place === everySite)
