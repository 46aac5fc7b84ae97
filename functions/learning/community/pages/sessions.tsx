import {
  type CommunitySession,
  sessionDesks,
  sessionWords,
  whenWords,
} from "../../../../shared/domain/learning/community-session.ts"
import { dayWords, londonDate } from "../../../../shared/values/london.ts"
import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Pagination } from "../../../../shared/web/govuk/pagination.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { sessionAt, sessionsAt, withQuery } from "../../addresses.ts"
import { type C, mayHere } from "../../here.ts"
import type { Sessions } from "../desk.ts"

/** Sessions of the community of practice: the next one first. */
export const SessionsPage = ({ c, sessions: { toCome, over, open } }: { c: C; sessions: Sessions }) => {
  const now = c.var.world.now()
  const [next] = toCome
  const mayKeep = mayHere(c, "keep community sessions")
  return (
    <Page
      c={c}
      title="Community of practice sessions"
      back={{ href: learningAt, text: "What sites have learned" }}
    >
      <h1 class="govuk-heading-l">Community of practice sessions</h1>
      <p class="govuk-body-l" data-first-line>
        {next
          ? `Next: ${next.title}, ${whenWords(next)}.`
          : "No session is planned. When one is, leads and coaches get a letter and it stands here."}
      </p>
      {mayKeep && <Button href={`${sessionsAt}/plan`}>Plan a session</Button>}
      {toCome.length > 0 && <h2 class="govuk-heading-m">To come</h2>}
      {toCome.map((one) => (
        <Listed one={one} now={now} />
      ))}
      {open.length > 0 && (
        <Table
          caption="Still to be done"
          captionSize="m"
          head={[{ text: "What" }, { text: "Who does it" }, { text: "By when" }]}
          rows={open.map(({ text, owner, due, session }) => [
            {
              content: (
                <a class="govuk-link" href={sessionAt(session)}>
                  {text}
                </a>
              ),
            },
            { content: sessionDesks[owner] },
            { content: due < londonDate(now) ? `Was due ${dayWords(due)}` : dayWords(due) },
          ])}
        />
      )}
      {over.total > 0 && <h2 class="govuk-heading-m">Before</h2>}
      {over.items.map((one) => (
        <Listed one={one} now={now} />
      ))}
      {over.pages > 1 && (
        <Pagination
          {...(over.page > 1 && {
            previous: { href: withQuery(sessionsAt, { page: String(over.page - 1) }), text: "Later" },
          })}
          {...(over.page < over.pages && {
            next: { href: withQuery(sessionsAt, { page: String(over.page + 1) }), text: "Earlier" },
          })}
        />
      )}
    </Page>
  )
}

const Listed = ({ one, now }: { one: CommunitySession; now: Date }) => (
  <section>
    <h3 class="govuk-heading-s">
      <a class="govuk-link" href={sessionAt(one.id)}>
        {one.title}
      </a>
    </h3>
    <p class="govuk-body">
      {whenWords(one)}
      <span class="beside">{sessionWords(one, now)}</span>
    </p>
  </section>
)
