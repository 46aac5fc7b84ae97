import { questionStates } from "../../domain/funding/question.ts"
import { questionState } from "../../domain/funding/questions.ts"
import type { Sent } from "../../domain/submissions/sent.ts"
import type { Grid } from "../../form/questions/money-grid.ts"
import { Amounts } from "../amounts.tsx"
import { AnswerWords } from "../answers.tsx"
import { DerivedTables } from "../derived.tsx"
import type { OnReview } from "./desk.ts"
import { subjectsOn } from "./moves.ts"
import { workedOutIn } from "./shown.ts"

type Section = Sent["sections"][number]
/** What was accepted before of the same lines. */
export type Before = { title: string; spent: Record<string, number> }

type Props = { desk: OnReview; at: string; section: Section; before?: Before }

/** One section as it was sent: each answer, what was accepted before beside it, and what is asked about it. */
export const SectionSent = ({ desk, at: here, section, before }: Props) => {
  const asked = desk.questions.own.filter(({ about }) => about?.section === section.id)
  const subjects = subjectsOn(desk).filter((one) => one.section === section.id)
  return (
    <section id={section.id}>
      <h2 class="govuk-heading-m">{section.title}</h2>
      {section.questions.map((one) => (
        <>
          {!drawnOf({ desk, section: section.id, one }) && (
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{one.label}</h3>
          )}
          <div class="govuk-body govuk-!-margin-bottom-6">
            <Answer desk={desk} section={section.id} one={one} before={before} />
          </div>
        </>
      ))}
      <DerivedTables derived={workedOutIn(desk, section.id).filter(({ columns }) => columns.length > 0)} />
      {asked.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {asked.map((one) => (
            <li>
              <a class="govuk-link" href="#questions">
                Question {one.number}
              </a>
              , {one.about?.label}: {questionStates[questionState(one, desk.said)]}
            </li>
          ))}
        </ul>
      )}
      {desk.open.includes("ask") && (
        <p class="govuk-body">
          Ask about{" "}
          {subjects.map(({ name, label }, at) => (
            <>
              {at > 0 && ", "}
              <a class="govuk-link" href={`${here}/questions?about=${encodeURIComponent(name)}`}>
                {label.replace(`${section.title}: `, "")}
              </a>
            </>
          ))}
          .
        </p>
      )}
    </section>
  )
}

type One = { desk: OnReview; section: string; one: Section["questions"][number] }

/** Rows and columns of an answer that is a table of amounts: its label is the table's caption. */
const drawnOf = ({ desk, section, one: { id, type, answer } }: One) => {
  const { rows, columns } = desk.drawn(section, id)?.shape ?? {}
  return type === "moneyGrid" && answer !== undefined && rows && columns ? { rows, columns } : undefined
}

const Answer = ({
  desk,
  section,
  one,
  before,
  one: { label, answer, words },
}: One & Pick<Props, "before">) => {
  const drawn = drawnOf({ desk, section, one })
  if (!drawn) return <AnswerWords words={words} />
  const { rows, columns } = drawn
  const known = before && rows.some((row) => before.spent[row.id] !== undefined)
  return (
    <Amounts
      caption={label}
      rows={rows}
      columns={columns}
      grid={answer as Grid}
      {...(before &&
        known && { beside: { label: `Accepted before: ${before.title}`, amounts: before.spent } })}
    />
  )
}
