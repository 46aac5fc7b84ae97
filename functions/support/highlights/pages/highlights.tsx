import { monthWords } from "../../../../shared/values/london.ts"
import { highlightAt, supportAt } from "../../../../shared/web/coaching/addresses.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { PhaseFilter } from "../../../../shared/web/programme/phase-filter.tsx"
import { highlightsAt, inPhase } from "../../addresses.ts"
import type { C } from "../../scope.ts"
import type { OnHighlights } from "../desk.ts"

/** Every site's months, each on one page. */
export const HighlightsPage = ({ c, found }: { c: C; found: OnHighlights }) => {
  const { phase, sites, every } = found
  return (
    <Page
      c={c}
      title="Each month on one page"
      back={{
        href: inPhase(supportAt, phase),
        text: every ? "Coaching of all sites" : "The sites you support",
      }}
    >
      {phase && <span class="govuk-caption-l">{phase.title}</span>}
      <h1 class="govuk-heading-l">Each month on one page</h1>
      <p class="govuk-body">Made from the record of each site: nobody is asked for them.</p>
      {phase && sites.length > 0 ? (
        <Table
          caption="Months by site, newest first"
          captionSize="m"
          firstCellIsHeader
          head={[{ text: "Site" }, { text: "Months" }]}
          rows={sites.map(({ organisation, name, months }) => [
            { content: name },
            {
              content:
                months.length === 0 ? (
                  "Its pilot has not begun."
                ) : (
                  <ul class="govuk-list">
                    {months.map((month) => (
                      <li>
                        <a class="govuk-link" href={highlightAt(organisation, phase.id, month)}>
                          {monthWords(`${month}-01`)}
                          <span class="govuk-visually-hidden">, {name}</span>
                        </a>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ])}
        />
      ) : (
        <p class="govuk-body">No phase is published yet: there is no month to show.</p>
      )}
      <PhaseFilter scope={found} at={highlightsAt} />
    </Page>
  )
}
