import type { Answers } from "../../form/question.ts"
import { money, moneyGrid } from "../../form/questions/index.ts"
import { columnTotal, type Grid } from "../../form/questions/money-grid.ts"
import { section } from "../../form/section.ts"
import { dateWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { spendingLines } from "../lines.ts"
import { endsYear, isLast, spendableTo } from "../period.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { spentOf } from "./posting.ts"
import { standingTable } from "./tables.ts"

export const spending = (facts: ReturnFacts) => {
  const { from, to } = facts.return
  const { site, funding } = facts
  const expects = !isLast(facts)
  const then = expects ? `, and what you expect from then to ${dateWords(spendableTo(facts))}` : ""
  return section({
    id: "spending",
    title: "What you spent",
    minutes: 12,
    intro: `From ${dateWords(from)} to ${dateWords(to)}${then}. Leave a line empty where there is nothing.`,
    asks: {
      spending: moneyGrid({
        label: "What did you spend?",
        called: "what you spent, or 0 if nothing",
        rows: spendingLines,
        columns: [
          ...spentOf(facts).map(({ id, label }) => ({ id, label })),
          ...(expects ? [{ id: "expected", label: "Expected after it, to the end" }] : []),
        ],
      }),
      ...(endsYear(facts) && {
        accruals: money({
          label: "How much more have you received and not paid for yet?",
          called: "what you have received and not paid for yet",
          hint: "Leave it out of the table. It is asked at the end of a financial year and of the pilot only. Enter 0 if nothing.",
        }),
      }),
    },
    checks: funding
      ? []
      : [
          {
            at: "spending",
            needs: ["spending"],
            weighs: "warning",
            holds: ({ spending }) => totalIn(facts, spending) <= (site.award ?? Number.POSITIVE_INFINITY),
            otherwise: ({ spending }) =>
              `This period and what you expect after it come to ${pounds(totalIn(facts, spending) - (site.award ?? 0))} more than your award`,
          },
        ],
    derives: (_, all) => standingTable(facts, all),
  })
}

const totalIn = (facts: ReturnFacts, grid: Grid) =>
  [...spentOf(facts).map(({ id }) => id), "expected"].reduce((sum, id) => sum + columnTotal(grid, id), 0)

/** What was expected by line when something was last accepted. */
export const expectedBefore = (facts: ReturnFacts): Record<string, Answers> => {
  const last = facts.funding?.earlier.at(-1)
  if (!last || isLast(facts)) return {}
  const grid: Grid = {}
  for (const { row, amount } of last.posting.forecast)
    if (spendingLines.some(({ id }) => id === row))
      grid[row] = { expected: (grid[row]?.expected ?? 0) + amount }
  return Object.keys(grid).length > 0 ? { spending: { spending: grid } } : {}
}
