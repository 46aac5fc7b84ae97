import type { Feedback } from "../../../../shared/domain/selection/decision.ts"
import { asAsked, feedbackForm } from "../../../../shared/domain/selection/feedback.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { Comparing } from "../desk.ts"

type Props = { c: C; desk: Comparing; feedback?: Feedback; tried?: Tried }

/** Two strengths and two gaps, as the applicant will read them, and the form while they can be changed. */
export const FeedbackPage = ({ c, desk, feedback, tried }: Props) => {
  const { round, one, whole } = desk
  const here = expressionAt(round.id, one.reference)
  const back = { href: here, text: one.name }
  const told = whole.panel?.told
  const before = (
    <>
      {c.req.query("saved") === "yes" && !tried && (
        <NotificationBanner type="success">It is saved.</NotificationBanner>
      )}
      <p class="govuk-body-l" data-first-line>
        {told
          ? `The applicants were told on ${stampWords(new Date(told.at))}: what they read stands.`
          : feedback
            ? "It can be changed until the applicants are told."
            : "Nothing is written yet. The applicant reads it with the decision, and not before."}
      </p>
      {feedback && <AsRead feedback={feedback} />}
    </>
  )
  if (told)
    return (
      <Page c={c} title={`${feedbackForm.title} – ${one.name}`} back={back}>
        <span class="govuk-caption-l">{one.name}</span>
        <h1 class="govuk-heading-l">{feedbackForm.title}</h1>
        {before}
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={feedbackForm}
      action={`${here}/feedback`}
      back={back}
      caption={one.name}
      button="Save"
      hidden={{ seen: String(feedback?.revision ?? 0) }}
      entries={feedback ? asAsked(feedback) : {}}
      tried={tried}
      before={before}
    />
  )
}

const AsRead = ({ feedback: { strengths, gaps, by, at } }: { feedback: Feedback }) => (
  <InsetText>
    <h2 class="govuk-heading-s">As the applicant will read it: strengths</h2>
    <Points all={strengths} />
    <h2 class="govuk-heading-s">As the applicant will read it: gaps</h2>
    <Points all={gaps} />
    <p class="govuk-body-s">
      Written by {by.name}, {stampWords(new Date(at))}. The applicant does not read who wrote it.
    </p>
  </InsetText>
)

const Points = ({ all }: { all: string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {all.map((one) => (
      <li>{one}</li>
    ))}
  </ul>
)
