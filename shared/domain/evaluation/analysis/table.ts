import * as z from "zod"
import { pointOrMonth } from "../../../kinds/measures/figure.ts"
import { measure } from "../../../kinds/measures/measure.ts"
import { plainDate } from "../../../values/london.ts"

/** Where a number is not given: fewer than five, or somebody could work another out by it. */
export const hiddenMark = "[c]"
/** Where there is no number: see why beside it. */
export const missingMark = "[x]"

/** A number as it may be shown in its table, or that it is hidden. There is no third thing that could be taken for 0. */
export const quantity = z.union([z.number(), z.literal(hiddenMark)])
export type Quantity = z.infer<typeof quantity>

/** Why there is no value. */
export const gaps = {
  "not sent yet": "not sent yet",
  "not known": "not known",
  "not applicable": "not applicable",
  "not our group": "not our group",
  "not asked": "not asked then",
  "no answers yet": "no answers yet",
  "not released yet": "not released yet",
  "not the same sites": "not of the same sites",
  "one is rounded": "one is rounded, one is as it is",
} as const

const gap = z.strictObject({
  gap: z.enum(Object.keys(gaps) as [keyof typeof gaps]),
  because: z.string().optional(),
  knownBy: plainDate.optional(),
})
export type Gap = z.infer<typeof gap>

export const cellSays = z.union([
  z.strictObject({ count: quantity }),
  /** `share` is a whole percentage, where there is one. */
  z.strictObject({ numerator: quantity, denominator: quantity, share: quantity.optional() }),
  z.strictObject({ mean: quantity, n: quantity }),
  z.strictObject({ amount: quantity, n: quantity.optional() }),
  /** From baseline to final: so many more, or so many percentage points. */
  z.strictObject({ change: quantity, in: z.enum(["number", "points"]) }),
  gap,
])
export type CellSays = z.infer<typeof cellSays>

/** Every site of the phase together. */
export const everySite = "all"

/** When: a point or a month; what the months come to; and from baseline to final. */
export const cellAt = z.union([pointOrMonth, z.enum(["months", "change"])])
export type CellAt = z.infer<typeof cellAt>

export const measureCell = z.strictObject({
  /** A site, or all of them. */
  place: z.string(),
  /** A measure of the table, by its key. */
  measure: z.string(),
  at: cellAt,
  says: cellSays,
  /** In which the true share most likely lies, in whole percentages. */
  interval: z.strictObject({ low: z.number(), high: z.number() }).optional(),
  /** Too few to say anything by it. */
  few: z.literal(true).optional(),
  /** Of a total: of how many sites it is, and how many more should be in it. */
  of: z.strictObject({ sites: z.int(), missing: z.int() }).optional(),
  imported: z.literal(true).optional(),
  /** People said it straight to the evaluator: nobody at the site sees how many. */
  direct: z.literal(true).optional(),
  /** As everybody else reads it, though the table is of true counts. */
  asReleased: z.literal(true).optional(),
  /** A small number that the site released as it is. */
  released: z.literal(true).optional(),
})
export type MeasureCell = z.infer<typeof measureCell>

/**
 * What sites measured: every page, file, chart and answer of the API is a view of one of these, and works nothing out
 * itself. `true` is for a site, its coach and the evaluator; `released` was made once, as a release.
 */
export const measureTable = z.strictObject({
  view: z.enum(["true", "released"]),
  phase: z.string(),
  sites: z.array(
    z.strictObject({
      organisation: z.string(),
      name: z.string(),
      /** The version of its plan that its definitions are of; 0 where none was agreed. */
      plan: z.int(),
    }),
  ),
  measures: z.array(
    z.strictObject({
      key: z.string(),
      /** Whose it is alone. */
      site: z.string().optional(),
      measure,
    }),
  ),
  /** The columns, in order. */
  at: z.array(cellAt),
  cells: z.array(measureCell),
})
export type MeasureTable = z.infer<typeof measureTable>
