import type { Measure } from "../../../kinds/measures/measure.ts"
import { isMonth } from "./gathered.ts"
import { mainOf } from "./saying.ts"
import {
  type CellAt,
  everySite,
  gaps,
  hiddenMark,
  type MeasureCell,
  type MeasureTable,
  type Quantity,
} from "./table.ts"
import { atWords, cellWords, measureOf, placeWords } from "./words.ts"

/** What is drawn of a cell: a number of it, that it is hidden, or the gap that it is. */
export type Mark = { value: number } | { hidden: true } | { gap: string }

/** A picture of cells of a table: it has nothing that the table has not. */
export type Chart = {
  /** The message, in a sentence. */
  headline: string
  /** What is measured, and in what. */
  subtitle: string
  /** Of what is drawn: where the scale ends. */
  most: number
  percent: boolean
  rows: { label: string; marks: Mark[] }[]
  series: string[]
}

const markOf = (cell: MeasureCell | undefined): Mark => {
  if (!cell) return { gap: "not asked" }
  if ("gap" in cell.says) return { gap: gaps[cell.says.gap] }
  const main = mainOf(cell.says)
  if (main === hiddenMark) return { hidden: true }
  return main === undefined ? { gap: "of nobody" } : { value: main }
}

const chartOf = (
  table: MeasureTable,
  key: string,
  rest: Pick<Chart, "headline" | "rows" | "series">,
): Chart => {
  const measure = measureOf(table, key)
  const percent = measure?.unit === "share"
  const values = rest.rows.flatMap(({ marks }) => marks.flatMap((one) => ("value" in one ? [one.value] : [])))
  return {
    ...rest,
    subtitle: measure ? subtitleOf(measure) : key,
    percent,
    most: percent ? 100 : (measure?.scale?.most ?? niceAbove(Math.max(1, ...values))),
  }
}

const subtitleOf = ({ unit, counts, outOf, scale }: Measure): string => {
  const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
  if (unit === "count") return `Number of ${counts}`
  if (unit === "share") return `${capital(counts)}, of every 100 ${outOf ?? ""}`.trim()
  if (unit === "mean") return `Average of ${counts}${scale ? `, from ${scale.least} to ${scale.most}` : ""}`
  return capital(counts)
}

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
const niceAbove = (value: number): number => {
  const ten = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= value) ?? value
}

/** Each site from baseline to final, and all of them together. */
export const changeChart = (table: MeasureTable, key: string): Chart | undefined => {
  const cells = table.cells.filter((one) => one.measure === key)
  const at = (place: string, when: CellAt) => cells.find((one) => one.place === place && one.at === when)
  const places = [...new Set(cells.map(({ place }) => place))].sort(
    (a, b) => Number(a === everySite) - Number(b === everySite),
  )
  const drawn = places.filter((place) => at(place, "baseline") || at(place, "final"))
  const about = drawn.at(-1)
  if (about === undefined) return undefined
  return chartOf(table, key, {
    headline: headlineOf(
      placeWords(table, about),
      at(about, "baseline"),
      at(about, "final"),
      at(about, "change"),
    ),
    series: [atWords("baseline"), atWords("final")],
    rows: drawn.map((place) => ({
      label: placeWords(table, place),
      marks: [markOf(at(place, "baseline")), markOf(at(place, "final"))],
    })),
  })
}

const headlineOf = (
  place: string,
  before: MeasureCell | undefined,
  after: MeasureCell | undefined,
  change: MeasureCell | undefined,
) => {
  const [was, is] = [numberIn(before), numberIn(after)]
  const isShare = [before, after].some((one) => one && "numerator" in one.says)
  const text = (one: Quantity) => (isShare && one !== hiddenMark ? `${one}%` : `${rounded(one)}`)
  if (was !== undefined && is !== undefined) {
    const from = `${place}: from ${text(was)} to ${text(is)}`
    if (was === hiddenMark || is === hiddenMark) return `${from}. What is hidden is too small to show.`
    if (change && "gap" in change.says) return `${from}, ${gaps[change.says.gap]}`
    return was === is ? `${place}: ${text(is)}, as at the baseline` : from
  }
  if (was !== undefined) return `${place}: ${text(was)} at the baseline; the final figure is not there yet`
  if (is !== undefined) return `${place}: ${text(is)} at the end; there is no baseline`
  return `${place}: no figure is there yet`
}

const rounded = (one: Quantity) => (one === hiddenMark ? one : Math.round(one * 100) / 100)

const numberIn = (cell: MeasureCell | undefined): Quantity | undefined =>
  cell && !("gap" in cell.says) ? mainOf(cell.says) : undefined

/** The months of one place, one after the other. */
export const monthChart = (table: MeasureTable, key: string, place: string): Chart | undefined => {
  const own = table.cells.filter((one) => one.measure === key && one.place === place)
  const months = table.at.filter((at) => isMonth(at) && own.some((one) => one.at === at))
  if (months.length === 0) return undefined
  const together = own.find(({ at }) => at === "months")
  return chartOf(table, key, {
    headline: together
      ? `${placeWords(table, place)}, month by month: ${cellWords(together)} ${measureOf(table, key)?.acrossTime === "sum" ? "in all" : "in the last"}`
      : `${placeWords(table, place)}, month by month`,
    series: [placeWords(table, place)],
    rows: months.map((at) => ({
      label: atWords(at),
      marks: [markOf(own.find((one) => one.at === at))],
    })),
  })
}
