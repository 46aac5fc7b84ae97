import { stampWords } from "../../../../shared/values/london.ts"
import { releaseAt, releasesAt } from "../../../../shared/web/evaluation/addresses.ts"
import { EveryMeasure } from "../../../../shared/web/evaluation/every-measure.tsx"
import { Definitions, Rule } from "../../../../shared/web/evaluation/measure-table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../here.ts"
import type { OnRelease } from "../desk.ts"

/** One release as it was made: tables alone, with the rule of its day. */
export const ReleasePage = ({ c, on: { phase, one } }: { c: C; on: OnRelease }) => (
  <Page
    c={c}
    title={`Release ${one.number} – ${phase.title}`}
    back={{ href: releasesAt(phase.id), text: "Releases" }}
    wide
  >
    <span class="govuk-caption-l">
      {phase.title}, release {one.number}
    </span>
    <h1 class="govuk-heading-l">{one.title}</h1>
    <p class="govuk-body-l" data-first-line>
      Made by {one.by.name} on {stampWords(new Date(one.at))}. {one.shown} numbers are shown and {one.hidden}{" "}
      are hidden.
    </p>
    <p class="govuk-body answer">{one.because}</p>
    <Rule table={one.table} release={one} />
    <EveryMeasure table={one.table} />
    <p class="govuk-body">
      <a class="govuk-link" href={`${releaseAt(phase.id, one.number)}/measures.csv`}>
        Download this release (CSV)
      </a>
    </p>
    <Definitions table={one.table} />
  </Page>
)
