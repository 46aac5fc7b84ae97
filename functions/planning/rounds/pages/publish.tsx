import { isReady } from "../../../../shared/domain/calendar/publishing.ts"
import { burdenWords, hourWords } from "../../../../shared/domain/calendar/round-burden.ts"
import { dayMomentWords } from "../../../../shared/values/london.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { checkAt, roundAt } from "../addresses.ts"
import type { C, OnDesk } from "../desk.ts"
import { readOf } from "../moves.ts"

type Props = { c: C; desk: OnDesk; tried?: Tried }

/** What is about to be published, once more, and the button that does it. */
export const PublishPage = ({ c, desk, tried }: Props) => {
  const { round, checks, unusual, burden } = desk
  const missing = checks.filter(({ done }) => !done)
  const { short, heavy } = round.reasons ?? {}
  return (
    <Page
      c={c}
      title="Publish this round"
      back={{ href: roundAt(round.id), text: "The round" }}
      wrong={missing.length > 0 || tried !== undefined}
      plain
    >
      {(missing.length > 0 || tried) && (
        <ErrorSummary
          description={tried?.says}
          errors={missing.map(({ says, page }) => ({ text: says, href: checkAt(round.id, page) }))}
        />
      )}
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Publish this round</h1>
      <SummaryList
        rows={[
          ...checks.map(({ title, says }) => ({ key: title, value: says })),
          { key: "What it asks", value: `${burdenWords(burden)} ${hourWords}` },
          ...(short ? [{ key: "Why it is open for a short time", value: short }] : []),
          ...(heavy ? [{ key: "Why it asks this much", value: heavy }] : []),
        ]}
      />
      {unusual.map((one) => (
        <WarningText>{one}</WarningText>
      ))}
      {isReady(checks) && (
        <>
          <p class="govuk-body">
            From now on everybody can read it. It opens by itself at{" "}
            {dayMomentWords(new Date(round.opens ?? ""))}; until then you can change it or take it back. Once
            it is open, weights, sections and who may lead stand as they are.
          </p>
          <form method="post" action={`${roundAt(round.id)}/publish`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <input type="hidden" name="seen" value={readOf(round)} />
            <Button preventDoubleClick>Publish</Button>
          </form>
        </>
      )}
    </Page>
  )
}
