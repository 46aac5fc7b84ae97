import * as z from "zod"
import { pointOrMonth } from "../../../kinds/measures/figure.ts"
import { plainDate } from "../../../values/london.ts"
import { dateFormats } from "../../coaching/import/dates.ts"
import { folded } from "../../coaching/import/map.ts"

const column = z.string().transform(folded).pipe(z.string().min(1))
const words = z.string().trim().min(1).max(300)
const day = z.strictObject({
  columns: z.array(column).min(1),
  formats: z.array(z.enum(dateFormats)).min(1),
})
/** What stands in a column, or the same for every row. */
const said = z.union([z.strictObject({ column }), z.strictObject({ is: words })])

/** Which cells make one value, of the measure that a column names or of one for the whole file. */
const value = z.strictObject({
  measure: z.union([
    z.strictObject({ is: words }),
    z.strictObject({ column, measures: z.record(z.string(), words).default({}) }),
  ]),
  value: column.optional(),
  numerator: column.optional(),
  denominator: column.optional(),
  n: column.optional(),
})
export type ValueColumns = z.infer<typeof value>

/**
 * What the columns of a file of values kept elsewhere are: written once for a file by whoever knows it. Nothing is worked
 * out that neither the row nor the map says.
 */
export const measuresMap = z.strictObject({
  /** What the file comes from, as it is shown beside its figures. */
  source: z.string().trim().min(1).max(120),
  site: z.union([
    z.strictObject({ is: words }),
    z.strictObject({ column, sites: z.record(z.string(), words).default({}) }),
  ]),
  phase: z
    .union([words, z.strictObject({ column, phases: z.record(z.string(), words).default({}) })])
    .optional(),
  /** The point that the values are of; or the month in which a day lies. */
  point: z.union([
    z.strictObject({ is: pointOrMonth }),
    z.strictObject({ column, points: z.record(z.string(), pointOrMonth).default({}) }),
    z.strictObject({ monthOf: day }),
  ]),
  values: z.array(value).min(1),
  /** The day of the data. */
  date: day.optional(),
  method: said.optional(),
  complete: column.optional(),
  /** Why a value is not known or does not apply, and the day by which it will be known. */
  reason: said.optional(),
  knownBy: z.union([day, z.strictObject({ is: plainDate })]).optional(),
  /** What a dash stands for here. Never nought: a row with one is refused where the map does not say. */
  dash: z.enum(["blank", "not known", "not applicable"]).optional(),
  /** Columns whose cells may hold a list, divided by semicolons or line breaks. */
  packed: z.array(column).default([]),
  ignore: z
    .array(z.strictObject({ columns: z.array(column).min(1), because: z.string().trim().min(1) }))
    .default([]),
  separator: z.enum([",", ";", "tab"]).default(","),
})
export type MeasuresMap = z.infer<typeof measuresMap>

const days: z.infer<typeof day>["formats"] = ["yyyy-mm-dd", "d/m/yyyy", "d month yyyy"]

/** The map of a file that is written for this: its headings are these words, each where it is needed. */
export const plainMap = (source: string, columns: readonly string[]): MeasuresMap => {
  const has = (name: string) => columns.includes(name)
  const one = <Made>(name: string, made: Made) => (has(name) ? made : undefined)
  return measuresMap.parse({
    source,
    site: { column: "site" },
    ...(has("phase") && { phase: { column: "phase" } }),
    point: { column: has("month") && !has("point") ? "month" : "point" },
    values: [
      {
        measure: { column: "measure" },
        value: one("value", "value"),
        numerator: one("numerator", "numerator"),
        denominator: one("denominator", "denominator"),
        n: one("n", "n"),
      },
    ],
    date: one("date", { columns: ["date"], formats: days }),
    method: one("method", { column: "method" }),
    complete: one("complete", "complete"),
    reason: one("reason", { column: "reason" }),
    knownBy: one("known by", { columns: ["known by"], formats: days }),
    packed: ["point", "month", "measure", "value", "numerator", "denominator", "n", "date"].filter(has),
  })
}

/** Every column that the map makes something of. */
const mapped = (map: MeasuresMap): string[] => [
  ...new Set(
    [
      "column" in map.site ? map.site.column : undefined,
      typeof map.phase === "object" ? map.phase.column : undefined,
      ...("column" in map.point
        ? [map.point.column]
        : "monthOf" in map.point
          ? map.point.monthOf.columns
          : []),
      ...map.values.flatMap(({ measure, value: one, numerator, denominator, n }) => [
        "column" in measure ? measure.column : undefined,
        one,
        numerator,
        denominator,
        n,
      ]),
      ...(map.date?.columns ?? []),
      map.method && "column" in map.method ? map.method.column : undefined,
      map.complete,
      map.reason && "column" in map.reason ? map.reason.column : undefined,
      ...(map.knownBy && "columns" in map.knownBy ? map.knownBy.columns : []),
    ].filter((one) => one !== undefined),
  ),
]

/** What is wrong between a map and the columns of a file, in words: every column is mapped, or left out with a reason. */
export const measureColumnProblems = (map: MeasuresMap, columns: readonly string[]): string[] => {
  const used = mapped(map)
  const ignored = map.ignore.flatMap((one) => one.columns)
  return [
    ...columns
      .filter((one) => !used.includes(one) && !ignored.includes(one))
      .map((one) => `The file has a column “${one}”: map it, or ignore it with a reason.`),
    ...[...new Set([...used, ...ignored, ...map.packed])]
      .filter((one) => !columns.includes(one))
      .map((one) => `The map names a column “${one}”, and the file has none of that name.`),
    ...ignored
      .filter((one) => used.includes(one))
      .map((one) => `The map makes something of the column “${one}”, and ignores it: one or the other.`),
  ]
}
