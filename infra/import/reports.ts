import { CsvError, parse } from "csv-parse/sync"
import type { Row } from "../../shared/domain/coaching/import/cells.ts"
import { folded } from "../../shared/domain/coaching/import/map.ts"
import { decoded } from "./decoded.ts"
import { unusable } from "./unusable.ts"

/** A row by its number in a spreadsheet, where the headings are row 1; in words where it does not fit them. */
export type Numbered = { number: number } & ({ row: Row } | { refused: string })

export type Reports = {
  columns: string[]
  rows: Numbered[]
  /** Rows with nothing in them. */
  empty: number[]
  /** What has to be known of how the file was read. */
  says: string[]
}

/** The rows of a file of reports, one a row: refused whole where it cannot be read as one. */
export const readReports = (bytes: Uint8Array, separator: "," | ";" | "tab"): Reports => {
  const { text, says } = decoded(bytes)
  const [headings = [], ...records] = cellsIn(text, separator === "tab" ? "\t" : separator)
  const columns = columnsIn(headings, separator)
  const numbered = records.map((cells, at) => ({ number: at + 2, cells }))
  const isEmpty = ({ cells }: { cells: string[] }) => cells.every((cell) => cell.trim() === "")
  return {
    columns,
    rows: numbered
      .filter((one) => !isEmpty(one))
      .map(({ number, cells }) => ({ number, ...rowOf(cells, columns) })),
    empty: numbered.filter(isEmpty).map(({ number }) => number),
    says,
  }
}

const cellsIn = (text: string, delimiter: string): string[][] => {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: false,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw unusable(
      `Row ${Number(error.records ?? 0) + 1} of the file cannot be read: look for a quotation mark without its pair, there or below.`,
    )
  }
}

const columnsIn = (headings: string[], separator: string): string[] => {
  if (headings.every((one) => one.trim() === ""))
    throw unusable("The file has no headings: its first row says what each column is.")
  const [only = ""] = headings
  if (headings.length === 1 && /[;\t,]/.test(only))
    throw unusable(
      `The first row of the file is one cell. If its cells are divided by something else than ${separator === "tab" ? "tabs" : `“${separator}”`}, say so in the map: "separator" is ",", ";" or "tab".`,
    )
  const columns = headings.map((one, at) => folded(one) || `column ${at + 1}`)
  const twice = columns.filter((one, at) => columns.indexOf(one) !== at)
  if (twice.length > 0)
    throw unusable(
      ...[...new Set(twice)].map(
        (one) => `Two columns of the file are called “${one}”: name one of them anew.`,
      ),
    )
  if (columns.includes("__proto__")) throw unusable("No column can be called “__proto__”: name it anew.")
  return columns
}

/** A row that has another number of cells than there are headings may have everything in the wrong place. */
const rowOf = (cells: string[], columns: string[]): { row: Row } | { refused: string } => {
  const beyond = cells.slice(columns.length).some((cell) => cell.trim() !== "")
  if (cells.length < columns.length || beyond)
    return { refused: `it has ${cells.length} cells, and there are ${columns.length} headings` }
  return { row: Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""])) }
}
