import { CsvError, parse } from "csv-parse/sync"
import { refusedFile } from "../../shared/domain/funding/payer-file.ts"

/** As large as an answer of the payer may be: a million bytes. */
export const mostBytes = 1_048_576

/**
 * The cells of a file of commas, as spreadsheets and payment systems write them: a row that is empty stays one, so that
 * rows count as they do there. What was copied from a spreadsheet has tabs between its cells.
 */
export const cellsIn = (bytes: Uint8Array): string[][] => {
  if (bytes.length > mostBytes) throw refusedFile([whole("It is larger than 1 megabyte. Send it in parts.")])
  const text = decoded(bytes)
  const [first = ""] = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "")
  const delimiter = ["\t", ",", ";"].find((one) => first.includes(one)) ?? ","
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = Number(error.records ?? 0) + 1
    const says = "it cannot be read as a row of a file of commas: look for a quotation mark without its pair"
    throw refusedFile([{ row, column: "any", says }])
  }
}

const whole = (says: string) => ({ row: 0, column: "", says })

/** UTF-8, with its mark or without; else as older spreadsheets of this country write. */
const decoded = (bytes: Uint8Array): string => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe
  try {
    return new TextDecoder(wide ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
