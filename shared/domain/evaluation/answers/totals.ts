import type { CoreMeasureId } from "../../../kinds/measures/core.ts"
import type { Figure } from "../../../kinds/measures/figure.ts"
import type { Point } from "../../../kinds/measures/measure.ts"
import type { Answer } from "./answer.ts"
import type { AnswerGroup } from "./groups.ts"
import { type AnswerQuestion, answerQuestions, everyAnswerQuestion, notSaid } from "./questions.ts"

/**
 * What one question came to at one site, at one point. `asked` is everybody who gave an answer to any question of its
 * group; `n` those who answered this one. "I do not want to say", and what was left blank, is in `asked` and never in
 * `n`. `sum` is over `n`, where options are numbers.
 */
export type QuestionTotal = {
  organisation: string
  phase: string
  point: Point
  group: AnswerGroup
  question: string
  asked: number
  n: number
  /** Every option of the question, "I do not want to say" among them: nought where nobody chose it. */
  counts: Record<string, number>
  sum?: number
}

/**
 * What answers come to, for each site, point, group and question, in an order that does not depend on theirs. Nobody
 * asked is no total at all.
 */
export const answerTotals = (answers: readonly Answer[]): QuestionTotal[] =>
  [...Map.groupBy(answers, placeOf)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, given]) => totalsOf(given))

const placeOf = ({ organisation, phase, point, group }: Answer) =>
  JSON.stringify([organisation, phase, point, group])

const totalsOf = (given: readonly Answer[]): QuestionTotal[] => {
  const [first] = given
  if (!first) return []
  const { organisation, phase, point, group } = first
  return answerQuestions[group].map((question) => ({
    organisation,
    phase,
    point,
    group,
    question: question.id,
    asked: given.length,
    ...countsOf(question, given),
  }))
}

const countsOf = ({ id, options, scored }: AnswerQuestion, given: readonly Answer[]) => {
  const counts = Object.fromEntries(
    Object.keys(options).map((option) => [option, given.filter(({ said }) => said[id] === option).length]),
  )
  const chosen = Object.entries(counts).filter(([option]) => option !== notSaid)
  const n = chosen.reduce((all, [, count]) => all + count, 0)
  if (!scored) return { counts, n }
  return { counts, n, sum: chosen.reduce((all, [option, count]) => all + Number(option) * count, 0) }
}

export type AnswerFigures = {
  organisation: string
  phase: string
  point: Point
  figures: (Figure & { measure: CoreMeasureId })[]
}

/**
 * The core measures that people's own answers give, for each site and point. What nobody answered has no figure: it is
 * not a nought.
 */
export const figuresFromAnswers = (totals: readonly QuestionTotal[]): AnswerFigures[] => {
  const made = totals.flatMap((total) => {
    const gives = everyAnswerQuestion.find(({ id }) => id === total.question)?.gives
    if (!gives || total.n === 0) return []
    const { organisation, phase, point, n, sum, counts } = total
    const value =
      gives.counts === undefined
        ? { mean: (sum ?? 0) / n, n }
        : { numerator: counts[gives.counts] ?? 0, denominator: n }
    return [{ organisation, phase, point, figure: { measure: gives.measure, value } }]
  })
  const byPlace = Map.groupBy(made, ({ organisation, phase, point }) =>
    JSON.stringify([organisation, phase, point]),
  )
  return [...byPlace.values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const { organisation, phase, point } = first
    return [{ organisation, phase, point, figures: all.map(({ figure }) => figure) }]
  })
}
