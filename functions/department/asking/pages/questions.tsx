import { askingRules, openIn, questionForm, usually } from "../../../../shared/domain/selection/asking.ts"
import type { PanelQuestion } from "../../../../shared/domain/selection/notes.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, Free } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { AskedQuestions, askedWords } from "./asked.tsx"

type Props = {
  c: C
  desk: Free
  asked: PanelQuestion[]
  sections: Record<string, string>
  /** Why this person cannot ask now, where they cannot. */
  cannot?: string
  tried?: Tried
}

/** What was asked of one applicant, and the form to ask: for whoever may. */
export const QuestionsPage = ({ c, desk, asked, sections, cannot, tried }: Props) => {
  const now = c.var.world.now()
  const { one, round } = desk
  const here = expressionAt(round.id, one.reference)
  const back = { href: here, text: one.name }
  const full = openIn(asked, now).length >= askingRules.open
  const before = (
    <>
      <p class="govuk-body-l">{askedWords(asked, now)}</p>
      <AskedQuestions asked={asked} at={now} />
    </>
  )
  if (cannot || (full && !tried))
    return (
      <Page c={c} title={`Questions to the applicant – ${one.name}`} back={back}>
        <span class="govuk-caption-l">{one.name}</span>
        <h1 class="govuk-heading-l">Questions to the applicant</h1>
        {tried?.says && tried.says !== cannot && <InsetText>{tried.says}</InsetText>}
        {before}
        <InsetText>
          {cannot ?? `${askingRules.open} questions wait for an answer, as many as are asked at a time.`}
        </InsetText>
      </Page>
    )
  const section = questionForm(sections, now)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${here}/questions`}
      back={back}
      caption={one.name}
      button="Send the question"
      keyed
      entries={fieldsOf(section, usually(now))}
      tried={tried}
      before={
        <>
          {before}
          <p class="govuk-body">
            The applicant gets a letter that says “the selection panel” asks. Neither the question nor the
            answer can be changed afterwards. What you write may be asked for under the Freedom of Information
            Act 2000.
          </p>
        </>
      }
    />
  )
}
