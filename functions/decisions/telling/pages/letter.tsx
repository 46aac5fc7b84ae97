import { wholeLetter } from "../../../../shared/domain/letters/whole.ts"
import { decisionLines, decisionSubject } from "../../../../shared/domain/selection/letter.ts"
import { letterStates } from "../../../../shared/domain/selection/telling.ts"
import type { ToldDecision } from "../../../../shared/domain/selection/told.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../../../shared/web/panel/here.ts"
import { DecisionOf } from "../../../../shared/web/told-decision.tsx"
import type { Settings } from "../../../../shared/web/world.ts"
import type { LetterDesk } from "../letter.ts"
import { tellingAt } from "./telling.tsx"

/** The page and the email of one applicant, exactly as they will read them. */
export const LetterPage = ({ c, desk }: { c: C; desk: LetterDesk }) => {
  const { round, row, told } = desk
  const { contact } = c.var.world.settings
  return (
    <Page
      c={c}
      title={`The letter to ${told.organisationName} – ${told.reference}`}
      back={{ href: tellingAt(round.id), text: "Telling the applicants" }}
    >
      <span class="govuk-caption-l">
        Reference <span class="unbroken">{told.reference}</span>
      </span>
      <h1 class="govuk-heading-l">The letter to {told.organisationName}</h1>
      <p class="govuk-body-l" data-first-line>
        {letterStates[row.state]}.
      </p>
      <InsetText>From here on it is what they read on their page.</InsetText>
      <DecisionOf told={told} contact={contact} whole announced={false} />
      <h2 class="govuk-heading-m">The email</h2>
      <AnswerWords words={mailOf(told, c.var.world.settings)} />
    </Page>
  )
}

export const mailOf = (told: ToldDecision, settings: Settings) => {
  const lines = decisionLines(told, "(their name)", settings.origin)
  const { subject, text } = wholeLetter(settings, decisionSubject(told), lines)
  return `${subject}\n\n${text}`
}
