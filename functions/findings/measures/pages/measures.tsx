import { everySite } from "../../../../shared/domain/evaluation/analysis/table.ts"
import { ofSite, totals } from "../../../../shared/domain/evaluation/released.ts"
import {
  allMeasuresAt,
  findingsAt,
  measuresAt,
  oneMeasureAt,
  releasesAt,
} from "../../../../shared/web/evaluation/addresses.ts"
import { Definitions, MeasureGrid, Rule } from "../../../../shared/web/evaluation/measure-table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../here.ts"
import type { OnMeasures } from "../desk.ts"

/** Every measure over all sites, each leading to its sites. */
export const MeasuresPage = ({ c, on }: { c: C; on: OnMeasures }) => {
  const { phase, seen, own, every } = on
  const alone = seen?.table.measures.filter(({ site }) => site !== undefined) ?? []
  return (
    <Page
      c={c}
      title={`What was measured – ${phase.title}`}
      back={{ href: findingsAt, text: "Findings" }}
      wide
    >
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">What was measured, at all sites</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(on)}
      </p>
      {!every && own.length > 0 && (
        <p class="govuk-body">
          True counts of the sites that you support:{" "}
          {own.map(({ organisation, name }, at) => (
            <>
              {at > 0 && ", "}
              <a class="govuk-link" href={measuresAt(organisation, phase.id)}>
                {name}
              </a>
            </>
          ))}
          .
        </p>
      )}
      {seen && (
        <>
          <Rule {...seen} />
          <MeasureGrid
            table={totals(seen.table)}
            rows="measures"
            times="points"
            caption="All sites together"
            href={(measure) => oneMeasureAt(phase.id, measure)}
          />
          <MeasureGrid
            table={totals(seen.table)}
            rows="measures"
            times="months"
            caption="All sites together, month by month"
            href={(measure) => oneMeasureAt(phase.id, measure)}
          />
          {alone.length > 0 && <h2 class="govuk-heading-m">What one site measures by itself</h2>}
          {seen.table.sites.map(({ organisation, name }) => {
            const mine = alone.filter(({ site }) => site === organisation).map(({ key }) => key)
            const table = ofSite(seen.table, organisation)
            return mine.length === 0 ? null : (
              <MeasureGrid
                table={{ ...table, measures: table.measures.filter(({ key }) => mine.includes(key)) }}
                rows="measures"
                times="points"
                caption={name}
                href={(measure) => oneMeasureAt(phase.id, measure)}
              />
            )
          })}
          <p class="govuk-body">
            <a class="govuk-link" href={`${allMeasuresAt(phase.id)}.csv`}>
              Download every measure at every site (CSV)
            </a>
          </p>
          <Definitions table={seen.table} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={releasesAt(phase.id)}>
          Releases: what everybody else reads
        </a>
      </p>
    </Page>
  )
}

const firstLine = ({ seen, every }: OnMeasures) => {
  if (every)
    return "What returns that were accepted say, tallies that were sent, and what people answered. A total is of what is there, and says what is not."
  if (!seen) return "Nothing was released yet. The evaluator makes a release; it is read here then."
  const missing = seen.table.cells.filter(({ place, says }) => place === everySite && "gap" in says).length
  return missing > 0
    ? "What was released. A total is of what is there, and says what is not."
    : "What was released, the same for everybody who reads it."
}
