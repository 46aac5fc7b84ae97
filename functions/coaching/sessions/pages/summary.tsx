import { sessionKinds, type Topic, topics } from "../../../../shared/domain/coaching/session-kinds.ts"
import { dayWords, stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import type { Summary } from "../reading.ts"
import { SessionPage } from "./shell.tsx"

/** What the department reads of a session: never what was said, nor by whom. */
export const SummaryPage = ({ c, summary: { session, learning } }: { c: C; summary: Summary }) => {
  const { answered } = session
  return (
    <SessionPage c={c} session={session}>
      <SummaryList
        rows={[
          { key: "When", value: dayWords(session.on) },
          { key: "How", value: sessionKinds[session.kind].words },
          { key: "Coach", value: session.coach.name },
          {
            key: "What it was about",
            value: topicWords(session.topics) || "Nobody has said, or it is not shared yet.",
          },
          {
            key: "The site’s answer",
            value: answered
              ? `${answerWords[answered.as]} by ${answered.by.name}, ${stampWords(new Date(answered.at))}`
              : "None yet",
          },
        ]}
      />
      {learning.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was learned</h2>
          {learning.map((idea) => (
            <p class="govuk-body answer">{idea}</p>
          ))}
        </>
      )}
      <InsetText>
        You read a summary. What was said is between the site, its coach and the coordinators.
      </InsetText>
    </SessionPage>
  )
}

export const answerWords = {
  agreed: "Agreed",
  "agreed with comment": "Agreed with a comment",
  disputed: "Disputed",
}

export const topicWords = (chosen: readonly string[]) =>
  chosen.map((one) => topics[one as Topic] ?? one).join(", ")
