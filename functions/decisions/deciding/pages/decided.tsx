import { decidedWords } from "../../../../shared/domain/selection/deciding.ts"
import type { Decision } from "../../../../shared/domain/selection/decision.ts"
import { dateWords, stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"

/** One decision as it was made. */
export const DecisionRecord = ({ decision, title }: { decision: Decision; title: string }) => {
  const { by, at, reason, conditions, viewsUsed, zeroBecause, overBecause, anewBecause } = decision
  const said = (key: string, words: string | undefined) =>
    words === undefined ? [] : [{ key, value: <AnswerWords words={words} /> }]
  return (
    <SummaryList
      card={{ title }}
      rows={[
        { key: "Decision", value: decidedWords(decision) },
        { key: "By", value: `${by.name}, ${stampWords(new Date(at))}` },
        ...said("Why", reason),
        ...conditions.map(({ text, due }) => ({ key: `Condition, by ${dateWords(due)}`, value: text })),
        ...said("How views were used", viewsUsed),
        ...said("Why it goes ahead with a 0", zeroBecause),
        ...said("Why more than asked for", overBecause),
        ...said("Why decided anew", anewBecause),
      ]}
    />
  )
}
