import { isChanged, type Report } from "../../../../shared/domain/evaluation/reports/report.ts"
import { reportSentence } from "../../../../shared/domain/evaluation/reports/sentence.ts"
import { findingsAt } from "../../../../shared/web/evaluation/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Tag } from "../../../../shared/web/govuk/tag.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { type C, mayHere, phaseHere } from "../../here.ts"
import { reportIn, reportsOf, todayHere } from "../desk.ts"

/** The reports of a phase: drafts for evaluators, what was issued for everybody who comes in. */
export const ListPage = ({ c, all }: { c: C; all: Report[] }) => {
  const phase = phaseHere(c)
  return (
    <Page c={c} title={`Reports – ${phase.title}`} back={{ href: findingsAt, text: "What was found" }} wide>
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">Reports</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(all)}
      </p>
      {mayHere(c, "write report") && <Button href={`${reportsOf(phase.id)}/add`}>Write a report</Button>}
      {all.length > 0 && (
        <>
          <Table
            caption="Reports of this phase"
            captionSize="m"
            stacks
            firstCellIsHeader
            head={[{ text: "Report" }, { text: "Where it stands" }]}
            rows={all.map((one) => [
              {
                content: (
                  <>
                    <a class="govuk-link" href={reportIn(phase.id, one.id)}>
                      {one.title}
                    </a>{" "}
                    {isChanged(one) && <Tag colour="orange">Changed</Tag>}
                  </>
                ),
              },
              { content: reportSentence(one, todayHere(c)) },
            ])}
          />
          <p class="govuk-body no-print">
            <a class="govuk-link" href={`${reportsOf(phase.id)}/list.csv`}>
              Download this list (CSV)
            </a>
          </p>
        </>
      )}
    </Page>
  )
}

const firstLine = (all: Report[]) => {
  if (all.length === 0) return "No report was issued yet. One stands here once the evaluator has issued it."
  const changed = all.filter(isChanged).length
  if (changed > 0)
    return `${changed === 1 ? "1 report was" : `${changed} reports were`} changed: a story was withdrawn. If you gave out a printed copy, tell whoever has it.`
  const published = all.filter(({ state }) => state === "published").length
  return `${published} of ${all.length} ${all.length === 1 ? "report is" : "reports are"} published.`
}
