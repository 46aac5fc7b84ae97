import { changesTo, rowOf, standsWords } from "../../../../shared/domain/calendar/return-words.ts"
import { expectedStates } from "../../../../shared/domain/calendar/state.ts"
import { toldWords } from "../../../../shared/domain/letters/told.ts"
import { writtenFrom } from "../../../../shared/domain/notices/sponsor-letter.ts"
import { roles } from "../../../../shared/domain/people/role.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { siteAt, sponsorAt, timeAt } from "../addresses.ts"
import { happenedTo, type OnReturn } from "../sites.ts"
import { Timeline } from "./site.tsx"

/** One return of one site: where it stands, who has it, what was done about it. Nothing of what it says. */
export const ReturnPage = ({ c, found, wrote }: { c: C; found: OnReturn; wrote?: boolean }) => {
  const { organisation, cell, mayGrant } = found
  const { one, says } = cell
  const at = c.var.world.now()
  const { covers, due } = rowOf(one, at)
  return (
    <Page
      c={c}
      title={`${one.title} – ${organisation.shortName}`}
      back={{ href: siteAt(organisation.id), text: organisation.shortName }}
    >
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">{one.title}</h1>
      {wrote && <p class="govuk-body">The letter to the sponsor is on its way.</p>}
      <p class="govuk-body-l" data-first-line>
        {cell.state === "missing" ? expectedStates.missing : says}. {standsWords(one, at)}
      </p>
      <Telephone found={found} />
      <SummaryList
        rows={[
          ...(covers ? [{ key: "Covers", value: covers }] : []),
          { key: "Due", value: due },
          {
            key: "Signed by",
            value: one.signs.length === 0 ? "Whoever sends it" : found.signs.join(", "),
          },
          ...(one.stands ? [{ key: "Reference", value: one.stands.reference }] : []),
        ]}
      />
      {changesTo(one).map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
      {mayGrant && (
        <Button href={timeAt(organisation.id, one.round)} variant="secondary">
          {one.asked ? "Answer the request for more time" : "Give more time, or say that it is not needed"}
        </Button>
      )}
      <Sponsor found={found} />
      <Timeline timeline={happenedTo(found)} ofOne />
    </Page>
  )
}

/** What is to be done first about something this late. */
const Telephone = ({ found: { cell, members } }: { found: OnReturn }) => {
  if (cell.state !== "missing" || cell.daysLate < writtenFrom) return null
  const leads = members.filter(({ role }) => role === "lead")
  return (
    <WarningText>
      {leads.length === 0
        ? "Nobody leads here: telephone the council, and give somebody access as site lead."
        : `Telephone the lead: ${leads.map(({ name, email }) => `${name}, ${email}`).join("; ")}.`}
    </WarningText>
  )
}

const Sponsor = ({ found: { cell, toSponsor, mayWrite, organisation } }: { found: OnReturn }) => {
  if (toSponsor)
    return (
      <SummaryList
        card={{ title: `Letter to the sponsor, sent by ${toSponsor.letter.by}` }}
        rows={toSponsor.tellings.map((telling) => ({
          key: `${telling.name}, ${roles.sponsor.words}`,
          value: toldWords(telling),
        }))}
      />
    )
  if (!mayWrite || cell.state !== "missing" || cell.daysLate < writtenFrom) return null
  return (
    <p class="govuk-body">
      Nobody answers?{" "}
      <a class="govuk-link" href={sponsorAt(organisation.id, cell.one.round)}>
        Read the letter to the sponsor, and send it
      </a>
    </p>
  )
}
