import type { Round } from "../../../shared/domain/calendar/round.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import type { CanApply } from "../../../shared/domain/selection/can-you-apply.ts"
import type { Problem } from "../../../shared/form/question.ts"
import type { Asking } from "../../../shared/web/env.ts"
import { Contact } from "../../../shared/web/errors.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Radios } from "../../../shared/web/govuk/radios.tsx"
import { Select } from "../../../shared/web/govuk/select.tsx"
import { Page } from "../../../shared/web/layout.tsx"

type Props = {
  c: Asking
  round: Round
  organisations: Organisation[]
  given: Record<string, string>
  problems?: Problem[]
  answer?: CanApply
  /** Whether whoever asks is of that organisation already. */
  inside?: boolean
}

/** Asked before the form and answered at once, with the reason. Nothing is kept. */
export const CanYouApplyPage = ({ c, round, organisations, given, problems = [], answer, inside }: Props) => {
  const wrong = (question: string) => problems.find((one) => one.question === question)?.says
  return (
    <Page
      c={c}
      title="Can you apply?"
      back={{ href: `/rounds/${round.id}`, text: "About this round" }}
      wrong={problems.length > 0}
    >
      {problems.length > 0 && (
        <ErrorSummary errors={problems.map(({ question, says }) => ({ text: says, href: `#${question}` }))} />
      )}
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Can you apply?</h1>
      {answer && (
        <Answer
          c={c}
          answer={answer}
          round={round}
          organisation={given.organisation ?? ""}
          inside={inside ?? false}
        />
      )}
      <form method="get" action={`/rounds/${round.id}/can-you-apply`} novalidate>
        <Select
          id="organisation"
          name="organisation"
          label={{ text: "Which organisation would lead?", size: "s" }}
          errorMessage={wrong("organisation")}
          value={given.organisation ?? ""}
          items={[
            { value: "", text: "Select an organisation" },
            ...organisations
              .toSorted((a, b) => a.shortName.localeCompare(b.shortName))
              .map(({ id, name, shortName }) => ({
                value: id,
                text: name === shortName ? name : `${shortName}: ${name}`,
              })),
            { value: "none-of-these", text: "None of these" },
          ]}
        />
        <Radios
          idPrefix="director"
          name="director"
          fieldset={{
            legend: {
              text: "Does your director of adult social services, or principal social worker, support it?",
              size: "s",
            },
          }}
          errorMessage={wrong("director")}
          value={given.director}
          items={threeWays}
        />
        <Radios
          idPrefix="finance"
          name="finance"
          fieldset={{
            legend: { text: "Does your section 151 officer, or their deputy, know of it?", size: "s" },
          }}
          errorMessage={wrong("finance")}
          value={given.finance}
          items={threeWays}
        />
        <Button variant={answer ? "secondary" : undefined}>{answer ? "Ask again" : "Can we apply?"}</Button>
      </form>
    </Page>
  )
}

const threeWays = [
  { value: "yes", text: "Yes" },
  { value: "not yet", text: "Not yet" },
  { value: "no", text: "No" },
]

type AnswerProps = { c: Asking; answer: CanApply; round: Round; organisation: string; inside: boolean }

const Answer = ({ c, answer, round, organisation, inside }: AnswerProps) => {
  if (answer.answer === "no")
    return (
      <div class="two-texts" data-answer="no">
        <h2 class="govuk-heading-m">No, not in this round</h2>
        <p class="govuk-body">{answer.because}</p>
        <p class="govuk-body">{answer.next}</p>
        <Contact c={c} />
      </div>
    )
  const start = inside ? `/organisations/${organisation}/rounds/${round.id}/start` : "/home"
  return (
    <div class="two-texts" data-answer={answer.answer}>
      <h2 class="govuk-heading-m">
        {answer.answer === "yes" ? "Yes, you can apply" : "Yes, you can apply, but"}
      </h2>
      {answer.answer === "yes, but" && (
        <ul class="govuk-list govuk-list--bullet">
          {answer.caveats.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
      <Button start href={c.var.actor ? start : `/sign-in?next=${encodeURIComponent(start)}`}>
        {c.var.actor ? "Start your expression of interest" : "Sign in to start"}
      </Button>
    </div>
  )
}
