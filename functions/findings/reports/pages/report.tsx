import { hinders } from "../../../../shared/domain/evaluation/reports/changing.ts"
import { reportSentence } from "../../../../shared/domain/evaluation/reports/sentence.ts"
import { dateWords } from "../../../../shared/values/london.ts"
import { reportAt } from "../../../../shared/web/evaluation/addresses.ts"
import { EasyReadOf, ReportOf } from "../../../../shared/web/evaluation/report.tsx"
import type { Placed, Rendered } from "../../../../shared/web/evaluation/report-of.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { type C, mayHere, phaseHere, siteName } from "../../here.ts"
import { reportIn, reportsOf, todayHere } from "../desk.ts"

type Props = { c: C; of: Rendered }

/** A report before or after it is public, with the list of the stories that it holds. */
export const ReportPage = ({ c, of }: Props) => {
  const { report, stories } = of
  return (
    <Page
      c={c}
      title={`${report.title} – ${phaseHere(c).title}`}
      back={{ href: reportsOf(report.phase), text: "Reports" }}
    >
      <span class="govuk-caption-l">{phaseHere(c).title}</span>
      <h1 class="govuk-heading-l">{report.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {reportSentence(report, todayHere(c))}
      </p>
      <Ways c={c} of={of} />
      {report.published && (
        <p class="govuk-body">
          Everybody reads it at{" "}
          <a class="govuk-link" href={reportAt(report.id)}>
            {c.var.world.settings.origin}
            {reportAt(report.id)}
          </a>
          , for good.
        </p>
      )}
      <Pack c={c} stories={stories} />
      <ReportOf of={of} />
      <h2 class="govuk-heading-m">The easy-read version</h2>
      <EasyRead of={of} />
    </Page>
  )
}

const Ways = ({ c, of: { report } }: Pick<Props, "c" | "of">) => {
  const at = reportIn(report.phase, report.id)
  const writes = mayHere(c, "write report") && report.state !== "published"
  const publishes = mayHere(c, "publish report") && report.state === "issued"
  const waits = publishes ? hinders(report, todayHere(c)) : undefined
  const ways = [
    ...(publishes && !waits ? [{ href: `${at}/publish`, text: "Publish it" }] : []),
    ...(writes && report.state === "draft" ? [{ href: `${at}/issue`, text: "Issue it" }] : []),
    ...(writes ? [{ href: `${at}/write`, text: "Change it" }] : []),
    ...(writes ? [{ href: `${at}/easy-read`, text: "Write its easy-read version" }] : []),
    ...(writes && report.easyRead ? [{ href: `${at}/group`, text: "A group read it" }] : []),
  ]
  return (
    <div class="no-print">
      {waits && <p class="govuk-body">It cannot be published yet. {waits}</p>}
      {ways.length > 0 && (
        <ButtonGroup>
          {ways.map(({ href, text }, place) => (
            <Button href={href} variant={place > 0 ? "secondary" : undefined}>
              {text}
            </Button>
          ))}
        </ButtonGroup>
      )}
    </div>
  )
}

/** Which stories it holds now, each by its site. */
const Pack = ({ c, stories }: { c: C; stories: Placed[] }) => (
  <>
    <h2 class="govuk-heading-m">Stories in this report</h2>
    {stories.length === 0 ? (
      <p class="govuk-body">It tells no story.</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {stories.map(({ held, story, says }) => (
          <li>
            {story
              ? `${story.pseudonym}’s story, ${story.name}`
              : `${siteName(c, held.organisation)}: ${says}`}
          </li>
        ))}
      </ul>
    )}
  </>
)

const EasyRead = ({ of: { report } }: Pick<Props, "of">) => {
  const { easyRead } = report
  if (!easyRead) return <p class="govuk-body">It is not written yet. A report is not published without it.</p>
  const { checked } = easyRead
  return (
    <>
      <p class="govuk-body">
        {checked
          ? `Read by ${checked.who} of ${checked.group} on ${dateWords(checked.on)}.`
          : "No self-advocacy group has read it yet."}
      </p>
      <EasyReadOf text={easyRead.text} />
    </>
  )
}
