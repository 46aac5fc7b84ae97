import { columnIn, columnName } from "./book.ts"
import type { FoundCell, FoundSheet } from "./found.ts"
import { total } from "./marker.ts"

/** A table of ours in somebody's file: found by its marks, wherever its rows and columns have gone. */
export type FoundTable = {
  sheet: FoundSheet
  /** Where its corner is. */
  row: number
  column: number
  /** Columns by their marks. */
  columns: Map<string, number>
  twice: string[]
}

export const placeOf = ({ name }: Pick<FoundSheet, "name">, row: number, column: number) =>
  `${name}, ${columnName(column)}${row + 1}`

export const textAt = ({ rows }: FoundSheet, row: number, column: number) =>
  rows.get(row)?.get(column)?.text.trim() ?? ""

/** Where a text stands near the beginning of a sheet, of those that are looked for. */
export const cornersIn = (sheet: FoundSheet, looked: (text: string) => boolean): [number, number][] => {
  const found: [number, number][] = []
  for (const [row, cells] of sheet.rows)
    if (row < 50)
      for (const [column, { text }] of cells)
        if (column < 30 && looked(text.trim())) found.push([row, column])
  return found
}

export const tableAt = (sheet: FoundSheet, row: number, column: number): FoundTable => {
  const columns = new Map<string, number>()
  const twice: string[] = []
  for (const [at, { text }] of sheet.rows.get(row) ?? []) {
    const mark = text.trim()
    if (at === column || mark === "") continue
    if (columns.has(mark)) twice.push(placeOf(sheet, row, at))
    else columns.set(mark, at)
  }
  return { sheet, row, column, columns, twice }
}

export type Line = { row: number; id: string; cells: Map<number, FoundCell> }

/** What stands below the corner, in order, with the mark of each line; totals are none of it. */
export const linesOf = ({ sheet, row, column }: FoundTable): Line[] =>
  [...sheet.rows.entries()]
    .filter(([at]) => at > row)
    .sort(([a], [b]) => a - b)
    .map(([at, cells]) => ({ row: at, id: cells.get(column)?.text.trim() ?? "", cells }))
    .filter(({ id }) => id !== total)

/** Whether a cell is inside of cells that were merged, and not their first. */
export const mergedAt = ({ merged }: FoundSheet, row: number, column: number): boolean =>
  merged.some((range) => {
    const [top = 0, left = 0, bottom = 0, right = 0] = cornersOf(range)
    return (
      row >= top && row <= bottom && column >= left && column <= right && !(row === top && column === left)
    )
  })

const cornersOf = (range: string): number[] => {
  if (/^\d/.test(range)) return range.split(",").map(Number)
  const [, a = "", b = "", c = "", d = ""] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(range) ?? []
  return a === "" ? [] : [Number(b) - 1, columnIn(a), Number(d) - 1, columnIn(c)]
}
