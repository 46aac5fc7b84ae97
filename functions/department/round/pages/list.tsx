import { mayInSelection } from "../../../../shared/domain/people/selection-policy.ts"
import type { Arrival } from "../../../../shared/domain/selection/arrivals.ts"
import { countsOf, countWords } from "../../../../shared/domain/selection/arrivals.ts"
import { nextIn, waitsIn } from "../../../../shared/domain/selection/waiting.ts"
import { clockTime, stampWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { departmentAt, expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { SaidBanner } from "../../links/pages/said.tsx"
import { listStates, listWith, type OnList, type Row } from "../list.ts"
import { Choosing, StateCounts } from "./choosing.tsx"
import { Navigation } from "./navigation.tsx"
import { Rules } from "./rules.tsx"

/** A round as its panel sees it: where it stands, and what was sent. Never empty. */
export const ListPage = ({ c, list }: { c: C; list: OnList }) => {
  const { round, arrivals, asAt } = list
  const seen = { ...list, sealed: list.whole.rules.sealed, panel: list.whole.panel }
  const reader = { actor: c.var.actor, at: asAt }
  const waits = waitsIn(seen, reader)
  return (
    <Page c={c} title={round.title} back={{ href: departmentAt, text: "Selection panel" }} wide>
      <SaidBanner c={c} />
      <span class="govuk-caption-l">Selection panel</span>
      <h1 class="govuk-heading-l">{round.title}</h1>
      <p class="govuk-body-l" data-first-line>
        {nextIn(seen, reader, "This round")}
      </p>
      <p class="govuk-body" data-counts>
        {countWords(countsOf(arrivals))} As at {clockTime(asAt)}.
      </p>
      {waits.length > 0 && (
        <InsetText>
          <p class="govuk-body">For you:</p>
          <ul class="govuk-list govuk-list--bullet">
            {waits.map(({ says, to }) => (
              <li>
                <a class="govuk-link" href={`${roundAt(round.id)}${to}`}>
                  {says}
                </a>
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      {list.whole.panel?.opening ? <Expressions c={c} list={list} /> : <Arrived arrivals={arrivals} />}
      <h2 class="govuk-heading-m">This round</h2>
      <Navigation c={c} round={round.id} />
      <Rules round={round} rules={list.whole.rules} panel={list.whole.panel} />
    </Page>
  )
}

/** Before the round is opened: who has sent one and when, and nothing that they wrote. */
const Arrived = ({ arrivals }: { arrivals: Arrival[] }) => {
  const sent = arrivals.filter(({ state }) => state === "sent")
  if (sent.length === 0)
    return <p class="govuk-body">Nothing was sent yet. What is sent is listed here, by name and time.</p>
  return (
    <Table
      caption="Sent, and not opened"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "Organisation" }, { text: "Sent" }]}
      rows={sent.map(({ name, sentAt }) => [
        { content: name },
        { content: sentAt ? stampWords(new Date(sentAt)) : "" },
      ])}
    />
  )
}

const Expressions = ({ c, list }: { c: C; list: OnList }) => {
  const { round, all, rows, filters } = list
  const shows = {
    sheets: rows.some(({ sheet }) => sheet !== undefined),
    totals: rows.some(({ total }) => total !== undefined),
  }
  if (all.length === 0)
    return <p class="govuk-body">There is no expression of interest here for you to read.</p>
  return (
    <>
      <StateCounts list={list} />
      <Choosing list={list} />
      {rows.length > 0 ? (
        <Table
          caption={
            rows.length === all.length
              ? "Expressions of interest"
              : `Expressions of interest: ${rows.length} of ${all.length}`
          }
          captionSize="m"
          firstCellIsHeader
          small
          head={[
            { text: "Organisation" },
            { text: "Region" },
            { text: "State" },
            ...(shows.sheets ? [{ text: "Your scores" }] : []),
            { text: "Sent" },
            { text: "Amount", numeric: true },
            { text: "People", numeric: true },
            { text: "Flags", numeric: true },
            ...(shows.totals ? [{ text: "Total", numeric: true }] : []),
          ]}
          rows={rows.map((row) => cellsOf(c, round.id, row, shows))}
        />
      ) : (
        <p class="govuk-body">Nothing here is as you chose it.</p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={listWith(`${roundAt(round.id)}/list.csv`, filters)}>
          Download these as a CSV file
        </a>
      </p>
    </>
  )
}

/** Which columns have anything in them. */
type Shows = { sheets: boolean; totals: boolean }

const sheetWords = { "to send": "Not sent", sent: "Sent" }

/** Its page for whoever reads it all, the one on which a view is given for whoever gives one, and the check for who checks. */
const pageOf = ({ var: { actor } }: C, at: string) => {
  if (mayInSelection(actor, "read expressions")) return at
  return mayInSelection(actor, "give a view") ? `${at}/view` : `${at}/check`
}

const cellsOf = (c: C, round: string, row: Row, { sheets, totals }: Shows) => {
  const { reference, name, state, sentAt, amount, people, flags, sheet, region, total } = row
  const at = expressionAt(round, reference)
  const unsaid = state === "not said"
  return [
    {
      content: unsaid ? (
        name
      ) : (
        <>
          <a class="govuk-link" href={pageOf(c, at)}>
            {name}
          </a>
          <span class="beside">{reference}</span>
        </>
      ),
    },
    { content: region ?? "" },
    {
      content: unsaid ? (
        <a class="govuk-link" href={`${at}/links`}>
          {listStates[state]}
          <span class="govuk-visually-hidden"> with {name}</span>
        </a>
      ) : (
        listStates[state]
      ),
    },
    ...(sheets ? [{ content: sheet ? sheetWords[sheet] : "" }] : []),
    { content: sentAt ? stampWords(new Date(sentAt)) : "" },
    { content: amount === undefined ? "" : pounds(amount), numeric: true },
    { content: people === undefined ? "" : String(people), numeric: true },
    { content: flags > 0 ? String(flags) : "", numeric: true },
    ...(totals ? [{ content: total ?? "", numeric: true }] : []),
  ]
}
