import { faces } from "../../../../shared/domain/selection/notes.ts"
import { applyAnswers } from "../../../../shared/domain/selection/reading.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { expressionAt } from "../../../../shared/web/panel/addresses.ts"
import type { Comparing } from "../desk.ts"
import type { DecisionParts } from "../loaded.ts"
import { Arithmetic, totalOutOf } from "./arithmetic.tsx"
import { SettledScores } from "./settled.tsx"

/** What it asks, how it was read and what the panel thinks: all that a decision is made by. */
export const AboutOne = ({ desk, parts }: { desk: Comparing; parts: DecisionParts }) => {
  const { round, one } = desk
  const { compared, amount, people, region, apply, flags, questions } = one
  const here = expressionAt(round.id, one.reference)
  return (
    <>
      <SummaryList
        rows={[
          ...(amount === undefined ? [] : [{ key: "They ask for", value: pounds(amount) }]),
          ...(people === undefined ? [] : [{ key: "People", value: String(people) }]),
          ...(region ? [{ key: "Region", value: region }] : []),
          { key: "Can they apply?", value: apply ? applyAnswers[apply.answer] : "Not checked yet" },
          ...(apply?.because ? [{ key: "Why", value: <AnswerWords words={apply.because} /> }] : []),
          ...(apply?.caveats ?? []).map((words) => ({ key: "Caveat", value: words })),
          { key: "Total", value: compared.total ? totalOutOf(compared.total) : "No total yet" },
          ...flags.map(({ because, by }) => ({ key: "Open flag", value: `${because} (${by.name})` })),
          ...(questions.open > 0
            ? [{ key: "Questions to the applicant", value: `${questions.open} without an answer` }]
            : []),
          {
            key: "More",
            value: (
              <>
                <a class="govuk-link" href={here}>
                  Everything they sent
                </a>
                <br />
                <a class="govuk-link" href={`${here}/notes`}>
                  Notes of the panel ({compared.notes})
                </a>
              </>
            ),
          },
        ]}
      />
      {compared.total && (
        <Arithmetic total={compared.total} readers={compared.readers} caption="How the total is worked out" />
      )}
      <SettledScores desk={desk} moderation={parts.moderation} />
      {parts.views.map(({ by, at, face, words }) => (
        <SummaryList
          card={{ title: `View of ${by.name}` }}
          rows={[
            { key: "They say", value: faces[face] },
            { key: "In words", value: <AnswerWords words={words} /> },
            { key: "When", value: stampWords(new Date(at)) },
          ]}
        />
      ))}
    </>
  )
}
