import type { Answers } from "../../form/question.ts"
import type { FigureAnswer } from "../../form/questions/figure-words.ts"
import type { Json } from "../../values/canonical.ts"
import type { Point } from "../measures/measure.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { answerTo } from "./checks.ts"
import { beginsWith } from "./earlier.ts"
import { afterwards, measuresAt } from "./measured.ts"

type All = Record<string, Answers>

/** What a return says in figures, in the order of its measures: one that is missing is in none of them. */
export const figuresSaid = (facts: ReturnFacts, all: All, point: Point) => {
  const asOf = (all.beginning ?? all.taken)?.asOf as string | undefined
  const because = point === "baseline" ? (all.beginning?.none as string | undefined) : undefined
  const dated = (measure: string, { on = asOf, ...answer }: FigureAnswer) => [
    { measure, ...answer, ...(on && { on }) },
  ]
  const measured = measuresAt(facts, point).flatMap((one) => {
    const answer = answerTo(all, one)
    if (answer) return dated(one.id, answer)
    return because === undefined ? [] : [{ measure: one.id, value: { notApplicable: because } }]
  })
  const later = Object.keys(point === "final" ? afterwards : {}).flatMap((id) => {
    const answer = all.after?.[id] as FigureAnswer | undefined
    return answer ? dated(id, answer) : []
  })
  return { point, figures: [...measured, ...later] as unknown as Json[] }
}

/** What the pages of its levels begin with: what was tallied, so that nothing is asked twice. */
export const begunFromTallies = (facts: ReturnFacts, point: Point): All => {
  const begins: All = {}
  for (const one of measuresAt(facts, point)) {
    const answer = beginsWith(facts, one)
    if (answer) begins[one.level] = { ...begins[one.level], [one.id]: answer as unknown as Json }
  }
  return begins
}
