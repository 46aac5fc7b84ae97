import { isReady } from "../../../../shared/domain/calendar/publishing.ts"
import { burdenWords, hourWords } from "../../../../shared/domain/calendar/round-burden.ts"
import { standsAsPublished } from "../../../../shared/domain/calendar/round-changes.ts"
import { mayInProgramme } from "../../../../shared/domain/people/policy.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { TaskList } from "../../../../shared/web/govuk/task-list.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { History } from "../../../../shared/web/programme/history.tsx"
import { checkAt, roundAt, roundsAt } from "../addresses.ts"
import type { C, OnDesk } from "../desk.ts"
import { moveWords, stageWords } from "../words.ts"
import { RoundFacts } from "./round-facts.tsx"

type Props = { c: C; desk: OnDesk; saved?: string }

/** One round: where it stands, what is still missing before it can be published, and everything that is set. */
export const RoundPage = ({ c, desk, saved }: Props) => {
  const { round, stage, published, mayPlan, history } = desk
  const here = roundAt(round.id)
  return (
    <Page c={c} title={round.title} back={{ href: roundsAt, text: "All rounds" }}>
      {saved === "yes" && <NotificationBanner type="success">It is saved.</NotificationBanner>}
      <span class="govuk-caption-l">{stageWords(round, stage)}</span>
      <h1 class="govuk-heading-l">{round.title}</h1>
      {stage === "draft" && <Missing desk={desk} />}
      {stage === "not open yet" && (
        <>
          <p class="govuk-body-l" data-first-line>
            It is published, and opens by itself. Until then it can be changed, or taken back.
          </p>
          {mayPlan && (
            <Button href={`${here}/take-back`} variant="secondary">
              Take it back to draft
            </Button>
          )}
        </>
      )}
      {published && (stage === "open" || stage === "closed") && (
        <>
          <p class="govuk-body-l" data-first-line>
            {standsAsPublished(published)}
          </p>
          {mayPlan && stage === "open" && (
            <Button href={`${here}/closing`} variant="secondary">
              Move the close
            </Button>
          )}
        </>
      )}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={published ? `/rounds/${round.id}` : `${here}/preview`}>
            {published ? "See it as everybody does" : "See it as applicants will"}
          </a>
        </li>
        {published && mayInProgramme(c.var.actor, "see questions") && (
          <li>
            <a class="govuk-link" href={`${here}/questions`}>
              Questions and answers
            </a>
          </li>
        )}
      </ul>
      <Asks desk={desk} />
      {round.changed?.map(({ at, what, because }) => (
        <InsetText>
          <p class="govuk-body">{what}</p>
          <p class="govuk-body">
            Because: {because} ({stampWords(new Date(at))})
          </p>
        </InsetText>
      ))}
      <RoundFacts desk={desk} />
      <History lines={history} words={moveWords} />
    </Page>
  )
}

/** What stands between a draft and being published; each links to where it is mended. */
const Missing = ({ desk: { round, checks, mayPlan, unusual } }: { desk: OnDesk }) => {
  const missing = checks.filter(({ done }) => !done).length
  const here = roundAt(round.id)
  return (
    <>
      <p class="govuk-body-l" data-first-line>
        NOT PUBLISHED.{" "}
        {missing === 0
          ? "Nothing is missing: it can be published."
          : `${missing} ${missing === 1 ? "thing stands" : "things stand"} between this and publishing.`}
      </p>
      <h2 class="govuk-heading-m">What is still missing</h2>
      <TaskList
        idPrefix="check"
        items={checks.map(({ title, says, page, done }) => ({
          title,
          hint: says,
          href: mayPlan ? checkAt(round.id, page) : undefined,
          status: done ? { text: "Done" } : { tag: "Missing", colour: "blue" },
        }))}
      />
      {unusual.map((one) => (
        <WarningText>{one}</WarningText>
      ))}
      {mayPlan && isReady(checks) && (
        <ButtonGroup>
          <Button href={`${here}/publish`}>Go on to publish</Button>
        </ButtonGroup>
      )}
    </>
  )
}

const Asks = ({ desk: { round, burden } }: { desk: OnDesk }) => (
  <InsetText>
    <p class="govuk-body">{burdenWords(burden)}</p>
    <p class="govuk-body-s">{hourWords}</p>
    {round.reasons?.heavy && <p class="govuk-body">Why it asks this much: {round.reasons.heavy}</p>}
  </InsetText>
)
