import { answersOf } from "../../../shared/domain/submissions/progress.ts"
import type { Grid } from "../../../shared/form/questions/money-grid.ts"
import { askedIn, derivedIn } from "../../../shared/form/section.ts"
import { Amounts } from "../../../shared/web/amounts.tsx"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { DerivedTables } from "../../../shared/web/derived.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import type { OnDesk } from "../desk.ts"

/** Every figure that somebody puts their name to, in tables, with what they come to. */
export const Figures = ({ desk: { visible, sections } }: { desk: OnDesk }) => {
  const all = answersOf(sections)
  return (
    <>
      {visible.map((section) => {
        const answers = all[section.id] ?? {}
        const asked = askedIn(section, answers).filter(([key]) => answers[key] !== undefined)
        const grids = asked.filter(([, { type }]) => type === "moneyGrid")
        const others = asked.filter(([, { type }]) => type !== "moneyGrid")
        return (
          <>
            <h2 class="govuk-heading-m">{section.title}</h2>
            {grids.map(([key, { label, shape }]) => (
              <Amounts
                caption={label}
                rows={shape.rows ?? []}
                columns={shape.columns ?? []}
                grid={answers[key] as Grid}
              />
            ))}
            {others.length > 0 && (
              <SummaryList
                rows={others.map(([key, question]) => ({
                  key: question.label,
                  value: <AnswerWords words={question.words(answers[key] ?? null)} />,
                }))}
              />
            )}
            <DerivedTables derived={derivedIn(section, all)} />
          </>
        )
      })}
    </>
  )
}
