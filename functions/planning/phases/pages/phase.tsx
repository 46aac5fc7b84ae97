import { isSpread } from "../../../../shared/domain/calendar/phase.ts"
import { isReadyToPublish } from "../../../../shared/domain/calendar/phase-checks.ts"
import { dayWords, londonDate } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { TaskList } from "../../../../shared/web/govuk/task-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { History } from "../../../../shared/web/programme/history.tsx"
import { mendedAt, phaseAt, phasesAt } from "../addresses.ts"
import type { C, OnDesk } from "../desk.ts"
import { moveWords, spanWords, stateWords } from "../words.ts"
import { Burdens, Lines, Periods, Sites } from "./parts.tsx"

type Props = { c: C; desk: OnDesk; saved?: string }

/** One phase: where it stands, what stands between it and publishing, what it asks of each of its sites. */
export const PhasePage = ({ c, desk, saved }: Props) => {
  const { phase, mayPlan, history, checks } = desk
  const now = c.var.world.now()
  const published = phase.published !== undefined
  const over = !published && phase.to !== undefined && phase.to < londonDate(now)
  const here = phaseAt(phase.id)
  return (
    <Page c={c} title={phase.title} back={{ href: phasesAt, text: "All phases" }} wide>
      {saved === "yes" && <NotificationBanner type="success">It is saved.</NotificationBanner>}
      <span class="govuk-caption-l">
        {phase.id}. {stateWords(phase, now)}
      </span>
      <h1 class="govuk-heading-l">{phase.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {published ? publishedWords(desk) : over ? overWords(phase) : missingWords(desk)}
      </p>
      {published && !isSpread(phase) && (
        <InsetText>
          The last change has not reached every site yet. The rest is done by tomorrow morning, by itself.
        </InsetText>
      )}
      {!published && !over && <Checks desk={desk} />}
      {!published && mayPlan && isReadyToPublish(checks) && (
        <Button href={`${here}/publish`}>Go on to publish</Button>
      )}
      <h2 class="govuk-heading-m">What it is</h2>
      <SummaryList
        rows={[
          { key: "About", value: <AnswerWords words={phase.about} /> },
          { key: "Dates", value: spanWords(phase) },
          { key: "In all", value: phase.envelope === undefined ? "Not published" : pounds(phase.envelope) },
          ...(phase.because ? [{ key: "Why it asks a lot", value: phase.because }] : []),
          ...(phase.ratings ? [{ key: "Why coaches give five-point ratings", value: phase.ratings }] : []),
        ]}
      />
      {mayPlan && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${here}/facts`}>
            Change the title, dates and money
          </a>
        </p>
      )}
      <Sites desk={desk} />
      <Lines desk={desk} />
      <Burdens desk={desk} />
      {published && <Periods desk={desk} />}
      <History lines={history} words={moveWords} />
    </Page>
  )
}

const overWords = ({ to = "" }: OnDesk["phase"]) =>
  `It ended on ${dayWords(to)}. Nothing is asked of its sites here.`

const missingWords = ({ checks }: OnDesk) => {
  const missing = checks.filter(({ done, weighs }) => !done && weighs === "problem").length
  if (missing === 0) return "NOT PUBLISHED. Nothing is missing: it can be published."
  return `NOT PUBLISHED. ${missing} ${missing === 1 ? "thing stands" : "things stand"} between this and publishing.`
}

const publishedWords = ({ phase: { sites } }: OnDesk) =>
  `PUBLISHED. ${sites.length} ${sites.length === 1 ? "site sees" : "sites see"} what is asked and when it is due. Its sites and due dates can change; what it asks stands.`

const Checks = ({ desk: { phase, checks, mayPlan } }: { desk: OnDesk }) => {
  const ofSites = checks.filter(({ site }) => site !== undefined)
  const shown = checks.filter(({ site, done }) => site === undefined || !done)
  return (
    <>
      <h2 class="govuk-heading-m">Before it can be published</h2>
      <TaskList
        idPrefix="check"
        items={[
          ...shown.map(({ title, says, page, done, weighs }) => ({
            title,
            hint: says,
            href: mayPlan ? mendedAt(phase.id, page) : undefined,
            status: done
              ? { text: "Done" }
              : weighs === "warning"
                ? { tag: "Look at this", colour: "yellow" as const }
                : { tag: "Missing", colour: "blue" as const },
          })),
          ...(ofSites.length > 0 && ofSites.every(({ done }) => done)
            ? [{ title: "Each site has its dates, a site lead and a coach", status: { text: "Done" } }]
            : []),
        ]}
      />
    </>
  )
}
