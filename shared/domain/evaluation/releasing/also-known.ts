import { isMonth } from "../analysis/gathered.ts"
import { everySite, type MeasureTable } from "../analysis/table.ts"
import type { Claims, Count } from "../disclosure/types.ts"
import { cellId, type Part } from "./parts.ts"

type Hiding = MeasureTable["measures"][number]
type Where = { place: string; at: string }

/**
 * What whoever knows the definitions knows besides: that returns were filled in from the tallies, and that one measure is
 * of the people of another. It is taken as known wherever the numbers bear it out, so that no cell is worked out by it.
 */
export const alsoKnown = (
  hiding: readonly Hiding[],
  table: MeasureTable,
  counts: readonly Count[],
): Claims["sums"] => {
  const values = new Map(counts.map(({ id, value }) => [id, value]))
  const holds = ({ total, parts }: Claims["sums"][number]) =>
    values.get(total) !== undefined &&
    parts.length > 0 &&
    parts.every((id) => values.get(id) !== undefined) &&
    values.get(total) === parts.reduce((sum, id) => sum + (values.get(id) ?? 0), 0)
  const keys = new Set(hiding.map(({ key }) => key))
  const places = [...new Set(table.cells.map(({ place, at }) => JSON.stringify({ place, at })))].map(
    (one) => JSON.parse(one) as Where,
  )
  const sites = places.filter(({ place }) => place !== everySite)
  return [...sites.flatMap(withinWords(keys)), ...hiding.flatMap((one) => fromTallies(one, table))].filter(
    holds,
  )
}

/**
 * Which part of a core measure is what parts of others come to, by their definitions: at a site. Of all sites it follows
 * where each has both, and it says nothing where one has a measure that does not apply.
 */
const definitions = [
  { total: ["kept", "denominator"], parts: [["people", "count"]] },
  {
    total: ["challenges-changed", "denominator"],
    parts: [
      ["challenges-formal", "count"],
      ["challenges-meeting", "count"],
    ],
  },
] as const satisfies { total: readonly [string, Part]; parts: readonly (readonly [string, Part])[] }[]

/**
 * Whether a measure is of the people or things of another: where it does not apply there may be none of those, which is a
 * number as well.
 */
export const isOfAnother = (measure: string) => definitions.some(({ total: [key] }) => key === measure)

const withinWords = (keys: ReadonlySet<string>) => (where: Where) =>
  definitions
    .filter(({ total, parts }) => [total, ...parts].every(([key]) => keys.has(key)))
    .map(({ total, parts }) => ({
      total: idOf(where, total),
      over: "definitions",
      parts: parts.map((one) => idOf(where, one)),
    }))

const idOf = ({ place, at }: Where, [measure, part]: readonly [string, Part]) =>
  cellId({ place, measure, at: at as never }, part)

/** The final return of a site is filled in from its tallies: all months, or the last. */
const fromTallies = ({ key, measure }: Hiding, table: MeasureTable): Claims["sums"] => {
  const own = table.cells.filter((one) => one.measure === key)
  return own
    .filter(({ at, place }) => at === "final" && own.some((one) => one.place === place && isMonth(one.at)))
    .flatMap((final) =>
      (measure.unit === "share" ? (["numerator", "denominator"] as const) : (["count"] as const)).map(
        (part) => ({
          total: cellId(final, part),
          over: "tallies",
          parts: [cellId({ ...final, at: "months" }, part)],
        }),
      ),
    )
}
