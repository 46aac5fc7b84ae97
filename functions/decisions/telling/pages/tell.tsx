import { allSealed } from "../../../../shared/domain/selection/telling.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { TellingDesk } from "../desk.ts"
import { standsAt, tellingAt } from "./telling.tsx"

/** What telling does, once more, and the button that does it. */
export const TellPage = ({ c, desk, says }: { c: C; desk: TellingDesk; says?: string }) => {
  const { round, whole, rows, hidden } = desk
  const here = tellingAt(round.id)
  const ready = allSealed(rows, whole.panel) && !whole.panel?.told
  return (
    <Page
      c={c}
      title={`Tell the applicants – ${round.title}`}
      back={{ href: here, text: "Telling the applicants" }}
      plain
    >
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Tell the applicants</h1>
      {says && <InsetText>{says}</InsetText>}
      <p class="govuk-body">{standsAt(desk)}</p>
      {hidden && <p class="govuk-body">This acts on the whole round, also on what you do not see.</p>}
      <ul class="govuk-list govuk-list--bullet">
        <li>Every applicant’s page opens at the same instant, with the decision and the feedback.</li>
        <li>An email goes to the site lead, the sponsor and those who wrote it, one for each applicant.</li>
        <li>Each is told: in confidence until the Department announces.</li>
        <li>Nothing is announced: no public page changes.</li>
      </ul>
      {ready ? (
        <>
          <WarningText>This cannot be taken back.</WarningText>
          <form method="post" action={`${here}/tell`}>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <Button preventDoubleClick>Tell all applicants now</Button>
          </form>
        </>
      ) : (
        <p class="govuk-body">
          This is not possible as things stand.{" "}
          <a class="govuk-link" href={here}>
            See what comes first
          </a>
          .
        </p>
      )}
    </Page>
  )
}
