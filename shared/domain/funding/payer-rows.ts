import { type PlainDate, plainDate, readDate } from "../../values/london.ts"
import { readPounds } from "../../values/money.ts"
import { cleanText } from "../../values/text.ts"
import { referenceAsKept } from "./money-reference.ts"
import { type PayerRow, type RowProblem, refusedFile } from "./payer-file.ts"

/** As large as an answer of the payer may be. */
export const mostRows = 2_000

/** The columns by what is left of their names without case, blanks and marks; the last two may be missing. */
const columns = {
  reference: "reference",
  outcome: "outcome",
  date: "date",
  payersreference: "payer’s reference",
  remittancetext: "remittance text",
  reason: "reason",
  amount: "amount",
} as const
type Column = keyof typeof columns

const also: Record<string, Column> = { payerreference: "payersreference", remittance: "remittancetext" }
const needed: Column[] = ["reference", "outcome", "date", "payersreference"]

const longest: Partial<Record<Column, number>> = {
  reference: 60,
  payersreference: 60,
  remittancetext: 140,
  reason: 500,
}

/** The rows of a file of commas, as they were read: the first names the columns. Refused whole, with every problem. */
export const payerRowsFrom = (cells: readonly string[][]): PayerRow[] => {
  const first = cells.findIndex((row) => !isBlank(row))
  const head = cells[first]
  if (!head) throw refusedFile([{ row: 0, column: "", says: "There is nothing in the file." }])
  const places = placesIn(head, first + 1)
  const problems: RowProblem[] = []
  const rows: PayerRow[] = []
  for (const [at, row] of cells.entries()) {
    if (at <= first || isBlank(row)) continue
    const read = readRow(row, { row: at + 1, places, width: head.length })
    if ("problems" in read) problems.push(...read.problems)
    else rows.push(read)
  }
  if (rows.length + problems.length === 0)
    problems.push({ row: 0, column: "", says: "There is no row below the names of the columns." })
  if (rows.length > mostRows)
    problems.push({ row: 0, column: "", says: `There are ${rows.length} rows. Send ${mostRows} at most.` })
  if (problems.length > 0) throw refusedFile(problems)
  return rows
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === "")

const placesIn = (head: readonly string[], row: number): Map<Column, number> => {
  const places = new Map<Column, number>()
  const problems: RowProblem[] = []
  for (const [at, cell] of head.entries()) {
    const plain = cell.toLowerCase().replace(/[^a-z]/g, "")
    const name = also[plain] ?? plain
    if (!isColumn(name)) continue
    if (places.has(name)) problems.push({ row, column: columns[name], says: "this column is there twice" })
    places.set(name, at)
  }
  for (const one of needed)
    if (!places.has(one))
      problems.push({ row, column: columns[one], says: "there is no column of this name" })
  if (problems.length > 0) throw refusedFile(problems)
  return places
}

const isColumn = (name: string): name is Column => Object.hasOwn(columns, name)

type At = { row: number; places: Map<Column, number>; width: number }

const readRow = (cells: readonly string[], at: At): PayerRow | { problems: RowProblem[] } => {
  const { row, places, width } = at
  const problems: RowProblem[] = []
  const wrong = (column: Column, says: string) => {
    problems.push({ row, column: columns[column], says })
    return undefined
  }
  const of = (column: Column): string => {
    const clean = cleanText(cells[places.get(column) ?? -1] ?? "")
    if ("problem" in clean) return wrong(column, "it has characters that we cannot keep") ?? ""
    const text = clean.text.replace(/\s+/gu, " ").trim()
    const most = longest[column] ?? 60
    return text.length > most ? (wrong(column, `it must be ${most} characters or fewer`) ?? "") : text
  }
  const reference = referenceAsKept(of("reference"))
  if (reference === "" && problems.length === 0) wrong("reference", "it is empty")
  const outcome = outcomeIn(of("outcome"))
  if (!outcome) wrong("outcome", "write paid or unpaid")
  const day = of("date")
  const on = day === "" ? undefined : (dateIn(day) ?? wrong("date", "write the day like 26/01/2018"))
  const payerReference = of("payersreference")
  const because = of("reason")
  if (outcome === "paid" && day === "") wrong("date", "the day it was paid is missing")
  if (outcome === "paid" && payerReference === "") wrong("payersreference", "it is missing")
  if (outcome === "unpaid" && because === "") wrong("reason", "say why it was not paid")
  const money = of("amount")
  const amount =
    money === "" ? undefined : (penceIn(money) ?? wrong("amount", "write pounds, like 37,130.80"))
  if (cells.slice(width).some((cell) => cell.trim() !== ""))
    problems.push({ row, column: "end", says: "it has more columns than the row of their names" })
  if (problems.length > 0 || !outcome) return { problems }
  return {
    row,
    reference,
    outcome,
    ...(on !== undefined && { on }),
    ...(payerReference !== "" && { payerReference }),
    ...(outcome === "paid" && { remittance: of("remittancetext") || reference }),
    ...(outcome === "unpaid" && { because }),
    ...(amount !== undefined && { amount }),
  }
}

const outcomeIn = (text: string): "paid" | "unpaid" | undefined => {
  const plain = text.toLowerCase().replace(/[^a-z]/g, "")
  if (plain === "paid") return "paid"
  return plain === "unpaid" || plain === "notpaid" ? "unpaid" : undefined
}

const dateIn = (text: string): PlainDate | undefined => {
  if (/^\d{4}-/.test(text)) return plainDate.safeParse(text).data
  const [day = "", month = "", year = "", ...rest] = text.split(/[\s/.,-]+/)
  const found = readDate({ day, month, year })
  return rest.length === 0 && "date" in found ? found.date : undefined
}

const penceIn = (text: string): number | undefined => {
  const found = readPounds(text)
  return "pence" in found ? found.pence : undefined
}
