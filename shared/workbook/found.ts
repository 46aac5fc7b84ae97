/** A cell as it stands in somebody's file. A formula is never run, and what it came to is not believed. */
export type FoundCell = { text: string; is: "text" | "number" | "boolean" | "date" | "error"; formula?: true }

/** Rows with something in them, by their numbers; cells by their columns, both counted from 0. */
export type FoundSheet = {
  name: string
  rows: Map<number, Map<number, FoundCell>>
  merged: string[]
  /** There are more rows than any form has, and those are not read. */
  more: boolean
}

export type Found = { format: "xlsx" | "ods" | "csv"; sheets: FoundSheet[]; from1904: boolean }

export const mostRows = 2_000
export const mostColumns = 200
export const mostSheets = 60

export const emptySheet = (name: string): FoundSheet => ({ name, rows: new Map(), merged: [], more: false })

/** Keeps what a form could hold, and remembers that there was more. */
export const put = (sheet: FoundSheet, row: number, column: number, cell: FoundCell) => {
  if (cell.text.trim() === "" && !cell.formula) return
  if (column >= mostColumns) return
  const line = sheet.rows.get(row)
  if (line) line.set(column, cell)
  else if (sheet.rows.size >= mostRows) sheet.more = true
  else sheet.rows.set(row, new Map([[column, cell]]))
}
