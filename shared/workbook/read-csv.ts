import { CsvError, parse } from "csv-parse/sync"
import { emptySheet, type Found, put } from "./found.ts"
import { damaged } from "./unreadable.ts"

/** A table of its own as CSV: UTF-8, or what spreadsheet programs here write where it is not. */
export const readCsv = (bytes: Uint8Array): Found => {
  const sheet = emptySheet("The table")
  const text = decoded(bytes)
  if (text.includes("\0")) throw damaged()
  for (const [row, cells] of cellsIn(text).entries())
    for (const [column, cell] of cells.entries()) put(sheet, row, column, { text: cell, is: "text" })
  return { format: "csv", sheets: [sheet], from1904: false }
}

const cellsIn = (text: string): string[][] => {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw damaged()
  }
}

const decoded = (bytes: Uint8Array) => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
