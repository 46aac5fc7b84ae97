import { changeChart, monthChart } from "../../../../shared/domain/evaluation/analysis/chart.ts"
import { evaluationIn, measuresAt, releasedFiguresAt } from "../../../../shared/web/evaluation/addresses.ts"
import { type C, mayHere } from "../../../../shared/web/evaluation/here.ts"
import { ChangeChart, MonthChart } from "../../../../shared/web/evaluation/measure-chart.tsx"
import { Definitions, MeasureGrid, Rule } from "../../../../shared/web/evaluation/measure-table.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { OnFigures } from "../desk.ts"

/** What one site measured: tables first, then the same as pictures. */
export const FiguresPage = ({ c, on }: { c: C; on: OnFigures }) => {
  const { place, view, seen } = on
  const { phase, site } = place
  const at = measuresAt(site.organisation, phase.id)
  return (
    <Page
      c={c}
      title={`What was measured – ${site.name}`}
      back={{ href: evaluationIn(site.organisation, phase.id), text: "Evaluation" }}
      wide
    >
      <span class="govuk-caption-l">
        {site.name}, {phase.title}
      </span>
      <h1 class="govuk-heading-l">What was measured</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(on)}
      </p>
      {seen && (
        <>
          <Rule {...seen} />
          <MeasureGrid
            table={seen.table}
            rows="measures"
            times="points"
            caption="At the baseline and at the end"
          />
          <MeasureGrid
            table={seen.table}
            rows="measures"
            times="months"
            caption="Month by month, from the tallies"
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${at}.csv`}>
              Download these figures (CSV)
            </a>
          </p>
          <Definitions table={seen.table} />
          <Pictures on={on} />
        </>
      )}
      {view === "true" && mayHere(c, "release figure") && (
        <p class="govuk-body">
          <a class="govuk-link" href={releasedFiguresAt(site.organisation, phase.id)}>
            Figures that you may release as they are
          </a>
        </p>
      )}
    </Page>
  )
}

const firstLine = ({ view, seen, place: { site } }: OnFigures) => {
  if (view === "true")
    return "What the returns of the site say that were accepted, and its tallies that were sent. What is not there yet is said, and is never 0."
  if (!seen)
    return "Nothing was released yet. The evaluator makes a release; what it says of this site stands here then."
  if (seen.table.cells.length === 0) return `The last release says nothing of ${site.name}.`
  return "What was released of this site: the same for everybody who is not of the site, its coach or the evaluator."
}

const Pictures = ({ on: { seen, place } }: { on: OnFigures }) => {
  if (!seen) return null
  const charts = seen.table.measures.flatMap(({ key }, at) => {
    const change = changeChart(seen.table, key)
    const months = monthChart(seen.table, key, place.site.organisation)
    return [
      ...(change ? [<ChangeChart chart={change} id={`change-${at}`} />] : []),
      ...(months ? [<MonthChart chart={months} id={`months-${at}`} />] : []),
    ]
  })
  return charts.length === 0 ? null : (
    <Details summary="The same as pictures">
      <div class="charts">{charts}</div>
    </Details>
  )
}
