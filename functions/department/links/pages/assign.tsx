import type { Child } from "hono/jsx"
import { dayWords } from "../../../../shared/values/london.ts"
import { EnterSaves } from "../../../../shared/web/form/saving.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Checkboxes } from "../../../../shared/web/govuk/checkboxes.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { assignAt, linksAt } from "../addresses.ts"
import { type Assigning, needing, type Reader } from "../sharing.ts"
import { ticked } from "../ticked.ts"
import { RowsToGive } from "./assign-rows.tsx"

type Props = { c: C; desk: Assigning; tried?: Tried }

/** Who reads what: shared out by the service, or given by hand. Never empty. */
export const AssignPage = ({ c, desk, tried }: Props) => {
  const { round, readers, rows } = desk
  const problems = tried?.problems ?? []
  const entries = tried?.entries ?? {}
  const at = assignAt(round.id)
  const says = (name: string) => problems.find(({ question }) => question === name)?.says
  return (
    <Page
      c={c}
      title={`Who reads what – ${round.title}`}
      back={{ href: roundAt(round.id), text: "All expressions of interest" }}
      wrong={problems.length > 0}
      wide
    >
      {problems.length > 0 && (
        <ErrorSummary errors={problems.map(({ question, says }) => ({ text: says, href: `#${question}` }))} />
      )}
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <Given c={c} />
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Who reads what</h1>
      <p class="govuk-body-l">{firstLine(desk)}</p>
      {desk.open && <Broken at={at} />}
      {desk.unsaid > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={linksAt(round.id)}>
            Say first whether you have a link with {desk.unsaid === 1 ? "1 other" : `${desk.unsaid} others`}
          </a>
          : they are not here before.
        </p>
      )}
      <p class="govuk-body">
        {desk.whole.panel?.scoresBy
          ? `Sheets are wanted by ${dayWords(desk.whole.panel.scoresBy)}.`
          : "No date is set for the sheets."}{" "}
        <a class="govuk-link" href={`${at}/date`}>
          {desk.whole.panel?.scoresBy ? "Change the date" : "Set a date"}
        </a>
      </p>
      {readers.length === 0 && (
        <p class="govuk-body">
          Nobody may read and score yet. A programme coordinator or an administrator lets readers in.
        </p>
      )}
      {readers.length > 0 && needing(desk).length > 0 && (
        <>
          <h2 class="govuk-heading-m">Share them out evenly</h2>
          <p class="govuk-body">
            You see who would read what, and change nothing by looking. Links are respected.
          </p>
          <form method="get" action={`${at}/proposal`} novalidate>
            <Readers
              readers={readers}
              id="among"
              legend="Among whom?"
              error={says("among")}
              chosen={ticked(entries, "reader")}
            />
            <Button>Show how</Button>
          </form>
        </>
      )}
      {readers.length > 0 && rows.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Give them by hand</h2>
          <form method="post" action={at} novalidate>
            <EnterSaves />
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <RowsToGive desk={desk} problems={problems} chosen={ticked(entries, "expression")} />
            <Readers
              readers={readers}
              id="reader"
              legend="To whom?"
              error={says("reader")}
              chosen={ticked(entries, "reader")}
            />
            <Button preventDoubleClick>Give each ticked one to each ticked reader</Button>
          </form>
        </>
      )}
    </Page>
  )
}

const firstLine = (desk: Assigning) => {
  const left = needing(desk).length
  const { readers } = desk.whole.rules
  const each = readers === 1 ? "Each is read by 1 reader." : `Each is read by ${readers} readers.`
  if (desk.rows.length === 0)
    return "There is nothing to give to readers yet. Next: the round is opened, and you say your links."
  if (left === 0) {
    const unchecked = desk.rows.filter(({ one }) => !one.apply).length
    return unchecked > 0
      ? `Nothing can be given now. Next: say whether they can apply (${unchecked} to check).`
      : "Every one has its readers. Next: they send their sheets."
  }
  return `${left === 1 ? "1 needs" : `${left} need`} readers. ${each}`
}

const Given = ({ c }: { c: C }) => {
  const given = Number(c.req.query("given"))
  const said = Number.isInteger(given) && given >= 0 && given < 100_000
  if (c.req.query("given") === undefined || !said) return null
  return (
    <NotificationBanner type="success">
      {given === 0
        ? "Nothing was new: they had all been given."
        : "Given. Each reader is told how many, and no names."}
    </NotificationBanner>
  )
}

/** An act that ended before everybody had what they were given. */
const Broken = ({ at }: { at: string }) => (
  <InsetText>
    <p class="govuk-body">The last time something was given out, it was broken off half way.</p>
    <form method="post" action={`${at}/finish`}>
      <Button variant="secondary" preventDoubleClick>
        Finish it
      </Button>
    </form>
  </InsetText>
)

type ReadersProps = { readers: Reader[]; id: string; legend: string; error?: Child; chosen: string[] }

const Readers = ({ readers, id, legend, error, chosen }: ReadersProps) => (
  <Checkboxes
    idPrefix={id}
    name="reader"
    fieldset={{ legend: { text: legend, size: "s" } }}
    errorMessage={error as string | undefined}
    values={chosen}
    small
    items={readers.map(({ actor, has, warns }) => ({
      value: actor.id,
      text: actor.name,
      hint: [has === 0 ? "Reads nothing now" : `Reads ${has} now`, ...(warns ? [warns] : [])].join(". "),
    }))}
  />
)
