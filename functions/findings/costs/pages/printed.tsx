import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import { costsAt } from "../../desk/links.ts"
import type { C } from "../../here.ts"
import type { OnCosts } from "../desk.ts"
import { LinesOf, PilotCostOf, SourcesOf, TotalsOf, Warnings } from "./parts.tsx"

/** The same with nothing to press, for paper. */
export const PrintedCosts = ({ c, desk: { phase, costs, pilot } }: { c: C; desk: OnCosts }) => (
  <Page
    c={c}
    title={`Costs and benefits, for printing – ${phase.title}`}
    back={{ href: costsAt(phase.id), text: "Costs and benefits" }}
    wide
  >
    <span class="govuk-caption-l">{phase.title}</span>
    <h1 class="govuk-heading-l">Costs and benefits</h1>
    <p class="govuk-body">
      As at {dateWords(londonDate(c.var.world.now()))}. For evaluators alone: counts may be small.
    </p>
    <PilotCostOf pilot={pilot} />
    {costs.lines.length === 0 ? (
      <p class="govuk-body">No line is written yet.</p>
    ) : (
      <>
        <TotalsOf lines={costs.lines} />
        <Warnings />
        <LinesOf lines={costs.lines} />
        <SourcesOf lines={costs.lines} />
      </>
    )}
  </Page>
)
