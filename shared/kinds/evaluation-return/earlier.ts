import type { FigureAnswer, FigureValue } from "../../form/questions/figure-words.ts"
import { isKnownFigure } from "../../form/questions/figure-words.ts"
import { addDays, addMonths, type PlainDate } from "../../values/london.ts"
import type { Measure } from "../measures/measure.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { evaluationOf } from "./measured.ts"

export const baselineOf = (facts: ReturnFacts) =>
  evaluationOf(facts).earlier.findLast(({ point }) => point === "baseline")

/** What the baseline said of a measure. */
export const atBaseline = (facts: ReturnFacts, id: string): FigureValue | undefined =>
  baselineOf(facts)?.figures.find(({ measure }) => measure === id)?.value

const isMonth = /^\d{4}-\d{2}$/

/** What the monthly tallies said of a measure, oldest first. */
const talliesOf = (facts: ReturnFacts, id: string) =>
  evaluationOf(facts)
    .earlier.filter(({ point }) => isMonth.test(point))
    .map(({ point, figures }) => ({
      month: point,
      value: figures.find(({ measure }) => measure === id)?.value,
    }))

/** Every month in which the site took part, up to the end of what is asked about. */
const monthsOf = ({ site, return: { to } }: ReturnFacts): string[] => {
  const months: string[] = []
  for (let first = `${site.from.slice(0, 7)}-01`; first <= to; first = addMonths(first, 1))
    months.push(first.slice(0, 7))
  return months
}

/**
 * What the tallies come to, and from how many months of how many: a month to which it did not apply is one of them, and
 * one in which it is not known is not.
 */
export type Tallied = { value: FigureValue; months: number; of: number; on?: PlainDate }

export const talliedOf = (facts: ReturnFacts, one: Measure): Tallied | undefined => {
  const said = talliesOf(facts, one.id).flatMap(({ month, value }) =>
    value && !("notKnown" in value) ? [{ month, value }] : [],
  )
  const known: { month: string; value: FigureValue }[] = said.filter(({ value }) => isKnownFigure(value))
  const last = known.at(-1)
  if (!last) return undefined
  const of = monthsOf(facts).length
  if (one.acrossTime === "last")
    return { value: last.value, months: 1, of, on: addDays(addMonths(`${last.month}-01`, 1), -1) }
  const value = known.map((each) => each.value).reduce(added)
  return { value, months: new Set(said.map(({ month }) => month)).size, of }
}

/** Counts and shares add up; an average does not, and the later one stands. */
const added = (a: FigureValue, b: FigureValue): FigureValue => {
  if ("count" in a && "count" in b) return { count: a.count + b.count }
  if ("numerator" in a && "numerator" in b)
    return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator }
  if ("amount" in a && "amount" in b && a.n === undefined && b.n === undefined)
    return { amount: Math.round((a.amount + b.amount) * 100) / 100 }
  return b
}

/** What a figure begins with: a sum only where no month is missing from it, so that it never stands for less. */
export const beginsWith = (facts: ReturnFacts, one: Measure): FigureAnswer | undefined => {
  const found = one.from === "tally" ? talliedOf(facts, one) : undefined
  if (!found) return undefined
  if (one.acrossTime === "sum" && found.months < found.of) return undefined
  const day = found.on && found.on < facts.return.to ? found.on : undefined
  return { value: found.value, ...(day && { on: day }) }
}
