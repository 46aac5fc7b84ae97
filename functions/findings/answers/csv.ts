import type { Answer } from "../../../shared/domain/evaluation/answers/answer.ts"
import { answerGroups } from "../../../shared/domain/evaluation/answers/groups.ts"
import { answerQuestions, everyAnswerQuestion } from "../../../shared/domain/evaluation/answers/questions.ts"
import { answerTotals, type QuestionTotal } from "../../../shared/domain/evaluation/answers/totals.ts"
import { points } from "../../../shared/kinds/measures/measure.ts"

export const questionOf = (id: string) => everyAnswerQuestion.find((one) => one.id === id)

/** A row for each option of each question: true counts, for whoever collects them. */
export const totalRows = (all: readonly Answer[]): string[][] => [
  ["site", "group", "point", "question", "answer", "how many", "answered", "asked", "average"],
  ...answerTotals(all).flatMap((total) =>
    Object.entries(total.counts).map(([option, count]) => [
      total.organisation,
      answerGroups[total.group],
      points[total.point],
      questionOf(total.question)?.asks ?? total.question,
      questionOf(total.question)?.options[option] ?? option,
      String(count),
      String(total.n),
      String(total.asked),
      meanWords(total) ?? "",
    ]),
  ),
]

/** The average of a score to one figure; none where nobody answered. */
export const meanWords = ({ n, sum }: Pick<QuestionTotal, "n" | "sum">): string | undefined =>
  sum === undefined || n === 0 ? undefined : (sum / n).toFixed(1)

/** What people said in words, a row for each. */
export const wordRows = (all: readonly Answer[]): string[][] => [
  ["site", "group", "point", "form", "question", "words"],
  ...all.flatMap((one) =>
    answerQuestions[one.group].flatMap(({ id, says }) => {
      const words = one.words[id]
      return words === undefined
        ? []
        : [
            [
              one.organisation,
              answerGroups[one.group],
              points[one.point],
              `${one.phase}-${one.wave}`,
              says ?? id,
              words,
            ],
          ]
    }),
  ),
]
