import type { Plan } from "../../../../shared/domain/coaching/plan.ts"
import { originWords } from "../../../../shared/domain/coaching/plan-begin.ts"
import { type PlanRemark, remarksOn } from "../../../../shared/domain/coaching/plan-remark.ts"
import type { SaidSection } from "../../../../shared/domain/coaching/plan-version.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { commentAt } from "../addresses.ts"
import type { OnPlan } from "../desk.ts"
import { Remarks } from "./remarks.tsx"

type Props = {
  c: C
  on: Pick<OnPlan, "place">
  said: SaidSection[]
  /** What was said about it and is not dealt with. */
  remarks?: readonly PlanRemark[]
  /** Where a draft is shown: what each answer began with. */
  draft?: Plan
  /** Whether it is the text that comments are about now. */
  current?: boolean
}

/** What a plan says, each answer with what was said about it. */
export const PlanText = ({ c, on, said, remarks = [], draft, current }: Props) => (
  <>
    {said
      .filter(({ id, questions }) => (draft && id !== "more") || questions.some(({ words }) => words !== ""))
      .map(({ id, title, questions }) => (
        <>
          <h3 class="govuk-heading-s">{id === "more" ? "What was added" : title}</h3>
          <SummaryList
            rows={questions
              .filter(({ words }) => words !== "" || (draft && id !== "more"))
              .map((one) => ({
                key: one.label,
                value: (
                  <>
                    <AnswerWords words={one.words} />
                    <Origin words={draft && originWords(draft, one.id)} />
                    <Remarks c={c} remarks={remarksOn(remarks, one.id)} beside={one.id} />
                  </>
                ),
                ...(current &&
                  mayHere(c, "comment on plan") && {
                    actions: [
                      {
                        href: `${commentAt(on.place)}?on=${one.id}`,
                        text: "Comment",
                        hidden: `on “${one.label}”`,
                      },
                    ],
                  }),
              }))}
          />
        </>
      ))}
  </>
)

const Origin = ({ words }: { words?: string }) => (words ? <p class="govuk-hint">{words}</p> : null)
