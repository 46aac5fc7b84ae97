import { evaluationFates } from "../../../../shared/domain/evaluation/plan/plan.ts"
import { agreementWords } from "../../../../shared/domain/evaluation/plan/words.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Differences } from "../../../../shared/web/differences.tsx"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { changesAt } from "../addresses.ts"
import type { AgreedHere } from "../desk.ts"
import { boxesOf } from "../exporting.tsx"
import type { OnChanges, OnVersion } from "../versions.ts"
import { Measures } from "./measures.tsx"
import { OfPlan, Way } from "./plan-page.tsx"
import { PlanText } from "./text.tsx"
import { Theory } from "./theory.tsx"

/** One version as it was proposed, or the draft as it is now. */
export const VersionPage = ({ c, one }: { c: C; one: OnVersion }) => {
  const { on, listed, said } = one
  return (
    <OfPlan
      c={c}
      on={on}
      title={listed ? `The evaluation plan, version ${listed.version}` : "The evaluation plan, draft"}
    >
      {listed ? (
        <>
          <p class="govuk-body-l" data-first-line>
            {evaluationFates[listed.fate]}. Proposed by {listed.by.name}, {stampWords(new Date(listed.at))}.
          </p>
          {agreementWords(listed).map((says) => (
            <p class="govuk-body">{says}</p>
          ))}
        </>
      ) : (
        <p class="govuk-body-l" data-first-line>
          NOT PROPOSED YET. The site and the evaluator are writing it.
        </p>
      )}
      {one.before && (
        <Way to={changesAt(on.place, listed?.version ?? "draft")}>
          What it says otherwise than version {one.before.version}
        </Way>
      )}
      <PlanText on={on} said={said} />
    </OfPlan>
  )
}

/** What one text says otherwise than the one before it. */
export const ChangesPage = ({ c, one }: { c: C; one: OnChanges }) => (
  <OfPlan
    c={c}
    on={one.on}
    title={`What ${one.listed ? `version ${one.listed.version}` : "the draft"} says otherwise`}
  >
    <p class="govuk-body">Than version {one.before.version}, answer by answer.</p>
    <Differences compared={one.compared} />
  </OfPlan>
)

/** The agreed plan on paper: its text, its measures, and whose word it has. */
export const PrintPage = ({ c, agreed }: { c: C; agreed: AgreedHere }) => (
  <OfPlan c={c} on={agreed} title={`Evaluation plan, version ${agreed.version.version}, as agreed`} wide>
    {agreementWords(agreed.listed).map((says) => (
      <p class="govuk-body">{says}</p>
    ))}
    <Theory on={agreed} boxes={boxesOf(agreed.version)} />
    <Measures version={agreed.version} unfolded />
  </OfPlan>
)
