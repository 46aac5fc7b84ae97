import { type Organisation, organisationKinds } from "../../../../shared/domain/people/organisation.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { NotificationBanner } from "../../../../shared/web/govuk/notification-banner.tsx"
import { SummaryList, type SummaryRow } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { History } from "../../../../shared/web/programme/history.tsx"
import type { C } from "../../desk.ts"
import { organisationAt, organisationsAt } from "../addresses.ts"
import type { OnDesk } from "../desk.ts"

/** One organisation: what it is called and was called, its codes with their dates, who comes after it. */
export const OrganisationPage = ({ c, desk, saved }: { c: C; desk: OnDesk; saved: boolean }) => {
  const { one, history } = desk
  return (
    <Page
      c={c}
      title={`${one.name} – Organisations`}
      back={{ href: organisationsAt, text: "All organisations" }}
    >
      {saved && <NotificationBanner type="success">It is saved.</NotificationBanner>}
      <span class="govuk-caption-l">{organisationKinds[one.kind]}</span>
      <h1 class="govuk-heading-l">{one.name}</h1>
      {one.to && (
        <InsetText>
          Its last day {one.to < today(c) ? "was" : "is"} {dateWords(one.to)}.
        </InsetText>
      )}
      <SummaryList rows={rowsOf(desk)} />
      <History lines={history} words={(move) => moves[move] ?? move} />
    </Page>
  )
}

const today = (c: C) => londonDate(c.var.world.now())

const moves: Record<string, string> = {
  add: "Added",
  rename: "Given a new name",
  "new GSS code": "Given a new GSS code",
  "add a mail domain": "Given another mail domain",
  "take a mail domain away": "A mail domain was taken away",
  end: "Its end was set",
}

const rowsOf = ({ one, all, mayChange }: OnDesk): SummaryRow[] => {
  const change = (way: string, text: string, hidden: string) =>
    mayChange ? [{ href: `${organisationAt(one.id)}/${way}`, text, hidden }] : []
  return [
    { key: "Name", value: namesOf(one), actions: change("names", "New name", `of ${one.name}`) },
    { key: "Short name", value: one.shortName },
    { key: "Code in references", value: one.code },
    { key: "Address here", value: one.id },
    { key: "Region", value: one.region ?? "Not known" },
    { key: "GSS codes", value: codesOf(one), actions: change("gss", "New code", `for ${one.name}`) },
    {
      key: "Mail domains",
      value:
        one.domains.length > 0 ? (
          <Lines of={one.domains} />
        ) : (
          "None: nobody can start for it without an invitation"
        ),
      actions: [
        ...change("domains", "Add", "a mail domain"),
        ...(one.domains.length > 0 ? change("domains-take-away", "Take away", "a mail domain") : []),
      ],
    },
    { key: "First day", value: one.from ? dateWords(one.from) : "Not recorded" },
    {
      key: "Last day",
      value: one.to ? dateWords(one.to) : "None",
      actions: change("end", one.to ? "Change" : "Set", `the last day of ${one.name}`),
    },
    { key: "Who comes after it", value: <Successors one={one} all={all} /> },
  ]
}

const Lines = ({ of }: { of: string[] }) => (
  <ul class="govuk-list">
    {of.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

const since = (from: string | undefined) => (from ? `since ${dateWords(from)}` : "at first")

const namesOf = ({ name, names }: Organisation) =>
  names ? <Lines of={names.toReversed().map((one) => `${one.name}, ${since(one.from)}`)} /> : name

const codesOf = ({ gss }: Organisation) =>
  gss.length === 0 ? (
    "None"
  ) : (
    <Lines
      of={gss
        .toReversed()
        .map(({ code, from, to }) =>
          [code, from && `from ${dateWords(from)}`, to && `to ${dateWords(to)}`].filter(Boolean).join(" "),
        )}
    />
  )

const Successors = ({ one, all }: { one: Organisation; all: Organisation[] }) => {
  const after = one.successors ?? []
  if (after.length === 0) return <>Nobody</>
  return (
    <ul class="govuk-list">
      {after.map((id) => (
        <li>
          <a class="govuk-link" href={organisationAt(id)}>
            {all.find((each) => each.id === id)?.name ?? id}
          </a>
        </li>
      ))}
    </ul>
  )
}
