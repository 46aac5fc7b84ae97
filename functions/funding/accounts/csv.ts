import { accountStates } from "../../../shared/domain/funding/account.ts"
import type { LedgerLine } from "../../../shared/domain/funding/ledger-words.ts"
import {
  type FigureColumn,
  figureColumns,
  type Line,
  lineOf,
} from "../../../shared/domain/funding/overview.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import type { Overview } from "./overview.ts"

/** Pounds with two decimals, for a spreadsheet to add up. */
const decimal = (pence: number | undefined): string => {
  if (pence === undefined) return ""
  const size = String(Math.abs(pence)).padStart(3, "0")
  return `${pence < 0 ? "-" : ""}${size.slice(0, -2)}.${size.slice(-2)}`
}

const columns = Object.keys(figureColumns) as FigureColumn[]
const cells = (line: Line) => columns.map((column) => decimal(line[column]))

/** A row for each site of a phase; one without an offer has no figures, which is not nought. */
export const sitesCsv = ({ accounts, notOffered }: Overview): string[][] => [
  [
    "organisation",
    "site",
    "offer",
    "form",
    "accepted until",
    ...columns.map((column) => `${figureColumns[column].toLowerCase()} (pounds)`),
  ],
  ...accounts.map((one) => [
    one.organisation,
    one.name,
    accountStates[one.state],
    one.form,
    one.accepted ?? "",
    ...cells(lineOf(one)),
  ]),
  ...notOffered.map(({ organisation, name }) => [
    organisation,
    name,
    "No offer",
    "",
    "",
    ...columns.map(() => ""),
  ]),
]

export const ledgerCsv = (lines: readonly LedgerLine[]): string[][] => [
  [
    "line",
    "at",
    "what",
    "in words",
    "who",
    "role",
    "amount (pounds)",
    "award (pounds)",
    "paid (pounds)",
    "to be paid (pounds)",
    "came back (pounds)",
    "spent (pounds)",
    "accrued (pounds)",
    "expected (pounds)",
    "left over (pounds)",
    "cash held (pounds)",
    "hash",
  ],
  ...lines.map(({ number, at, verb, says, by, role, amount, balances, hash }) => [
    String(number),
    at,
    verb,
    says,
    by,
    role in roles ? roles[role as keyof typeof roles].words : role,
    decimal(amount),
    decimal(balances.award),
    decimal(balances.paid),
    decimal(balances.toPay),
    decimal(balances.recovered),
    decimal(balances.actual),
    decimal(balances.accrued),
    decimal(balances.forecast),
    decimal(balances.unallocated),
    decimal(balances.cashHeld),
    hash,
  ]),
]

export const fileOf = (c: C, name: string, rows: string[][]) => {
  c.header("content-type", "text/csv; charset=utf-8")
  c.header("content-disposition", `attachment; filename="${name}.csv"`)
  return c.body(csvOf(rows))
}
