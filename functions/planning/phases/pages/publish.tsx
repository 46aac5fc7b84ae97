import type { SiteBurden } from "../../../../shared/domain/calendar/phase-burden.ts"
import { siteBurdenWords } from "../../../../shared/domain/calendar/phase-burden.ts"
import { isReadyToPublish } from "../../../../shared/domain/calendar/phase-checks.ts"
import { hourWords } from "../../../../shared/domain/calendar/round-burden.ts"
import { dayWords, londonDate } from "../../../../shared/values/london.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { mendedAt, phaseAt } from "../addresses.ts"
import type { C, OnDesk } from "../desk.ts"

type Props = { c: C; desk: OnDesk; tried?: Tried }

/** What each site will be asked for and when, once more, and the button that tells them. */
export const PublishPage = ({ c, desk: { phase, checks, burdens }, tried }: Props) => {
  const problems = checks.filter(({ done, weighs }) => !done && weighs === "problem")
  const warnings = checks.filter(({ done, weighs }) => !done && weighs === "warning")
  const wrong = problems.length > 0 || tried !== undefined
  return (
    <Page
      c={c}
      title="Publish this phase"
      back={{ href: phaseAt(phase.id), text: "The phase" }}
      wrong={wrong}
      plain
      wide
    >
      {wrong && (
        <ErrorSummary
          description={tried?.says}
          errors={problems.map(({ says, page }) => ({ text: says, href: mendedAt(phase.id, page) }))}
        />
      )}
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">Publish this phase</h1>
      <DueDates burdens={burdens} />
      <ul class="govuk-list govuk-list--bullet">
        {burdens.map((one) => (
          <li>{siteBurdenWords(one)}</li>
        ))}
      </ul>
      <p class="govuk-body-s">{hourWords}</p>
      {phase.because && <p class="govuk-body">Why it asks a lot, as each site reads it: {phase.because}</p>}
      {warnings.map(({ says }) => (
        <WarningText>{says}</WarningText>
      ))}
      {isReadyToPublish(checks) && (
        <>
          <p class="govuk-body">
            From now on each site sees these returns with their dates. What is asked stands; due dates can
            change, and so can the sites. No public page names a site before the phase is announced.
          </p>
          <form method="post" action={`${phaseAt(phase.id)}/publish`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <input type="hidden" name="seen" value={String(phase.revision)} />
            <Button preventDoubleClick>Publish</Button>
          </form>
        </>
      )}
    </Page>
  )
}

const DueDates = ({ burdens }: { burdens: SiteBurden[] }) => {
  const all = burdens.flatMap(({ expected }) => expected)
  const returns = all
    .filter(({ round }, at) => all.findIndex((one) => one.round === round) === at)
    .toSorted((a, b) => a.by.localeCompare(b.by))
  return (
    <Table
      caption="What each site will be asked for, and when it is due: at 5pm on each day"
      captionSize="m"
      small
      firstCellIsHeader
      head={[{ text: "Site" }, ...returns.map(({ title }) => ({ text: title }))]}
      rows={burdens.map(({ site, expected }) => [
        { content: site.name },
        ...returns.map(({ round }) => {
          const one = expected.find((each) => each.round === round)
          return { content: one ? dayWords(londonDate(new Date(one.by))) : "Not asked" }
        }),
      ])}
    />
  )
}
