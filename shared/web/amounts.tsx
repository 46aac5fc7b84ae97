import type { Line } from "../form/question.ts"
import { columnTotal, type Grid, rowTotal, totalOf } from "../form/questions/money-grid.ts"
import { pounds } from "../values/money.ts"
import { Table } from "./govuk/table.tsx"

type Props = {
  caption: string
  rows: readonly Line[]
  columns: readonly Line[]
  grid: Grid
  /** One more column from somewhere else, by row: never part of a total. */
  beside?: { label: string; amounts: Record<string, number> }
}

const amount = (pence: number | undefined) => ({
  content: pence === undefined ? "" : pounds(pence),
  numeric: true,
})

/** A table of amounts as it was answered, with its totals worked out. */
export const Amounts = ({ caption, rows, columns, grid, beside }: Props) => {
  const several = columns.length > 1
  const shown = rows.filter(({ id }) => grid[id] || beside?.amounts[id] !== undefined)
  return (
    <Table
      caption={caption}
      captionSize="s"
      small
      firstCellIsHeader
      head={[
        { text: "Line" },
        ...columns.map(({ label }) => ({ text: label, numeric: true })),
        ...(several ? [{ text: "Total", numeric: true }] : []),
        ...(beside ? [{ text: beside.label, numeric: true }] : []),
      ]}
      rows={[
        ...shown.map((row) => [
          { content: row.label },
          ...columns.map(({ id }) => amount(grid[row.id]?.[id])),
          ...(several ? [amount(rowTotal(grid, row.id))] : []),
          ...(beside ? [amount(beside.amounts[row.id])] : []),
        ]),
        [
          { content: "Total" },
          ...columns.map(({ id }) => amount(columnTotal(grid, id))),
          ...(several ? [amount(totalOf(grid))] : []),
          ...(beside ? [amount(Object.values(beside.amounts).reduce((sum, one) => sum + one, 0))] : []),
        ],
      ]}
    />
  )
}
