import type { Posting } from "../../form/posting.ts"
import type { Answers } from "../../form/question.ts"
import { costCategories as heads } from "../expression-of-interest/cost-categories.ts"
import { columnOf, spentIn } from "../lines.ts"
import { endsYear } from "../period.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { correctable, quartersLeft, saidIn, spentOf } from "./answers.ts"

/** What a full return comes to in the account of its site. */
export const postingOf = (facts: ReturnFacts, all: Record<string, Answers>): Posting => {
  const said = saidIn(all)
  const earlier = correctable(facts)
  const quarters = quartersLeft(facts)
  return {
    spent: spentIn(said.spending, heads, spentOf(facts)),
    corrections: said.corrections.flatMap(({ id, of, head, amount, why }) => {
      const found = earlier.find((one) => one.id === of)
      return found ? [{ id, round: found.round, year: found.year, row: head, amount, because: why }] : []
    }),
    accrued: endsYear(facts) ? columnOf(said.spending, heads, "accrued") : {},
    committed: quarters.length > 0 ? columnOf(said.spending, heads, "committed") : {},
    forecast: quarters.flatMap(({ id, to }) =>
      Object.entries(columnOf(said.forecast, heads, id)).map(([row, amount]) => ({ to, row, amount })),
    ),
    virements: said.moves.map(({ id, from, to, amount, why }) => ({ id, from, to, amount, because: why })),
    reasons: said.reasons.map(({ head, reason, words }) => ({ row: head, reason, words })),
    ...(said.plan && { underspend: { plan: said.plan, words: said.planWords ?? "" } }),
    ...(facts.funding && { profile: facts.funding.profile.version }),
  }
}
