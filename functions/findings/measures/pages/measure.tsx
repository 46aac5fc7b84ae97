import { changeChart, monthChart } from "../../../../shared/domain/evaluation/analysis/chart.ts"
import { everySite } from "../../../../shared/domain/evaluation/analysis/table.ts"
import { measureOf } from "../../../../shared/domain/evaluation/analysis/words.ts"
import { allMeasuresAt } from "../../../../shared/web/evaluation/addresses.ts"
import { ChangeChart, MonthChart } from "../../../../shared/web/evaluation/measure-chart.tsx"
import { Definitions, MeasureGrid, Rule } from "../../../../shared/web/evaluation/measure-table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../here.ts"
import type { OnMeasure } from "../desk.ts"

/** One measure at every site: the pictures with the tables that they are drawn from. */
export const MeasurePage = ({ c, on }: { c: C; on: OnMeasure }) => {
  const { phase, key, seen } = on
  const { table } = seen
  const name = measureOf(table, key)?.name ?? key
  const [place] = table.cells.some((one) => one.place === everySite)
    ? [everySite]
    : table.sites.map(({ organisation }) => organisation)
  const change = changeChart(table, key)
  const months = place === undefined ? undefined : monthChart(table, key, place)
  return (
    <Page
      c={c}
      title={`${name} – ${phase.title}`}
      back={{ href: allMeasuresAt(phase.id), text: "What was measured, at all sites" }}
      wide
    >
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body-l" data-first-line>
        {measureOf(table, key)?.question}
      </p>
      <Rule {...seen} />
      {change && (
        <div class="charts">
          <ChangeChart chart={change} id="change" />
        </div>
      )}
      <MeasureGrid table={table} rows="sites" times="points" caption="From baseline to final, by site" />
      {months && (
        <div class="charts">
          <MonthChart chart={months} id="months" />
        </div>
      )}
      <MeasureGrid table={table} rows="sites" times="months" caption="Month by month, by site" />
      <Definitions table={table} />
    </Page>
  )
}
