import { londonDate } from "../../values/london.ts"
import type { CellAt, MeasureCell } from "./analysis/table.ts"
import { atWords, cellWords } from "./analysis/words.ts"
import type { ReleasedFigure, ReleasedOf } from "./one-page.ts"
import { ofSite, type ReleaseRecord } from "./released.ts"

/** What a council reads of each measure: at both ends, or what the months come to. */
const ends: readonly CellAt[] = ["baseline", "final"]
const lastKnown: readonly CellAt[] = ["final", "months", "midpoint", "baseline"]

/** What changed for people comes first, then what does around them, then how it is done. */
const levelsInOrder = ["people", "system", "workers"]
const inOrder = (measures: ReleaseRecord["table"]["measures"]) =>
  measures.toSorted((a, b) => levelsInOrder.indexOf(a.measure.level) - levelsInOrder.indexOf(b.measure.level))

/** What a release says of one site, a line a measure; where there is no figure there is no line. */
export const forCouncil = (release: ReleaseRecord, organisation: string): ReleasedOf => {
  const own = ofSite(release.table, organisation)
  return {
    on: londonDate(new Date(release.at)),
    rule: release.rule.words,
    figures: inOrder(own.measures).flatMap(({ key, measure }): ReleasedFigure[] => {
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
