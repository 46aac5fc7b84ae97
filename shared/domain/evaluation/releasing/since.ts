import { canonical } from "../../../values/canonical.ts"
import type { CellSays, MeasureCell, MeasureTable } from "../analysis/table.ts"

export type Changed = Pick<MeasureCell, "place" | "measure" | "at"> & { was?: CellSays; is?: CellSays }

/** What one release says otherwise than another: what is new, what is said differently, what is not said any more. */
export const changedSince = (before: MeasureTable | undefined, after: MeasureTable): Changed[] => {
  const was = byName(before?.cells ?? [])
  const is = byName(after.cells)
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names.flatMap((name) => {
    const [one, other] = [was.get(name), is.get(name)]
    const cell = other ?? one
    if (!cell || (one && other && canonical(one.says) === canonical(other.says))) return []
    const { place, measure, at } = cell
    return [{ place, measure, at, ...(one && { was: one.says }), ...(other && { is: other.says }) }]
  })
}

const byName = (cells: readonly MeasureCell[]) =>
  new Map(cells.map((one) => [`${one.place} ${one.measure} ${one.at}`, one]))
