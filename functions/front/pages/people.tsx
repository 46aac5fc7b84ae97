import { isLive } from "../../../shared/domain/people/grant.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { mayWithPeople } from "../../../shared/domain/people/policy.ts"
import { organisationRoles, roles } from "../../../shared/domain/people/role.ts"
import type { Entries, Problem } from "../../../shared/form/question.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { DateInput } from "../../../shared/web/govuk/date-input.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { Radios } from "../../../shared/web/govuk/radios.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { newKey } from "../../../shared/web/move-key.ts"
import type { C } from "../people.ts"

type PeopleProps = { c: C; organisation: Organisation; members: Member[]; live: Member[] }

export const PeoplePage = ({ c, organisation, members, live }: PeopleProps) => {
  const here = `/organisations/${organisation.id}`
  const may = (right: "invite" | "end access") => mayWithPeople(c.var.actor, right, organisation.id)
  const ended = members.filter((one) => !isLive(one, c.var.world.now()))
  return (
    <Page
      c={c}
      title={`People and access – ${organisation.name}`}
      back={{ href: here, text: organisation.shortName }}
    >
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">People and access</h1>
      <p class="govuk-body">
        Nobody outside this list sees your drafts. Access ends by itself on the day shown.
      </p>
      <h2 class="govuk-heading-m">Who has access</h2>
      <SummaryList
        rows={live.map((one) => ({
          key: one.name,
          value: (
            <>
              {capital(roles[one.role].words)}, until {dateWords(londonDate(new Date(one.to)))}
              <span class="beside reference">{one.email}</span>
            </>
          ),
          ...(may("end access") && {
            actions: [
              {
                href: `${here}/people/${one.person}/${one.grant}/end`,
                text: "End access",
                hidden: `of ${one.name} as ${roles[one.role].words}`,
              },
            ],
          }),
        }))}
      />
      {may("invite") && <Button href={`${here}/people/invite`}>Give somebody access</Button>}
      {ended.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Access that has ended</h2>
          <ul class="govuk-list govuk-list--bullet">
            {ended.map((one) => (
              <li>
                {one.name}, {roles[one.role].words}, until {dateWords(londonDate(new Date(one.to)))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

type InviteProps = { c: C; organisation: Organisation; typed: Entries; problems?: Problem[] }

const does: Record<string, string> = {
  lead: "Leads: writes, invites, sends",
  contributor: "Writes with the lead",
  sponsor: "The director or principal social worker, or a delegate: confirms",
  certifier: "Confirms the money, where that is asked",
  governance: "Looks after people’s information; confirms, where that is asked",
}

export const InvitePage = ({ c, organisation, typed, problems = [] }: InviteProps) => {
  const wrong = (question: string) => problems.find((one) => one.question === question)?.says
  const here = `/organisations/${organisation.id}/people`
  return (
    <Page
      c={c}
      title="Give somebody access"
      back={{ href: here, text: "People and access" }}
      plain
      wrong={problems.length > 0}
    >
      {problems.length > 0 && (
        <ErrorSummary
          errors={problems.map(({ question, says }) => ({
            text: says,
            href: `#${question === "until" ? "until.day" : question}`,
          }))}
        />
      )}
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Give somebody access</h1>
      <form method="post" action={`${here}/invite`} novalidate>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <Input
          id="name"
          name="name"
          label={{ text: "Their full name", size: "s" }}
          value={typed.name ?? ""}
          errorMessage={wrong("name")}
        />
        <Input
          id="email"
          name="email"
          type="email"
          label={{ text: "Their work email address", size: "s" }}
          hint="They get a letter that says what they can do here. They sign in with this address."
          value={typed.email ?? ""}
          errorMessage={wrong("email")}
          spellcheck={false}
        />
        <Radios
          idPrefix="role"
          name="role"
          fieldset={{ legend: { text: "What will they do?", size: "s" } }}
          errorMessage={wrong("role")}
          value={typed.role}
          items={organisationRoles.map((one) => ({
            value: one,
            text: capital(roles[one].words),
            hint: does[one],
          }))}
        />
        <DateInput
          id="until"
          fieldset={{ legend: { text: "Until when? (optional)", size: "s" } }}
          hint="Their last day. If you leave it empty: one year from today."
          errorMessage={wrong("until")}
          items={["day", "month", "year"].map((part) => ({
            name: `until.${part}`,
            id: `until.${part}`,
            label: capital(part),
            width: part === "year" ? 4 : 2,
            value: typed[`until.${part}`] ?? "",
          }))}
        />
        <Button preventDoubleClick>Give access</Button>
      </form>
    </Page>
  )
}

export const EndAccessPage = ({
  c,
  organisation,
  one,
}: {
  c: C
  organisation: Organisation
  one: Member
}) => (
  <Page
    c={c}
    title="End access"
    back={{ href: `/organisations/${organisation.id}/people`, text: "People and access" }}
    plain
  >
    <h1 class="govuk-heading-l">
      End {one.name}’s access as {roles[one.role].words}?
    </h1>
    <p class="govuk-body">
      It ends now, also where they are signed in. What they saved and confirmed stays as it is.
    </p>
    <form method="post" action={`/organisations/${organisation.id}/people/${one.person}/${one.grant}/end`}>
      <Button variant="warning">End access</Button>
    </form>
  </Page>
)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
