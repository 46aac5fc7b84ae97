import { isMonth } from "./gathered.ts"
import {
  type CellAt,
  everySite,
  gaps,
  hiddenMark,
  type MeasureCell,
  type MeasureTable,
  missingMark,
  type Quantity,
} from "./table.ts"
import { atWords, besideCell, cellWords, measureOf, placeWords, sureOf } from "./words.ts"

export type GridCell = { text: string; beside: string[] }
export type Grid = {
  /** The first column, then one for each time. */
  head: string[]
  rows: { place: string; measure: string; label: string; cells: GridCell[] }[]
}

/** When: at the points, or month by month. */
export type Times = "points" | "months"

const isOf = (times: Times) => (at: CellAt) => (isMonth(at) || at === "months") === (times === "months")

/** A row for each site of one measure with all of them last, or for each measure of one place: what every view shows. */
export const gridOf = (
  table: MeasureTable,
  { rows, times }: { rows: "sites" | "measures"; times: Times },
): Grid => {
  const at = table.at.filter(isOf(times))
  const cells = table.cells.filter((one) => at.includes(one.at))
  const found = new Map(cells.map((one) => [`${one.place} ${one.measure} ${one.at}`, one]))
  const names =
    rows === "sites"
      ? [...table.sites.map(({ organisation }) => organisation), everySite].flatMap((place) =>
          table.measures.map(({ key }) => ({ place, measure: key, label: placeWords(table, place) })),
        )
      : table.measures.flatMap(({ key, measure }) =>
          [...new Set(cells.map(({ place }) => place))].map((place) => ({
            place,
            measure: key,
            label: measure.name,
          })),
        )
  return {
    head: [rows === "sites" ? "Site" : "Measure", ...at.map(atWords)],
    rows: names
      .filter(({ place, measure }) => at.some((one) => found.has(`${place} ${measure} ${one}`)))
      .map((one) => ({
        ...one,
        cells: at.map((when) => gridCell(found.get(`${one.place} ${one.measure} ${when}`))),
      })),
  }
}

/** Where nothing is ever asked for. */
const gridCell = (cell: MeasureCell | undefined): GridCell =>
  cell
    ? { text: cellWords(cell), beside: [...(isMonth(cell.at) ? [] : sureOf(cell)), ...besideCell(cell)] }
    : { text: "not asked", beside: [] }

const columns = ["Site", "Measure", "When", "Number", "Of", "Per cent", "Says", "In words"]

/**
 * One row a cell, the first of them names: numbers as they are shown, what is hidden or not there as its mark and in
 * words; below them the rule that they were made by.
 */
export const csvRows = (table: MeasureTable | undefined, notes: readonly string[] = []): string[][] => [
  columns,
  ...(table ? table.cells.map((cell) => rowOf(table, cell)) : []),
  ...notes.map((note) => [note, ...columns.slice(1).map(() => "")]),
]

const rowOf = (table: MeasureTable, cell: MeasureCell): string[] => [
  placeWords(table, cell.place),
  measureOf(table, cell.measure)?.name ?? cell.measure,
  atWords(cell.at),
  ...numbersOf(cell),
  stateWords(table, cell),
  [cellWords(cell), ...sureOf(cell), ...besideCell(cell)].join("; "),
]

const numbersOf = ({ says }: MeasureCell): [string, string, string] => {
  const text = (one: Quantity | undefined) =>
    typeof one === "number" ? `${Math.round(one * 100) / 100}` : (one ?? "")
  if ("gap" in says) return [missingMark, "", ""]
  if ("count" in says) return [text(says.count), "", ""]
  if ("numerator" in says) return [text(says.numerator), text(says.denominator), text(says.share)]
  if ("mean" in says) return [text(says.mean), text(says.n), ""]
  if ("change" in says)
    return says.in === "points" ? ["", "", text(says.change)] : [text(says.change), "", ""]
  return [text(says.amount), text(says.n), ""]
}

const stateWords = ({ view }: MeasureTable, { says, released, asReleased }: MeasureCell): string => {
  if ("gap" in says) return gaps[says.gap]
  if (Object.values(says).includes(hiddenMark)) return "hidden"
  if (released) return "as it is"
  return view === "released" || asReleased ? "rounded" : "true"
}
