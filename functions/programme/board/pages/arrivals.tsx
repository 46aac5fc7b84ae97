import { arrivalOf, arrivals as arrivalWords } from "../../../../shared/domain/calendar/board.ts"
import type { Expected } from "../../../../shared/domain/calendar/expected.ts"
import { whoHasIt } from "../../../../shared/domain/calendar/state.ts"
import { clockTime, dayMomentWords, stampWords } from "../../../../shared/values/london.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import type { Arrived } from "../board.ts"

/** Who has begun an expression of interest and who has sent one: names and times, and nothing of what they say. */
export const ArrivalsPage = ({ c, arrived }: { c: C; arrived: Arrived }) => {
  const { round, arrivals, asAt } = arrived
  const { begun, waiting, sent, withdrawn, all } = arrivals
  const closes = new Date(round.closes)
  return (
    <Page
      c={c}
      title={`Who has begun and who has sent – ${round.title}`}
      back={{ href: "/programme", text: "The programme" }}
    >
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Who has begun and who has sent</h1>
      <p class="govuk-body" data-first-line>
        {sent} sent, {waiting} waiting for a signature, {begun} begun and not sent, {withdrawn} withdrawn. As
        at {clockTime(asAt)}. {asAt < closes ? "The round closes" : "The round closed"} at{" "}
        {dayMomentWords(closes)}.
      </p>
      <p class="govuk-body">Drafts are counted here. Nobody in the programme can read one.</p>
      {all.length > 0 ? (
        <Table
          caption="By council"
          captionSize="m"
          firstCellIsHeader
          head={[{ text: "Council" }, { text: "State" }, { text: "Who has it" }, { text: "Last changed" }]}
          rows={all.map((one) => [
            { content: one.name },
            { content: arrivalWords[arrivalOf(one)] },
            { content: who(one) },
            { content: when(one) },
          ])}
        />
      ) : (
        <p class="govuk-body">Nobody has begun one yet. Each council is listed here as soon as it does.</p>
      )}
    </Page>
  )
}

const who = (one: Expected) => {
  if (arrivalOf(one) === "sent") return `${one.stands?.sentBy ?? ""} sent it`
  return arrivalOf(one) === "withdrawn" ? "Nobody" : whoHasIt(one)
}

const when = ({ stands }: Expected) => {
  const at = stands?.sentAt ?? stands?.changedAt
  return at ? stampWords(new Date(at)) : ""
}
