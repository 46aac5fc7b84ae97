import { answersOf, type SaidSection } from "../../../../shared/domain/coaching/plan-version.ts"
import { theoryBoxes } from "../../../../shared/domain/evaluation/plan/theory.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import type { InPhase } from "../desk.ts"
import { Theory } from "./theory.tsx"

type Props = { on: Pick<InPhase, "place">; said: SaidSection[]; file?: boolean }

/** What a text of the plan says: how it works as a picture and a list, then what is measured, answer by answer. */
export const PlanText = ({ on, said, file }: Props) => (
  <>
    <Theory
      on={on}
      boxes={theoryBoxes(answersOf({ sections: said.filter(({ id }) => id === "theory") }))}
      file={file}
    />
    {said
      .filter(({ id }) => id !== "theory")
      .map(({ title, questions }) => (
        <>
          <h3 class="govuk-heading-s">{title}</h3>
          <SummaryList
            rows={questions
              .filter(({ words }) => words !== "")
              .map(({ label, words }) => ({ key: label, value: <AnswerWords words={words} /> }))}
          />
        </>
      ))}
  </>
)
