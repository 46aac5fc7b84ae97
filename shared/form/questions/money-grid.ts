import * as z from "zod"
import { pounds } from "../../values/money.ts"
import { type Asked, type Line, noTexts, type Wording } from "../question.ts"
import { pence, readMoney } from "./money.ts"

/** Pence by row and column. An empty cell has no key: it counts as nothing in a total, and is not nought. */
export type Grid = Record<string, Record<string, number>>

type Lines = { rows: Line[]; columns: Line[]; apart?: true }

/**
 * A table of amounts. Rows and columns come from facts; totals are always worked out, never stored. Columns that are
 * `apart` are of different things, and have a total each.
 */
export const moneyGrid = ({ rows, columns, apart, ...wording }: Wording & Lines): Asked<Grid> => ({
  ...wording,
  type: "moneyGrid",
  schema: z
    .strictObject(
      Object.fromEntries(
        rows.map((row) => [
          row.id,
          z
            .strictObject(
              Object.fromEntries(
                columns.map((column) => [column.id, pence(`${row.label}, ${column.label}`).optional()]),
              ),
            )
            .optional(),
        ]),
      ),
    )
    .overwrite(withoutEmptyRows)
    .refine((grid) => Object.keys(grid).length > 0, { error: `Enter ${wording.called}` }) as z.ZodType,
  read: (entries, name) => {
    const grid: Grid = {}
    for (const row of rows)
      for (const column of columns) {
        const part = `${row.id}.${column.id}`
        const read = readMoney(entries[`${name}.${part}`] ?? "", `${row.label}, ${column.label}`)
        if ("problem" in read) return { problem: read.problem, part }
        if ("value" in read) grid[row.id] = { ...grid[row.id], [column.id]: Number(read.value) }
      }
    return Object.keys(grid).length ? { value: grid } : { blank: true }
  },
  write: (value, name) =>
    Object.fromEntries(
      cells(value as Grid).map(([row, column, amount]) => [
        `${name}.${row}.${column}`,
        pounds(amount).replace("£", ""),
      ]),
    ),
  words: (value) => {
    const grid = value as Grid
    const lines = rows
      .filter(({ id }) => grid[id])
      .map(({ id, label }) => {
        const amounts = columns.filter((column) => grid[id]?.[column.id] !== undefined)
        return `${label}: ${amounts.map((column) => `${column.label} ${pounds(grid[id]?.[column.id] ?? 0)}`).join("; ")}`
      })
    const total = apart
      ? columns.map(({ id, label }) => `${label} ${pounds(columnTotal(grid, id))}`).join("; ")
      : pounds(totalOf(grid))
    return [...lines, `Total: ${total}`].join("\n")
  },
  texts: noTexts,
  missing: () => [],
  ask: `Enter ${wording.called}`,
  shape: { rows, columns, ...(apart && { apart }) },
})

const withoutEmptyRows = <Rows extends Record<string, object | undefined>>(grid: Rows) =>
  Object.fromEntries(Object.entries(grid).filter(([, line]) => line && Object.keys(line).length > 0)) as Rows

const cells = (grid: Grid) =>
  Object.entries(grid).flatMap(([row, line]) =>
    Object.entries(line).map(([column, amount]) => [row, column, amount] as const),
  )

/** Pence, over all rows and columns. */
export const totalOf = (grid: Grid) => cells(grid).reduce((sum, [, , amount]) => sum + amount, 0)

export const rowTotal = (grid: Grid, row: string) =>
  Object.values(grid[row] ?? {}).reduce((sum, amount) => sum + amount, 0)

export const columnTotal = (grid: Grid, column: string) =>
  Object.values(grid).reduce((sum, line) => sum + (line[column] ?? 0), 0)

/** "Your quarters come to £92,800. You asked for £92,827. The difference is £27." */
export const differenceWords = (total: number, asked: number) =>
  `Your figures come to ${pounds(total)}. You asked for ${pounds(asked)}. The difference is ${pounds(Math.abs(asked - total))}`
