import { clockTime } from "../../../../shared/values/london.ts"
import { supportAt } from "../../../../shared/web/coaching/addresses.ts"
import { ClockList } from "../../../../shared/web/coaching/clock-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { PhaseFilter } from "../../../../shared/web/programme/phase-filter.tsx"
import { clocksAt, inPhase } from "../../addresses.ts"
import type { C } from "../../scope.ts"
import type { OnClocks } from "../desk.ts"

/** The department’s own clocks first, then the coordinating side’s, then each site’s that is seen. */
export const ClocksPage = ({ c, clocks }: { c: C; clocks: OnClocks }) => {
  const { phase, department, coordinating, sites, at, every } = clocks
  return (
    <Page
      c={c}
      title="Clocks on both sides"
      back={{
        href: inPhase(supportAt, phase),
        text: every ? "Coaching of all sites" : "The sites you support",
      }}
    >
      {phase && <span class="govuk-caption-l">{phase.title}</span>}
      <h1 class="govuk-heading-l">Clocks on both sides</h1>
      <p class="govuk-body-l" data-first-line>
        {phase
          ? "Who keeps what was promised, counted in working days. Time in which somebody waited for the other side is told apart."
          : "No phase is published yet: there is nothing to count."}
      </p>
      <ClockList lines={[...department, ...coordinating]} />
      {sites.length > 0 && <h2 class="govuk-heading-m">Sites</h2>}
      {sites.map(({ name, lines }) => (
        <ClockList lines={lines} site={name} />
      ))}
      <p class="govuk-body">As at {clockTime(at)}. What is due later is not counted yet.</p>
      <PhaseFilter scope={clocks} at={clocksAt} />
    </Page>
  )
}
