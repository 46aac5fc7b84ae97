import { planFates } from "../../../../shared/domain/coaching/plan.ts"
import { agreementWords } from "../../../../shared/domain/coaching/plan-words.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { Differences } from "../../../../shared/web/differences.tsx"
import { changesAt } from "../addresses.ts"
import type { OnChanges, OnVersion } from "../versions.ts"
import { OfPlan, Way } from "./plan-page.tsx"
import { PlanText } from "./text.tsx"

/** One version as it was proposed, or the draft as it is now. */
export const VersionPage = ({ c, one }: { c: C; one: OnVersion }) => {
  const { on, listed, said } = one
  const { plan, place } = on
  const current = listed ? listed.fate === "proposed" || plan?.state === "agreed" : true
  return (
    <OfPlan c={c} on={on} title={titleOf(one)}>
      {listed ? (
        <>
          <p class="govuk-body-l" data-first-line>
            {planFates[listed.fate]}. Proposed by {listed.by.name}, {stampWords(new Date(listed.at))}.
          </p>
          {agreementWords(listed).map((says) => (
            <p class="govuk-body">{says}</p>
          ))}
        </>
      ) : (
        <p class="govuk-body-l" data-first-line>
          NOT PROPOSED YET. The site is writing it.
        </p>
      )}
      {one.before && (
        <Way to={changesAt(place, listed?.version ?? "draft")}>
          What it says otherwise than version {one.before.version}
        </Way>
      )}
      <PlanText
        c={c}
        on={on}
        said={said}
        {...(!listed && plan && { draft: plan })}
        remarks={current ? on.remarks.filter(({ dealt }) => !dealt) : []}
        current={current}
      />
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

const titleOf = ({ listed }: OnVersion) =>
  listed ? `The pilot plan, version ${listed.version}` : "The pilot plan, draft"
