import type { Moderation } from "../../../../shared/domain/selection/moderation.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import type { Comparing } from "../desk.ts"

/** What was settled, by whom, and why. */
export const SettledScores = ({ desk, moderation }: { desk: Comparing; moderation?: Moderation }) => {
  if (!moderation) return null
  const { points, reasons, because, by, at } = moderation
  return (
    <SummaryList
      card={{ title: `Moderated by ${by.name}, ${stampWords(new Date(at))}` }}
      rows={[
        ...desk.whole.criteria
          .filter(({ id }) => points[id] !== undefined)
          .map(({ id, criterion }) => ({
            key: `${criterion}: ${points[id]}`,
            value: <AnswerWords words={reasons[id] ?? ""} />,
          })),
        ...(because ? [{ key: "Both sides of the pass line", value: <AnswerWords words={because} /> }] : []),
      ]}
    />
  )
}
