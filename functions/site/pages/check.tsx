import { answersOf, problemsOf, warningsOf } from "../../../shared/domain/submissions/progress.ts"
import { isOpenIn } from "../../../shared/domain/submissions/reviewing.ts"
import { askedIn, derivedIn } from "../../../shared/form/section.ts"
import { AnswerWords } from "../../../shared/web/answers.tsx"
import { DerivedTables, hasWide } from "../../../shared/web/derived.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import type { C, OnDesk } from "../desk.ts"
import { at, SubmissionPage } from "./submission-page.tsx"

/** Every question with its answer; each that is unanswered is a link to where it is asked. */
export const CheckPage = ({ c, desk }: { c: C; desk: OnDesk }) => {
  const { head, kind, facts, sections, visible, open } = desk
  const seen = visible.map(({ id }) => id)
  const unsent = head.state === "draft" || head.state === "waiting"
  const missing = problemsOf(kind, facts, sections).filter(({ section }) => seen.includes(section))
  const warnings = warningsOf(kind, facts, sections).filter(({ section }) => seen.includes(section))
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title="Check your answers"
      back={{ href: at(desk), text: "All sections" }}
      plain
      wide={visible.some((one) => hasWide(derivedIn(one, answersOf(sections))))}
    >
      {unsent && <p class="govuk-body">You have not sent this yet.</p>}
      {unsent && missing.length > 0 && (
        <InsetText>
          <p class="govuk-body">
            {missing.length === 1 ? "1 thing is" : `${missing.length} things are`} still missing before it can
            be confirmed:
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {missing.map((one) => (
              <li>
                <a class="govuk-link" href={`${at(desk)}/sections/${one.section}#${one.question}`}>
                  {one.says}
                </a>
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {warnings.map(({ says }) => (
        <WarningText>{says}</WarningText>
      ))}
      <AllAnswers desk={desk} change={open.includes("save")} />
      {missing.length === 0 && open.includes("sign") && head.state !== "sent" && (
        <Button href={`${at(desk)}/sign`}>Go on to confirm</Button>
      )}
    </SubmissionPage>
  )
}

export const AllAnswers = ({ desk, change }: { desk: OnDesk; change: boolean }) => (
  <>
    {desk.visible.map((section) => {
      const answers = desk.sections[section.id]?.answers ?? {}
      return (
        <div id={section.id}>
          <SummaryList
            card={{ title: section.title, headingLevel: 2 }}
            rows={askedIn(section, answers).map(([key, question]) => {
              const answer = answers[key]
              return {
                key: question.label,
                value: <AnswerWords words={answer === undefined ? "" : question.words(answer)} />,
                ...(change &&
                  isOpenIn(desk.kind, desk.facts, desk, section.id) && {
                    actions: [
                      {
                        href: `${at(desk)}/sections/${section.id}#${key}`,
                        text: answer === undefined ? "Answer" : "Change",
                        hidden: question.label,
                      },
                    ],
                  }),
              }
            })}
          />
          <DerivedTables derived={derivedIn(section, answersOf(desk.sections))} />
        </div>
      )
    })}
  </>
)
