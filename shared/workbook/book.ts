/** How a cell looks, and whether somebody types in it: only what `types` names is unlocked. */
export const looks = [
  "plain",
  "title",
  "heading",
  "id",
  "types text",
  "types money",
  "types number",
  "types date",
  "worked out",
] as const
export type Look = (typeof looks)[number]

export const isTyped = (look: Look) => look.startsWith("types")

/** What stands in a cell: numbers as text that says them exactly, dates as days. */
export type Cell = { text?: string; number?: string; date?: string; look: Look; options?: string[] }

/** One sheet as it is written. The first `hides.rows` rows and `hides.columns` columns are not shown. */
export type Sheet = {
  name: string
  rows: Cell[][]
  widths: number[]
  hides?: { rows: number; columns: number }
  hidden?: true
}

export type Book = { title: string; service: string; sheets: Sheet[] }

export const plain = (text: string): Cell => ({ text, look: "plain" })

/** "A", "Z", "AA": the name of a column, counted from 0. */
export const columnName = (column: number): string => {
  const rest = String.fromCharCode(65 + (column % 26))
  return column < 26 ? rest : columnName(Math.floor(column / 26) - 1) + rest
}

export const columnIn = (name: string): number =>
  [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
