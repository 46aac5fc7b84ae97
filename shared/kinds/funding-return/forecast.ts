import type { Answers } from "../../form/question.ts"
import { moneyGrid } from "../../form/questions/index.ts"
import type { Grid } from "../../form/questions/money-grid.ts"
import { section } from "../../form/section.ts"
import { dateWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { costCategories as heads } from "../expression-of-interest/cost-categories.ts"
import { quarterEnd } from "../financial-year.ts"
import { columnOf, sumOf } from "../lines.ts"
import { spendableTo } from "../period.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { quartersLeft } from "./answers.ts"
import { expectedTable } from "./tables.ts"

/** What is expected in each quarter that is left; after the last of them there is nothing to expect. */
export const forecast = (facts: ReturnFacts) => {
  const quarters = quartersLeft(facts)
  if (quarters.length === 0) return []
  const carried = facts.funding?.carryOvers.reduce((sum, { amount }) => sum + amount, 0) ?? 0
  const after = quarters.filter(({ from }) => from > facts.site.to)
  const later = (grid: Grid) => after.reduce((sum, { id }) => sum + sumOf(columnOf(grid, heads, id)), 0)
  return [
    section({
      id: "forecast",
      title: "What you expect to spend",
      minutes: 20,
      money: true,
      intro: `By quarter, up to ${dateWords(spendableTo(facts))}. Leave a line empty where there is nothing.`,
      asks: {
        forecast: moneyGrid({
          label: "What do you expect to spend?",
          called: "what you expect to spend, or 0 if nothing",
          rows: heads,
          columns: quarters.map(({ id, label }) => ({ id, label })),
        }),
      },
      checks: [
        {
          at: "forecast",
          needs: ["forecast"],
          holds: ({ forecast }) => after.length === 0 || later(forecast) <= carried,
          otherwise: ({ forecast }) =>
            `You expect ${pounds(later(forecast))} after ${dateWords(facts.site.to)}. The Department has agreed to ${pounds(carried)}`,
        },
      ],
      derives: (_, all) => expectedTable(facts, all),
    }),
  ]
}

/** What was expected in those quarters when something was last accepted. */
export const forecastBefore = (facts: ReturnFacts): Record<string, Answers> => {
  const open = quartersLeft(facts).map(({ id }) => id)
  const grid: Grid = {}
  for (const { to, row, amount } of facts.funding?.earlier.at(-1)?.posting.forecast ?? []) {
    const id = quarterEnd(to)
    if (!open.includes(id) || !heads.some((one) => one.id === row)) continue
    grid[row] = { ...grid[row], [id]: (grid[row]?.[id] ?? 0) + amount }
  }
  return Object.keys(grid).length > 0 ? { forecast: { forecast: grid } } : {}
}
