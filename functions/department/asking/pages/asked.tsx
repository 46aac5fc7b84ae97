import { questionState, questionStates } from "../../../../shared/domain/selection/asking.ts"
import type { PanelQuestion } from "../../../../shared/domain/selection/notes.ts"
import { dayMomentWords, stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"

/** "2 questions: 1 answered, 1 waiting for an answer." */
export const askedWords = (asked: PanelQuestion[], at: Date): string => {
  if (asked.length === 0) return "Nothing has been asked yet."
  const states = asked.map((one) => questionState(one, at))
  const parts = (["answered", "open", "passed"] as const).flatMap((state) => {
    const many = states.filter((one) => one === state).length
    return many > 0 ? [`${many} ${lower(questionStates[state])}`] : []
  })
  return `${asked.length} ${asked.length === 1 ? "question" : "questions"}: ${parts.join(", ")}.`
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** What was asked and answered, as both sides read it. */
export const AskedQuestions = ({ asked, at }: { asked: PanelQuestion[]; at: Date }) => (
  <>
    {asked.map((one) => (
      <SummaryList
        card={{ title: `Question ${one.number}: ${one.sectionTitle}` }}
        rows={[
          { key: "Question", value: <AnswerWords words={one.question} /> },
          { key: "Asked", value: stampWords(new Date(one.askedAt)) },
          one.answer
            ? { key: "Answer", value: <AnswerWords words={one.answer.text} /> }
            : {
                key: "Answer",
                value: `${questionStates[questionState(one, at)]}: by ${dayMomentWords(new Date(one.answerBy))}`,
              },
          ...(one.answer
            ? [{ key: "Answered", value: `By ${one.answer.by.name}, ${stampWords(new Date(one.answer.at))}` }]
            : []),
        ]}
      />
    ))}
  </>
)
