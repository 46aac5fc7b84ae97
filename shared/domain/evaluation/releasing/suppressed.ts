import type { Measure } from "../../../kinds/measures/measure.ts"
import { changesIn, columnsOf, withWhatFollows } from "../analysis/saying.ts"
import {
  type CellSays,
  hiddenMark,
  type MeasureCell,
  type MeasureTable,
  type Quantity,
} from "../analysis/table.ts"
import type { Cell, ReleaseTable } from "../disclosure/types.ts"
import { isOfAnother } from "./also-known.ts"
import { cellId, isOverTime, type Part } from "./parts.ts"

/**
 * A true table with every number of it as the release has it, and what follows from those worked out anew. Where the
 * release says nothing of a number it is hidden; words that a site wrote are not in it.
 */
export const suppressed = (table: MeasureTable, made: ReleaseTable): MeasureTable => {
  const measures = new Map(
    table.measures.flatMap(({ key, measure }) => (measure.hidesSmall ? [[key, measure] as const] : [])),
  )
  const asTheyAre = new Set(made.asTheyAre)
  const cells = table.cells
    .filter(({ at }) => at !== "change")
    .map((cell) => {
      const hiding = measures.get(cell.measure)
      return withWhatFollows(
        hiding ? hiddenIn(cell, { measure: hiding, made, asTheyAre }) : withoutWords(bare(cell)),
      )
    })
  const all = [...cells, ...changesIn(cells)]
  return { ...table, view: "released", at: columnsOf(all), cells: all }
}

/** Without what followed from true numbers. */
const bare = ({ interval: _, few: __, ...cell }: MeasureCell): MeasureCell => cell

const withoutWords = (cell: MeasureCell): MeasureCell => {
  if (!("gap" in cell.says)) return cell
  const { gap, knownBy } = cell.says
  return { ...cell, says: { gap, ...(knownBy && { knownBy }) } }
}

const hiddenIn = (
  cell: MeasureCell,
  { measure, made, asTheyAre }: { measure: Measure; made: ReleaseTable; asTheyAre: ReadonlySet<string> },
): MeasureCell => {
  const as = (part: Part): Quantity => shown(made.counts[cellId(cell, part)])
  const released = (["count", "numerator", "denominator", "n"] as const).some((part) =>
    asTheyAre.has(cellId(cell, part)),
  )
  const says = ((): CellSays => {
    const { says } = cell
    if ("count" in says) return { count: as("count") }
    if ("numerator" in says) {
      const denominator = as("denominator")
      const share = shown(made.shares[cellId(cell, "share")])
      return { numerator: as("numerator"), denominator, ...(denominator !== 0 && { share }) }
    }
    if ("gap" in says && says.gap === "not applicable" && isOfAnother(measure.id))
      return { numerator: hiddenMark, denominator: hiddenMark, share: hiddenMark }
    if ("mean" in says) return { mean: shown(made.means[cellId(cell, "mean")]), n: as("n") }
    if (!("amount" in says)) return says
    if (isOverTime(measure, cell)) return { amount: measure.acrossSites === "sum" ? says.amount : hiddenMark }
    if (says.n === undefined) return { amount: says.amount }
    const n = as("n")
    if (measure.acrossSites !== "sum") return { amount: shown(made.means[cellId(cell, "mean")]), n }
    return { amount: n === hiddenMark ? hiddenMark : says.amount, n }
  })()
  return withoutWords({ ...bare(cell), says, ...(released && { released: true }) })
}

const shown = (cell: Cell | undefined): Quantity => (typeof cell === "object" ? cell.shown : hiddenMark)

/** How many numbers a table shows, and how many it hides. */
export const quantitiesIn = ({ cells }: MeasureTable) => {
  const all = cells.flatMap(({ says }) => Object.values(says).filter(isQuantity))
  const hidden = all.filter((one) => one === hiddenMark).length
  return { shown: all.length - hidden, hidden }
}

const isQuantity = (one: unknown): one is Quantity => typeof one === "number" || one === hiddenMark
