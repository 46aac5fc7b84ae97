import { type GatheredSite, isMonth } from "../analysis/gathered.ts"
import { everySite, type MeasureCell, type MeasureTable } from "../analysis/table.ts"
import type { Claims, Count, Mean, Share } from "../disclosure/types.ts"
import { alsoKnown } from "./also-known.ts"
import { withWhatIsReleasedToo, withWhoKnowsTotals } from "./follows.ts"
import { cellId, type Part, partsOf } from "./parts.ts"
import { isReleasedAs, type ReleasedFigure } from "./released-figure.ts"

type Hiding = MeasureTable["measures"][number]

/**
 * Everything that a release would say of people in numbers, and how it hangs together: over sites, over months, within
 * so many of so many. Measures that hide nothing are no claim.
 */
export const claimsOf = (
  table: MeasureTable,
  sites: readonly GatheredSite[],
  released: readonly ReleasedFigure[],
): Claims => {
  const hiding = table.measures.filter(({ measure }) => measure.hidesSmall)
  const knows = new Map(
    sites.map(({ organisation, coaches = [] }) => [
      organisation,
      [organisation, ...coaches.map((coach) => `coach:${coach}`)],
    ]),
  )
  const made = hiding.map((one) => ofMeasure(one, table, knows, released))
  const counts = made.flatMap((one) => one.counts)
  const sums = [...made.flatMap((one) => one.sums), ...alsoKnown(hiding, table, counts)]
  return {
    counts: withWhoKnowsTotals(withWhatIsReleasedToo(counts, sums), sums),
    sums,
    shares: made.flatMap((one) => one.shares),
    means: made.flatMap((one) => one.means),
  }
}

const ofMeasure = (
  { key, measure }: Hiding,
  table: MeasureTable,
  knows: ReadonlyMap<string, readonly string[]>,
  released: readonly ReleasedFigure[],
): Claims => {
  const cells = table.cells.filter((one) => one.measure === key && one.at !== "change")
  const parts = partsOf(measure, cells)
  const counts = cells.flatMap((cell) => {
    const knownTo = cell.direct ? [] : (knows.get(cell.place) ?? [])
    const isReleased = released.some((one) => isReleasedAs(one, cell))
    return (parts.get(cell) ?? []).map(
      ({ part, value, kind }): Count => ({
        id: cellId(cell, part),
        value,
        kind,
        knownTo,
        ...(isReleased && { released: true }),
      }),
    )
  })
  const has = new Set(counts.map(({ id }) => id))
  return {
    counts,
    sums: [...overSites(cells, parts), ...overMonths(measure, cells, parts)].filter(({ parts: all }) =>
      all.every((id) => has.has(id)),
    ),
    shares: cells.flatMap((cell): Share[] => {
      const { says } = cell
      if (!("numerator" in says) || says.numerator > says.denominator) return []
      const [numerator, denominator] = [cellId(cell, "numerator"), cellId(cell, "denominator")]
      return [{ id: cellId(cell, "share"), numerator, denominator }]
    }),
    means: cells.flatMap((cell): Mean[] => {
      const scores = parts.get(cell)?.find(({ part }) => part === "scores")
      const n = parts.get(cell)?.find(({ part }) => part === "n")
      const { least = 0, most = mostOfAnything } = measure.scale ?? {}
      if (!scores || !n || !isWithin(scores.value / (scores.units ?? 1) / n.value, least, most)) return []
      return [
        {
          id: cellId(cell, "mean"),
          n: cellId(cell, "n"),
          scores: cellId(cell, "scores"),
          units: scores.units ?? 1,
          least,
          most,
        },
      ]
    }),
  }
}

/** An average of nobody is within every scale; one that is outside its scale is not shown. */
const isWithin = (average: number, least: number, most: number) =>
  Number.isNaN(average) || (average >= least && average <= most)

/** Of an average without a scale of its own. */
const mostOfAnything = 1_000_000

type Parts = ReadonlyMap<MeasureCell, readonly { part: Part }[]>

const overSites = (cells: readonly MeasureCell[], parts: Parts) =>
  cells
    .filter(({ place }) => place === everySite)
    .flatMap((total) =>
      (parts.get(total) ?? []).map(({ part }) => ({
        total: cellId(total, part),
        over: "sites",
        parts: cells
          .filter((one) => one.at === total.at && one.place !== everySite && has(parts, one, part))
          .map((one) => cellId(one, part)),
      })),
    )

/** What the months come to: all of them, or the last that is known. */
const overMonths = (measure: Hiding["measure"], cells: readonly MeasureCell[], parts: Parts) =>
  cells
    .filter(({ at, place }) => at === "months" && (place !== everySite || measure.acrossTime === "sum"))
    .filter(() => measure.unit !== "amount" || measure.acrossTime === "last")
    .flatMap((total) =>
      (parts.get(total) ?? []).flatMap(({ part }) => {
        const months = cells
          .filter((one) => one.place === total.place && isMonth(one.at) && has(parts, one, part))
          .toSorted((a, b) => a.at.localeCompare(b.at))
        const among = measure.acrossTime === "sum" ? months : months.slice(-1)
        return among.length === 0
          ? []
          : [{ total: cellId(total, part), over: "months", parts: among.map((one) => cellId(one, part)) }]
      }),
    )

const has = (parts: Parts, cell: MeasureCell, part: Part) =>
  parts.get(cell)?.some((one) => one.part === part) ?? false
