import { planFates } from "../../../../shared/domain/coaching/plan.ts"
import { countsWords, milestoneCounts } from "../../../../shared/domain/coaching/plan-milestones.ts"
import { planStands } from "../../../../shared/domain/coaching/plan-words.ts"
import { londonDate, stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { PlanSummary } from "../desk.ts"
import { OfPlan } from "./plan-page.tsx"

/** What the department reads: where the plan stands and how many milestones are done. No word of it. */
export const SummaryPage = ({ c, on }: { c: C; on: PlanSummary }) => {
  const { plan, milestones } = on
  return (
    <OfPlan c={c} on={on} title="The pilot plan" first>
      {planStands(plan).map((one, at) => (
        <p class="govuk-body-l" {...(at === 0 && { "data-first-line": true })}>
          {one}
        </p>
      ))}
      {milestones.length > 0 && (
        <p class="govuk-body">{countsWords(milestoneCounts(milestones, londonDate(c.var.world.now())))}</p>
      )}
      <InsetText>
        You read a summary. What the plan says is between the site, its coach, the coordinators and the
        evaluator.
      </InsetText>
      {plan && plan.versions.length > 0 && (
        <Table
          caption="Versions"
          captionSize="m"
          head={[{ text: "Version" }, { text: "Proposed" }, { text: "What became of it" }]}
          rows={plan.versions
            .toReversed()
            .map(({ version, at, fate, ended }) => [
              { content: `Version ${version}` },
              { content: stampWords(new Date(at)) },
              { content: `${planFates[fate]}${ended ? `, ${stampWords(new Date(ended.at))}` : ""}` },
            ])}
        />
      )}
    </OfPlan>
  )
}
