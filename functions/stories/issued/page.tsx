import { reportSentence } from "../../../shared/domain/evaluation/reports/sentence.ts"
import { storiesIn } from "../../../shared/web/evaluation/addresses.ts"
import { type C, placeHere } from "../../../shared/web/evaluation/here.ts"
import { ReportOf } from "../../../shared/web/evaluation/report.tsx"
import type { Rendered } from "../../../shared/web/evaluation/report-of.ts"
import { Page } from "../../../shared/web/layout.tsx"
import { todayHere } from "../desk.ts"

/** A report before everybody has it: whoever sees a wrong fact says so to the evaluator by its day. */
export const IssuedPage = ({ c, of }: { c: C; of: Rendered }) => {
  const { organisation, phase, name } = placeHere(c)
  const { contact } = c.var.world.settings
  return (
    <Page
      c={c}
      title={`${of.report.title} – ${name}`}
      back={{ href: storiesIn(organisation, phase), text: "Stories" }}
    >
      <span class="govuk-caption-l">A report of the evaluation</span>
      <h1 class="govuk-heading-l">{of.report.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {reportSentence(of.report, todayHere(c))}
      </p>
      {of.report.state === "issued" && (
        <p class="govuk-body">
          Is a fact about your site wrong? Telephone {contact.phone} or write to{" "}
          <a class="govuk-link" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
          . Do not pass it on before it is published.
        </p>
      )}
      <ReportOf of={of} />
    </Page>
  )
}
