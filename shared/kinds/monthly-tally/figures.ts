import type { Answers } from "../../form/question.ts"
import { addDays, addMonths } from "../../values/london.ts"
import { coreMeasures } from "../measures/core.ts"
import type { Figure, Value } from "../measures/figure.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { daysOf, hoursMeasure, type TallyRow, type Total, totalOf } from "./columns.ts"

/** The rows of a tally, as they were answered. */
export const rowsIn = (answers: Record<string, Answers>): TallyRow[] =>
  (answers.tally?.team ?? []) as unknown as TallyRow[]

/** A sum of several columns: known where all of them are. */
const together = (...totals: Total[]): Total => {
  if (totals.some((one) => "missing" in one)) return { missing: true }
  const sum = totals.reduce((all, one) => all + ("number" in one ? one.number : 0), 0)
  const notKnown = totals.flatMap((one) => ("notKnown" in one ? one.notKnown : []))
  return notKnown.length > 0 ? { counted: sum, notKnown } : { number: sum }
}

const numberIn = (total: Total) => ("number" in total ? total.number : undefined)

/** What a month says in figures, by the measures of the core: one that is not known is never a nought. */
export const tallyFigures = (facts: ReturnFacts, answers: Record<string, Answers>): Figure[] => {
  const rows = rowsIn(answers)
  const on = facts.return.to
  /** It is asked again with the next month's tally. */
  const knownBy = addDays(addMonths(addDays(on, 1), 1), -1)
  const total = (column: Parameters<typeof totalOf>[1]) => totalOf(rows, column)
  const said = (measure: string, of: Total, known: (number: number) => Value): Figure[] => {
    if ("missing" in of) return []
    const value = "number" in of ? known(of.number) : { notKnown: of.notKnown.join("; "), knownBy }
    return [{ measure, value, on }]
  }
  const count = (measure: string, of: Total) => said(measure, of, (number) => ({ count: number }))
  const ofGroup = (measure: "admissions" | "discharges") => {
    const why = facts.evaluation?.notOurGroup[measure]
    return why === undefined
      ? count(measure, total(measure))
      : [{ measure, value: { notApplicable: why }, on } satisfies Figure]
  }
  /** So many of so many, 0 of 0 where there is nobody: “not applicable” would tell everybody that the count is 0. */
  const share = (measure: string, part: Total, of: Total) =>
    said(measure, numberIn(part) === undefined ? part : of, () => ({
      numerator: numberIn(part) ?? 0,
      denominator: numberIn(of) ?? 0,
    }))
  const people = total("people")
  const workers = (answers.tally?.workers as number | undefined) ?? rows.length
  return [
    ...count("people", people),
    ...share("kept", total("kept"), people),
    ...ofGroup("admissions"),
    ...ofGroup("discharges"),
    ...count("challenges-formal", total("formal")),
    ...count("challenges-meeting", total("meeting")),
    ...share("challenges-changed", total("changed"), together(total("formal"), total("meeting"))),
    ...said(coreMeasures["protected-days"].id, daysOf(rows), (amount) => ({ amount, n: workers })),
    ...hoursSaid(facts, said, { hours: total("hours"), people }),
  ]
}

/** Hours for each person, as the measure that the site chose has it. */
const hoursSaid = (
  { evaluation }: ReturnFacts,
  said: (measure: string, of: Total, known: (number: number) => Value) => Figure[],
  { hours, people }: { hours: Total; people: Total },
): Figure[] => {
  const measure = evaluation?.measures.find(({ id }) => id === hoursMeasure)
  if (!measure) return []
  if (measure.unit === "count") return said(hoursMeasure, hours, (number) => ({ count: number }))
  const n = numberIn(people)
  return said(hoursMeasure, numberIn(hours) === undefined ? hours : people, () => {
    if (!n) return { notApplicable: "Nobody had a named social worker at the end of the month" }
    const each = Math.round(((numberIn(hours) ?? 0) * 10) / n) / 10
    return measure.unit === "mean" ? { mean: each, n } : { amount: each, n }
  })
}
