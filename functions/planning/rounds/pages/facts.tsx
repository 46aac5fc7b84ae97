import type { FactsPage, Known } from "../../../../shared/domain/calendar/round-facts/page.ts"
import { askedIn, warningsIn } from "../../../../shared/form/section.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { fieldsOf, withRow } from "../../../../shared/web/form/typed.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { roundAt } from "../addresses.ts"
import type { C, Here } from "../desk.ts"
import { seenOf } from "../saving.ts"

type Props = { c: C; here: Here; page: FactsPage; known: Known; tried?: Tried }

/** One group of facts of a round, as a form. What is unusual is said and may stand. */
export const FactsFormPage = ({ c, here: { round, stage }, page, known, tried }: Props) => {
  const section = page.section(round, known)
  const answers = page.answers(round)
  const suggested = Object.keys(answers).length === 0 && page.suggests !== undefined
  const clash = tried?.refusal === "changed by someone else"
  const seen = (!clash && tried?.entries.seen) || seenOf(page, round)
  const begins = { ...page.suggests?.(round, known), ...answers }
  return (
    <FormPage
      c={c}
      section={section}
      action={`${roundAt(round.id)}/${page.id}`}
      back={{ href: roundAt(round.id), text: "The round" }}
      caption={round.title}
      button="Save"
      entries={withRow(section, fieldsOf(section, begins), c.req.query("add"))}
      hidden={{ seen }}
      tried={tried}
      before={
        <>
          {stage === "not open yet" && (
            <InsetText>This round is published. What you save here, everybody can read at once.</InsetText>
          )}
          {suggested && !tried && (
            <p class="govuk-body">What stands here is usual, and not saved yet. Change it as you need.</p>
          )}
          {clash && (
            <SummaryList
              card={{ title: "What stands there now" }}
              rows={askedIn(section, answers).map(([key, question]) => ({
                key: question.label,
                value: <AnswerWords words={answers[key] === undefined ? "" : question.words(answers[key])} />,
              }))}
            />
          )}
        </>
      }
      after={warningsIn(section, answers).map(({ says }) => <WarningText>{says}</WarningText>)}
    />
  )
}
