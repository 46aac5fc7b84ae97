import type { Hono } from "hono"
import type { Report } from "../../../shared/domain/evaluation/reports/report.ts"
import { earlyWords, reportSentence } from "../../../shared/domain/evaluation/reports/sentence.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import type { Asking, Base } from "../../../shared/web/env.ts"
import { reportAt, reportsAt } from "../../../shared/web/evaluation/addresses.ts"
import { EasyReadOf, ReportOf } from "../../../shared/web/evaluation/report.tsx"
import type { Rendered } from "../../../shared/web/evaluation/report-of.ts"
import { Page } from "../../../shared/web/layout.tsx"
import { publishedAll, publishedOne } from "./desk.ts"

/** Reports for everybody: no account, no end. */
export const addReportPages = (pages: Hono<Base>) =>
  pages
    .get(reportsAt, async (c) => c.html(ReportsPage({ c, all: await publishedAll(c) })))
    .get(`${reportsAt}/:report`, async (c) => {
      const of = await publishedOne(c)
      return c.html(ReportPage({ c, of }))
    })
    .get(`${reportsAt}/:report/easy-read`, async (c) =>
      c.html(EasyReadPage({ c, of: await publishedOne(c) })),
    )

const ReportsPage = ({ c, all }: { c: Asking; all: Report[] }) => (
  <Page c={c} title="Reports of the evaluation" back={{ href: "/", text: "The programme" }}>
    <h1 class="govuk-heading-xl">Reports of the evaluation</h1>
    <p class="govuk-body-l">
      {all.length === 0
        ? "No report is published yet. It stands here as soon as it is, for everybody and for good."
        : earlyWords}
    </p>
    {all.map((one) => (
      <section class="row-of-many">
        <h2 class="govuk-heading-m">
          <a class="govuk-link" href={reportAt(one.id)}>
            {one.title}
          </a>
        </h2>
        <p class="govuk-body">
          <a class="govuk-link" href={`${reportAt(one.id)}/easy-read`}>
            Easy read<span class="govuk-visually-hidden">: {one.title}</span>
          </a>
        </p>
        <p class="govuk-body-s">{reportSentence(one, londonDate(c.var.world.now()))}</p>
      </section>
    ))}
  </Page>
)

const ReportPage = ({ c, of }: { c: Asking; of: Rendered }) => {
  const { report } = of
  return (
    <Page c={c} title={report.title} back={{ href: reportsAt, text: "Reports of the evaluation" }}>
      <h1 class="govuk-heading-xl">{report.title}</h1>
      <p class="govuk-body">{reportSentence(report, londonDate(c.var.world.now()))}</p>
      <p class="govuk-body no-print">
        <a class="govuk-link" href={`${reportAt(report.id)}/easy-read`}>
          Read it in easy read
        </a>
      </p>
      <ReportOf of={of} />
    </Page>
  )
}

const EasyReadPage = ({ c, of: { report } }: { c: Asking; of: Rendered }) => {
  const { text = "", checked } = report.easyRead ?? {}
  return (
    <Page
      c={c}
      title={`Easy read – ${report.title}`}
      back={{ href: reportAt(report.id), text: "The report" }}
    >
      <h1 class="govuk-heading-xl">{report.title}</h1>
      <p class="govuk-body">Easy read</p>
      <EasyReadOf text={text} />
      {checked && (
        <p class="govuk-body">
          Read and checked by {checked.who} of {checked.group}, on {dateWords(checked.on)}.
        </p>
      )}
    </Page>
  )
}
