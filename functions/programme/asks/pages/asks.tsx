import type { Ask } from "../../../../shared/domain/calendar/more-time.ts"
import { ageWords, workingDaysSince } from "../../../../shared/domain/questions/waiting.ts"
import { dayMomentWords, dayWords, londonDate, stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { returnAt } from "../addresses.ts"
import { mayGrant } from "../desk.ts"

type Props = { c: C; asks: Ask[] }

/** What sites ask of the programme, oldest first, with how long each has waited. Never empty. */
export const AsksPage = ({ c, asks }: Props) => {
  const today = londonDate(c.var.world.now())
  const [oldest] = asks
  return (
    <Page c={c} title="What sites ask" back={{ href: "/programme", text: "The programme" }}>
      <h1 class="govuk-heading-l">What sites ask</h1>
      <p class="govuk-body-l" data-first-line>
        {oldest
          ? `${asks.length} ${asks.length === 1 ? "request waits" : "requests wait"} for an answer, the oldest ${ageWords(workingDaysSince(oldest.at, today))} old.`
          : "No request waits for an answer."}
      </p>
      {asks.length === 0 && (
        <p class="govuk-body">
          When a site asks for more time for a return, it is listed here. Until it is answered the date
          stands.
        </p>
      )}
      {asks.map((one) => (
        <SummaryList
          card={{
            title: `${one.name}: ${one.title}`,
            actions: mayGrant(c)
              ? [{ href: `${returnAt(one.organisation, one.round)}/time`, text: "Answer" }]
              : [],
          }}
          rows={[
            { key: "Asks for", value: `5pm on ${dayWords(one.until)}` },
            { key: "Due now", value: dayMomentWords(new Date(one.by)) },
            { key: "Why", value: <AnswerWords words={one.reason} /> },
            {
              key: "Asked",
              value: `${stampWords(new Date(one.at))}, by ${one.askedBy.name}: ${ageWords(workingDaysSince(one.at, today))} ago`,
            },
          ]}
        />
      ))}
    </Page>
  )
}
