import type { Round } from "../../../shared/domain/calendar/round.ts"
import type { Problem } from "../../../shared/form/question.ts"
import { dateWords } from "../../../shared/values/london.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { CharacterCount } from "../../../shared/web/govuk/character-count.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { NotWatched } from "../../../shared/web/notes.tsx"

type Props = { c: Asking; round: Round; typed?: { question: string; email: string }; problems?: Problem[] }

export const AskPage = ({ c, round, typed = { question: "", email: "" }, problems = [] }: Props) => {
  const wrong = (question: string) => problems.find((one) => one.question === question)?.says
  return (
    <Page
      c={c}
      title="Ask a question"
      back={{ href: `/rounds/${round.id}`, text: "About this round" }}
      wrong={problems.length > 0}
    >
      {problems.length > 0 && (
        <ErrorSummary errors={problems.map(({ question, says }) => ({ text: says, href: `#${question}` }))} />
      )}
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Ask a question about this round</h1>
      <p class="govuk-body">
        You can ask until {dateWords(round.questionsUntil)}. Your question and the answer are published on the
        round’s page for everybody. Who asked is not.
      </p>
      <NotWatched />
      <form method="post" action={`/rounds/${round.id}/ask`} novalidate>
        <CharacterCount
          id="question"
          name="question"
          label={{ text: "Your question", size: "s" }}
          maxWords={150}
          rows={5}
          value={typed.question}
          errorMessage={wrong("question")}
        />
        <Input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          spellcheck={false}
          label={{ text: "Your email address", size: "s" }}
          hint="Only in case we do not understand the question. It is not published."
          value={typed.email}
          errorMessage={wrong("email")}
        />
        <Button preventDoubleClick>Ask</Button>
      </form>
    </Page>
  )
}

export const AskedPage = ({ c, round }: { c: Asking; round: Round }) => (
  <Page c={c} title="Your question was sent" back={{ href: `/rounds/${round.id}`, text: "About this round" }}>
    <h1 class="govuk-heading-l">Your question was sent</h1>
    <p class="govuk-body">
      The programme team has it. The answer is published on the round’s page, for everybody at the same time.
    </p>
  </Page>
)
