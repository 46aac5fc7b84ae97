import { cleanText } from "../../../values/text.ts"
import { folded, type Written } from "./map.ts"

/** A row of a file: what stands in each column, by its folded name, as it stands there. */
export type Row = Record<string, string>

export const cellIn = (row: Row, column: string): string =>
  Object.hasOwn(row, column) ? (row[column] ?? "") : ""

/** As text that may be kept: a line that ended inside a cell ends a line, other hidden characters are spaces. */
export const textOf = (cell: string): string => {
  const shown = cell.replace(/\r\n?|[\v\f\u0085]/g, "\n").replace(/[^\P{Cc}\n\t]/gu, " ")
  const clean = cleanText(shown.toWellFormed())
  return "text" in clean ? clean.text.trim() : ""
}

/** What stands in these columns, each under its heading, with a line between. */
export const under = (row: Row, columns: readonly Written[]): string =>
  columns
    .map((one) => ({
      text: textOf(cellIn(row, typeof one === "string" ? one : one.column)),
      heading: headingOf(one, columns.length),
    }))
    .filter(({ text }) => text !== "")
    .map(({ text, heading }) => (heading === "" ? text : `${heading}\n${text}`))
    .join("\n\n")

const headingOf = (one: Written, among: number) => {
  if (typeof one !== "string") return one.heading
  return among === 1 ? "" : one
}

/** What stands in these columns on one line: lines of a cell with a comma between, cells with a semicolon. */
export const beside = (row: Row, columns: readonly string[]): string =>
  columns
    .map((column) =>
      textOf(cellIn(row, column))
        .split("\n")
        .map((line) => folded(line))
        .filter((line) => line !== "")
        .join(", "),
    )
    .filter((text) => text !== "")
    .join("; ")

/** The values that a cell lists. */
export const valuesIn = (cell: string, split: "lines" | "semicolons" | "commas"): string[] =>
  textOf(cell)
    .split({ lines: "\n", semicolons: /[;\n]/, commas: /[,\n]/ }[split])
    .map(folded)
    .filter((one) => one !== "")
