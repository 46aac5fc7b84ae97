import { asksCover, coverQuestion, deputiesOf } from "../../../shared/domain/calendar/cover.ts"
import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { decisionWords } from "../../../shared/domain/calendar/line.ts"
import { changesTo, rowOf } from "../../../shared/domain/calendar/return-words.ts"
import { noticeNames, noticeOf } from "../../../shared/domain/notices/notices.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { ToldLine } from "../../../shared/store/site-calendar.ts"
import { dayMomentWords, dayWords, stampWords } from "../../../shared/values/london.ts"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { StateOf } from "../../../shared/web/state.tsx"
import type { C } from "../desk.ts"
import type { ReturnWhole } from "../returns.ts"
import { ReturnLinks } from "./returns-links.tsx"

/** One return: where it stands, its dates and what changed them, who has it, what happened, who was told. */
export const ReturnPage = ({ c, one, organisation, members, told, events }: ReturnWhole & { c: C }) => {
  const now = c.var.world.now()
  const row = rowOf(one, now)
  const changes = changesTo(one, c.var.actor.id)
  return (
    <Page
      c={c}
      title={`${one.title} – ${organisation.name}`}
      back={{ href: `/organisations/${organisation.id}/returns`, text: "Returns" }}
    >
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">{one.title}</h1>
      <StateOf one={one} at={now} />
      {asksCover(one, now) && (
        <p class="govuk-body">The section 151 officer is asked: {coverQuestion(one)}</p>
      )}
      <ReturnLinks c={c} one={one} />
      <h2 class="govuk-heading-m">Dates</h2>
      <SummaryList
        rows={[
          ...(one.why ? [{ key: "Why it is asked", value: one.why }] : []),
          ...(row.covers ? [{ key: "Covers", value: row.covers }] : []),
          { key: "Opens", value: dayMomentWords(new Date(one.opens)) },
          { key: "Due", value: row.due },
          ...(one.locks ? [{ key: "Taken late until", value: dayMomentWords(new Date(one.locks)) }] : []),
        ]}
      />
      <Changes lines={changes} />
      <h2 class="govuk-heading-m">Who has it</h2>
      <p class="govuk-body">{row.who ? `${row.who}.` : "Nobody: nothing more is owed for it."}</p>
      {one.signs.length > 0 && <Signatories one={one} members={members} />}
      <h2 class="govuk-heading-m">Who was told what</h2>
      <Told lines={told} />
      <h2 class="govuk-heading-m">History</h2>
      <History events={events} />
    </Page>
  )
}

const History = ({ events }: Pick<ReturnWhole, "events">) =>
  events.length === 0 ? (
    <p class="govuk-body">Nothing was asked or changed about its dates. What is, is listed here.</p>
  ) : (
    <ol class="govuk-list" reversed>
      {events.map(({ move, by, at, note }) => (
        <li class="row-of-many">
          <h3 class="govuk-heading-s">{moveWords[move] ?? capital(move)}</h3>
          <p class="govuk-body">
            By {by.name}
            {roles[by.role as Role] && `, ${roles[by.role as Role].words}`}, {stampWords(new Date(at))}
          </p>
          {note && <blockquote class="govuk-inset-text answer">{note}</blockquote>}
        </li>
      ))}
    </ol>
  )

const moveWords: Record<string, string> = {
  ...decisionWords,
  "ask for more time": "Asked for more time",
  "answer cover": "Said who certifies it",
}

/** What changed its dates: on the page of the return, and of the submission that answers it. */
export const Changes = ({ lines }: { lines: string[] }) =>
  lines.length === 0 ? null : (
    <InsetText>
      {lines.map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
    </InsetText>
  )

const Signatories = ({ one, members }: { one: Expected; members: Member[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {one.signs.map((role) => {
      const named =
        role === "certifier"
          ? deputiesOf(one, members, "").map(({ name }) => name)
          : members.filter((each) => each.role === role).map(({ name }) => name)
      return (
        <li>
          Signed by the {roles[role as Role]?.words ?? role}:{" "}
          {named.join(" or ") || "nobody holds this role yet"}
        </li>
      )
    })}
  </ul>
)

const Told = ({ lines }: { lines: ToldLine[] }) =>
  lines.length === 0 ? (
    <p class="govuk-body">
      Nobody was written to about it yet. Before it is due, and where it is late, whoever has it is told by
      email.
    </p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map(({ on, name, role, notice }) => {
        const known = noticeNames.find((each) => each === notice)
        return (
          <li>
            {dayWords(on)}: {name}, {roles[role as Role]?.words ?? role}.{" "}
            {known ? noticeOf(known).called : capital(notice)}
          </li>
        )
      })}
    </ul>
  )

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
