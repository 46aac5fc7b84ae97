import type { Question } from "../../form/question.ts"
import { valueWords } from "../../form/questions/figure-words.ts"
import { choices } from "../../form/questions/index.ts"
import { type Derived, type Section, section } from "../../form/section.ts"
import { type Level, levels, type Measure, type Point } from "../measures/measure.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { atBaseline, baselineOf, talliedOf } from "./earlier.ts"
import { evaluationOf, figureOf, measuresAt } from "./measured.ts"

/** Why there may be fewer people in a figure than there were at first. */
export const fewerBecause = {
  left: "Some left the pilot",
  died: "Somebody died",
  withdrew: "Some did not want to take part any more",
  moved: "Some moved away",
  other: "Something else",
}

/** Minutes for one figure, and for one with what made the difference. */
const minutes = { figure: 3, attributed: 4 }

/** One page for each level that something is measured at. */
export const levelSections = (facts: ReturnFacts, point: Point): Section[] =>
  (Object.keys(levels) as Level[]).flatMap((level) => {
    const measures = measuresAt(facts, point).filter((one) => one.level === level)
    if (measures.length === 0) return []
    const asks: Record<string, Question> = {
      ...Object.fromEntries(measures.map((one) => [one.id, figureOf(one, facts, point)])),
      ...(level === "people" && point !== "baseline" && baselineOf(facts) && { fewer }),
    }
    return [
      section({
        id: level,
        title: levels[level],
        minutes: measures.length * (point === "final" ? minutes.attributed : minutes.figure),
        intro: introOf(point),
        asks,
        derives: () => beside(facts, measures),
      }),
    ]
  })

const fewer = choices({
  label: "If there are fewer people than at the baseline, why?",
  called: "why there are fewer people",
  options: fewerBecause,
  optional: true,
})

const introOf = (point: Point) =>
  point === "baseline"
    ? "As it was before the pilot could change anything. 0 is a figure; leave nothing empty that you do not know: say so."
    : "0 is a figure. What you do not know is never a 0: say that it is not known."

/** What was said last time, tallied since and promised, beside what is asked now: only what is known of any of it. */
const beside = (facts: ReturnFacts, measures: Measure[]): Derived[] => {
  const columns = [
    { title: "Baseline", said: (one: Measure) => saidAtBaseline(facts, one) },
    { title: "Monthly tallies", said: (one: Measure) => saidInTallies(facts, one) },
    { title: "Pilot plan", said: (one: Measure) => saidInPlan(facts, one) },
  ].filter(({ said }) => measures.some((one) => said(one) !== ""))
  if (columns.length === 0) return []
  return [
    {
      caption: "What was said before",
      columns: columns.map(({ title }) => title),
      rows: measures.map((one) => ({ label: one.name, cells: columns.map(({ said }) => said(one)) })),
      first: true,
    },
  ]
}

const saidAtBaseline = (facts: ReturnFacts, { id }: Measure) => {
  const value = atBaseline(facts, id)
  return value ? valueWords(value, "No baseline") : ""
}

const saidInTallies = (facts: ReturnFacts, one: Measure) => {
  const found = one.from === "tally" ? talliedOf(facts, one) : undefined
  if (!found) return ""
  const words = valueWords(found.value)
  return one.acrossTime === "sum"
    ? `${words}, in ${found.months} of ${found.of} months`
    : `${words}, the last`
}

const saidInPlan = (facts: ReturnFacts, { id }: Measure) => {
  const { people, days } = evaluationOf(facts).promised
  if (id === "people" && people !== undefined) return `${people} promised`
  return id === "protected-days" && days !== undefined ? `${days} promised` : ""
}
