import type { Answers } from "../../form/question.ts"
import type { Grid } from "../../form/questions/money-grid.ts"
import { quartersBetween, yearsIn } from "../financial-year.ts"
import { spentColumns } from "../lines.ts"
import { spendableTo } from "../period.ts"
import type { ReturnFacts } from "../return-facts.ts"

export type Correction = { id: string; of: string; head: string; amount: number; why: string }
export type Reason = { id: string; head: string; reason: string; words: string }
export type Move = { id: string; from: string; to: string; amount: number; kind: string; why: string }

/** What a full return says, of all its sections: rows that are not finished yet count for nothing. */
export const saidIn = (all: Record<string, Answers>) => {
  const { spending = {}, corrections = {}, forecast = {}, reasons = {}, moving = {}, ending = {} } = all
  return {
    spending: (spending.spending ?? {}) as Grid,
    other: spending.other as string | undefined,
    corrections: corrections.any === true ? finished<Correction>(corrections.corrections, 5) : [],
    forecast: (forecast.forecast ?? {}) as Grid,
    reasons: finished<Reason>(reasons.reasons, 4),
    moves: moving.any === true ? finished<Move>(moving.moves, 6) : [],
    plan: ending.plan as string | undefined,
    planWords: ending.words as string | undefined,
    over: ending.over as string | undefined,
  }
}

const finished = <Row>(answer: unknown, parts: number) =>
  ((answer ?? []) as Row[]).filter((row) => Object.keys(row as object).length === parts)

export const spentOf = ({ return: days }: ReturnFacts) => spentColumns("actual", "Spent in this period", days)

/** The quarters that are left after this period. */
export const quartersLeft = (facts: ReturnFacts) => quartersBetween(facts.return.to, spendableTo(facts))

/** What may be corrected: what was accepted of each period before, and each financial year in it. */
export const correctable = ({ funding }: ReturnFacts) =>
  (funding?.earlier ?? []).flatMap(({ round, title, from, to }) => {
    const years = yearsIn({ from, to })
    return years.map(({ id: year, label }) => ({
      id: years.length > 1 ? `${round} ${year}` : round,
      label: years.length > 1 ? `${title}: what was spent in ${label}` : title,
      round,
      year,
    }))
  })
