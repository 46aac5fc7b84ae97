import type { Round } from "../../../shared/domain/calendar/round.ts"
import { dayMomentWords } from "../../../shared/values/london.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { Page } from "../../../shared/web/layout.tsx"
import { RoundQuestions } from "../../../shared/web/round-questions.tsx"

/** Every question of a round on one page, to print: councils write together before they type. */
export const QuestionsPage = ({ c, round }: { c: Asking; round: Round }) => (
  <Page
    c={c}
    title={`All the questions – ${round.title}`}
    back={{ href: `/rounds/${round.id}`, text: "About this round" }}
  >
    <h1 class="govuk-heading-l">All the questions</h1>
    <p class="govuk-body">
      {round.title}. It closes at {dayMomentWords(new Date(round.closes))}. You can print this page.
    </p>
    <RoundQuestions round={round} />
  </Page>
)
