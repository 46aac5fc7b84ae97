import {
  emptySheet,
  type Found,
  type FoundCell,
  type FoundSheet,
  mostColumns,
  mostRows,
  mostSheets,
  put,
} from "./found.ts"
import { hearing } from "./sax.ts"
import { damaged, Unreadable } from "./unreadable.ts"
import { unzipped } from "./zip.ts"

const again = "Save it as an OpenDocument spreadsheet (.ods) without them, then try again"

/** The sheets of an ODS file. */
export const readOds = (bytes: Uint8Array): Found => {
  const sheets: FoundSheet[] = []
  unzipped(bytes, (name) => {
    if (/^(?:Basic|Scripts)\//i.test(name)) throw new Unreadable(`The file has macros in it. ${again}`)
    if (/^Object /i.test(name)) throw new Unreadable(`The file has other files in it. ${again}`)
    if (name === "content.xml") return hearing(tablesIn(sheets))
    if (name === "META-INF/manifest.xml")
      return hearing({
        opens: (tag) => {
          if (tag === "encryption-data") throw new Unreadable(password)
        },
      })
    return /\.xml$/i.test(name) ? hearing({}) : undefined
  })
  if (sheets.length === 0) throw damaged()
  return { format: "ods", sheets, from1904: false }
}

export const password = "The file has a password. Take the password off, save it, then try again"

const links = new Set(["table-source", "cell-range-source", "dde-link", "dde-source", "object-ole", "plugin"])
const beside = new Set(["annotation", "tracked-changes", "shapes", "forms"])

const tablesIn = (sheets: FoundSheet[]) => {
  let sheet: FoundSheet | undefined
  let row = 0
  let column = 0
  let rows = 1
  let columns = 1
  let cell: FoundCell | undefined
  let value: string | undefined
  let lines: string[] = []
  let asides = 0
  let reads = 0

  const endCell = () => {
    if (sheet && cell) {
      const said = lines.join("\n")
      const text = value ?? said
      const kept =
        cell.is === "text" || cell.is === "error" ? { ...cell, text: said || text } : { ...cell, text }
      if (kept.text.trim() !== "" || kept.formula)
        for (let at = 0; at < Math.min(columns, mostColumns); at++) put(sheet, row, column + at, kept)
    }
    cell = undefined
    column += columns
  }

  return {
    opens: (tag: string, given: Record<string, string>) => {
      if (links.has(tag)) throw new Unreadable(`The file has links to other files in it. ${again}`)
      if (beside.has(tag)) asides++
      if (asides > 0) return
      if (tag === "table") {
        sheet = emptySheet(given.name ?? "")
        sheets.push(sheet)
        row = 0
        if (sheets.length > mostSheets) throw damaged()
      }
      if (tag === "table-row") {
        rows = times(given["number-rows-repeated"])
        column = 0
      }
      if (tag === "table-cell" || tag === "covered-table-cell") {
        columns = times(given["number-columns-repeated"])
        cell = cellOf(given)
        value = given["date-value"] ?? given["boolean-value"] ?? given.value ?? given["string-value"]
        lines = []
        if (
          sheet &&
          Number(given["number-columns-spanned"] ?? 1) * Number(given["number-rows-spanned"] ?? 1) > 1
        )
          merge(sheet, row, column, given)
      }
      if (tag === "p" && cell && reads++ === 0) lines.push("")
      if (tag === "s") add(lines, " ".repeat(Math.min(times(given.c), 1_000)))
      if (tag === "tab") add(lines, "\t")
      if (tag === "line-break") add(lines, "\n")
    },
    closes: (tag: string) => {
      if (beside.has(tag)) asides--
      if (asides > 0 || beside.has(tag)) return
      if (tag === "p" && reads > 0) reads--
      if (tag === "table-cell" || tag === "covered-table-cell") endCell()
      if (tag === "table-row") {
        if (sheet) repeated(sheet, row, rows)
        row += rows
      }
      if (tag === "table") sheet = undefined
    },
    text: (text: string) => {
      if (asides === 0 && reads > 0) add(lines, text)
    },
  }
}

const times = (given: string | undefined) => {
  const found = Number(given ?? 1)
  return Number.isInteger(found) && found > 0 ? Math.min(found, 2_000_000) : 1
}

const add = (lines: string[], text: string) => {
  if (lines.length > 0) lines[lines.length - 1] += text
}

/** A row that stands several times, where there is something in it. */
const repeated = (sheet: FoundSheet, row: number, rows: number) => {
  const line = sheet.rows.get(row)
  if (!line) return
  for (let at = 1; at < Math.min(rows, mostRows); at++)
    for (const [column, cell] of line) put(sheet, row + at, column, cell)
  if (rows > mostRows) sheet.more = true
}

const kinds: Record<string, FoundCell["is"]> = {
  float: "number",
  currency: "number",
  percentage: "number",
  date: "date",
  boolean: "boolean",
}

const cellOf = (given: Record<string, string>): FoundCell => {
  const type = given["value-type"] ?? ""
  const fault = /^of?:?=?#|^#/.test(given.formula ?? "") || type === "error"
  return { text: "", is: fault ? "error" : (kinds[type] ?? "text"), ...(given.formula && { formula: true }) }
}

const merge = (sheet: FoundSheet, row: number, column: number, given: Record<string, string>) => {
  const [wide, high] = [times(given["number-columns-spanned"]), times(given["number-rows-spanned"])]
  if (sheet.merged.length < 500) sheet.merged.push(`${row},${column},${row + high - 1},${column + wide - 1}`)
}
