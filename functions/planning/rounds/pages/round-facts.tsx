import type { FactsPage } from "../../../../shared/domain/calendar/round-facts/page.ts"
import { factsPages } from "../../../../shared/domain/calendar/round-facts/pages.ts"
import { askedIn } from "../../../../shared/form/section.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { roundAt } from "../addresses.ts"
import { canChange, type OnDesk } from "../desk.ts"

/** Everything that is set, page by page. */
export const RoundFacts = ({ desk }: { desk: OnDesk }) => (
  <>
    <h2 class="govuk-heading-m">What is set</h2>
    {factsPages.map((page) => (
      <Facts desk={desk} page={page} />
    ))}
  </>
)

const Facts = ({ desk, page }: { desk: OnDesk; page: FactsPage }) => {
  const { round, known } = desk
  const section = page.section(round, known)
  const answers = page.answers(round)
  return (
    <SummaryList
      card={{
        title: page.title,
        headingLevel: 3,
        actions: canChange(desk) ? [{ href: `${roundAt(round.id)}/${page.id}`, text: "Change" }] : [],
      }}
      rows={askedIn(section, answers)
        .filter(([key, { optional }]) => answers[key] !== undefined || !optional || key === "asked")
        .map(([key, question]) => {
          const answer = answers[key]
          return {
            key: question.label,
            value:
              answer !== undefined ? (
                <AnswerWords words={question.words(answer)} />
              ) : question.optional ? (
                "Nothing"
              ) : (
                "Not decided yet"
              ),
          }
        })}
    />
  )
}
