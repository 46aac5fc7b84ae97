import { emptyPosting, type Posting } from "../../form/posting.ts"
import type { Answers } from "../../form/question.ts"
import type { Grid } from "../../form/questions/money-grid.ts"
import { columnOf, spendingLines, spentColumns, spentIn, together } from "../lines.ts"
import { endsYear, isLast, spendableTo } from "../period.ts"
import type { ReturnFacts } from "../return-facts.ts"

export const spentOf = ({ return: days }: ReturnFacts) => spentColumns("spent", "Spent in this period", days)

/** What a spending update comes to in the account of its site. */
export const postingOf = (facts: ReturnFacts, { spending = {} }: Record<string, Answers>): Posting => {
  const grid = (spending.spending ?? {}) as Grid
  const expected = isLast(facts) ? {} : columnOf(grid, spendingLines, "expected")
  const accruals = endsYear(facts) ? Number(spending.accruals ?? 0) : 0
  return {
    ...emptyPosting,
    spent: spentIn(grid, spendingLines, spentOf(facts)),
    accrued: accruals > 0 ? { [together]: accruals } : {},
    forecast: Object.entries(expected).map(([row, amount]) => ({ to: spendableTo(facts), row, amount })),
    ...(facts.funding && { profile: facts.funding.profile.version }),
  }
}
