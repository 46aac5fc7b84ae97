import type { Posting } from "../form/posting.ts"
import type { Line } from "../form/question.ts"
import type { Grid } from "../form/questions/money-grid.ts"
import { addDays, dateWords } from "../values/london.ts"
import { costCategories } from "./expression-of-interest/cost-categories.ts"
import { type Span, yearEnd, yearsIn } from "./financial-year.ts"

/** What money is spent on, in five lines: the heads of cost of the short form. */
export const spendingLines: Line[] = [
  { id: "workers", label: "Named social workers’ time and cover" },
  { id: "experience", label: "People with lived experience" },
  { id: "training", label: "Training and events" },
  { id: "evaluation", label: "Evaluation" },
  { id: "rest", label: "Everything else" },
]

/** An amount that a form asks for without its line. */
export const together = "all"

/** What a line or a head of cost is called: as the form asks that it is shown in, where it has one of that name. */
export const lineWords = (id: string, form: readonly Line[] = costCategories): string =>
  id === together
    ? "Everything together"
    : ([...form, ...costCategories, ...spendingLines].find((one) => one.id === id)?.label ?? id)

/** The columns of what was spent in some days: one for each financial year that they lie in. */
export const spentColumns = (id: string, label: string, days: Span) =>
  yearsIn(days).map((year, index, all) => {
    const from = all[index - 1]
    const first = addDays(yearEnd(days.from), 1)
    const parted = from ? `Spent from ${dateWords(first)}` : `Spent to ${dateWords(yearEnd(days.from))}`
    return { id: from ? `${id}-${year.id}` : id, label: all.length > 1 ? parted : label, year: year.id }
  })

/** What was typed as spent, by line and financial year: every amount that is not nought. */
export const spentIn = (
  grid: Grid,
  rows: readonly Line[],
  columns: readonly { id: string; year: string }[],
) =>
  rows.flatMap(({ id: row }) =>
    columns.flatMap(({ id, year }) => {
      const amount = grid[row]?.[id] ?? 0
      return amount > 0 ? [{ year, row, amount }] : []
    }),
  )

/** One column of a table of amounts, by line: every amount that is not nought. */
export const columnOf = (grid: Grid, rows: readonly Line[], column: string): Record<string, number> =>
  Object.fromEntries(
    rows.flatMap(({ id }) => {
      const amount = grid[id]?.[column] ?? 0
      return amount > 0 ? [[id, amount]] : []
    }),
  )

type Counted = Pick<Posting, "spent" | "corrections">

/** What some returns come to, with every correction, by line or by financial year. */
export const actualBy = (postings: readonly Counted[], key: "row" | "year"): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const { spent, corrections } of postings)
    for (const one of [...spent, ...corrections]) found[one[key]] = (found[one[key]] ?? 0) + one.amount
  return found
}

/** What was spent in one financial year of a period under one line, as it is after every correction. */
export const correctedIn = (
  earlier: readonly { round: string; posting: Counted }[],
  about: { round: string; year: string; row: string },
): number =>
  earlier
    .flatMap(({ round, posting }) => [
      ...posting.spent.map((one) => ({ ...one, round })),
      ...posting.corrections,
    ])
    .filter((one) => one.round === about.round && one.year === about.year && one.row === about.row)
    .reduce((sum, { amount }) => sum + amount, 0)

/** What is expected by line, whenever it is. */
export const forecastBy = (forecast: readonly { row: string; amount: number }[]): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const { row, amount } of forecast) found[row] = (found[row] ?? 0) + amount
  return found
}

/** What was agreed to be spent by line, in some quarters of a profile. */
export const agreedBy = (
  quarters: readonly { to: string; amounts: Record<string, number> }[],
): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const { amounts } of quarters)
    for (const [row, amount] of Object.entries(amounts)) found[row] = (found[row] ?? 0) + amount
  return found
}

export const sumOf = (amounts: Record<string, number>): number =>
  Object.values(amounts).reduce((sum, one) => sum + one, 0)
