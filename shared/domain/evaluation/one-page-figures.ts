import { londonDate } from "../../values/london.ts"
import type { CellAt, MeasureCell } from "./analysis/table.ts"
import { atWords, cellWords } from "./analysis/words.ts"
import type { ReleasedFigure, ReleasedOf } from "./one-page.ts"
import { ofSite, type ReleaseRecord } from "./released.ts"

/** What a council reads of each measure: at both ends, or what the months come to. */
const ends: readonly CellAt[] = ["baseline", "final"]
const lastKnown: readonly CellAt[] = ["final", "months", "midpoint", "baseline"]

type Measured = ReleaseRecord["table"]["measures"][number]

/**
 * What an officer released comes first, then the core measures, the site's own, and what else people answered; of each what
 * changed for people, then around them, then how it is done.
 */
const inOrder = (measures: readonly Measured[], cells: readonly MeasureCell[]) => {
  const rank = ({ key, measure }: Measured) => {
    if (cells.some((one) => one.measure === key && one.released)) return 0
    if (measure.of === "core") return 1
    return measure.from === "answers" ? 3 : 2
  }
  const level = ({ measure }: Measured) => ["people", "system", "workers"].indexOf(measure.level)
  return measures.toSorted((a, b) => rank(a) - rank(b) || level(a) - level(b))
}

/** What a release says of one site, a line a measure; where there is no figure there is no line. */
export const forCouncil = (release: ReleaseRecord, organisation: string): ReleasedOf => {
  const own = ofSite(release.table, organisation)
  return {
    on: londonDate(new Date(release.at)),
    rule: release.rule.words,
    figures: inOrder(own.measures, own.cells).flatMap(({ key, measure }): ReleasedFigure[] => {
      const cells = own.cells.filter((one) => one.measure === key && !("gap" in one.says))
      const at = (times: readonly CellAt[]) => times.flatMap((time) => cells.filter((one) => one.at === time))
      const both = at(ends)
      const shown = measure.id !== "people" && both.length === ends.length ? both : at(lastKnown).slice(0, 1)
      return shown.length === 0
        ? []
        : [{ measure: measure.id, label: measure.name, says: shown.map(inWords).join("; ") }]
    }),
  }
}

const inWords = (cell: MeasureCell) =>
  `${lower(atWords(cell.at))} ${cellWords(cell)}${cell.released ? ", as it is" : ""}`

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
