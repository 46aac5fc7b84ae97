import { coreMeasures } from "../../../kinds/measures/core.ts"
import type { Measure, Point } from "../../../kinds/measures/measure.ts"
import { answerGroups } from "./groups.ts"
import { type AnswerQuestion, everyAnswerQuestion, notSaid } from "./questions.ts"
import type { QuestionTotal } from "./totals.ts"

/** What came of one question, as a value of a measure. */
type Answered = {
  measure: string
  at: Point
  value: { mean: number; n: number } | { numerator: number; denominator: number }
}

/** What people answered besides the core measures: each question as a measure of its own. */
export const otherAnswers = (totals: readonly QuestionTotal[]): Answered[] =>
  totals.flatMap(({ question, point, n, sum, counts }): Answered[] => {
    const asked = everyAnswerQuestion.find(({ id }) => id === question)
    if (!asked || asked.gives || n === 0) return []
    const value = asked.scored ? { mean: (sum ?? 0) / n, n } : { numerator: counts.yes ?? 0, denominator: n }
    return [{ measure: measureIdOf(asked), at: point, value }]
  })

const measureIdOf = ({ id, gives }: AnswerQuestion) => gives?.measure ?? `asked-${id}`

/** The measure of this id that people’s own answers give. */
export const measureOfAnswers = (id: string): Measure | undefined => {
  const asked = everyAnswerQuestion.find((one) => measureIdOf(one) === id)
  if (!asked) return undefined
  return asked.gives ? coreMeasures[asked.gives.measure] : ownMeasure(asked)
}

const ownMeasure = (asked: AnswerQuestion): Measure => {
  const practitioners = asked.group === "practitioners"
  return {
    id: measureIdOf(asked),
    of: "library",
    name: `${answerGroups[asked.group]}: “${asked.asks}”`,
    level: practitioners ? "workers" : "people",
    question: asked.asks,
    definition: asked.scored
      ? "The average of what those said who answered."
      : "Of those who answered, those who said yes.",
    counts: asked.scored ? "those who answered" : "those who said yes",
    ...(asked.scored
      ? { unit: "mean", scale: scaleOf(asked) }
      : { unit: "share", outOf: "those who answered" }),
    direction: asked.id.endsWith("change") ? "neither" : "more",
    acrossSites: asked.scored ? "weighted" : "ratio",
    acrossTime: "last",
    from: "answers",
    source: practitioners ? "Practitioners’ own answers" : "People’s own answers",
    points: ["baseline", "final"],
    hidesSmall: true,
  }
}

const scaleOf = ({ options }: AnswerQuestion) => {
  const scores = Object.keys(options)
    .filter((one) => one !== notSaid)
    .map(Number)
  return { least: Math.min(...scores), most: Math.max(...scores) }
}
