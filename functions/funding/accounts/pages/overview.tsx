import { accountStates } from "../../../../shared/domain/funding/account.ts"
import {
  counts,
  type FigureColumn,
  figureColumns,
  type Line,
  lineOf,
} from "../../../../shared/domain/funding/overview.ts"
import { mayWithMoney, seesOwnSitesMoney } from "../../../../shared/domain/people/funding-policy.ts"
import { clockTime, dateWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import {
  accountAt,
  payerFilesAt,
  paymentsAt,
  phaseAt,
  sampleAt,
} from "../../../../shared/web/funding/addresses.ts"
import type { C } from "../../../../shared/web/funding/here.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { sitesCsvAt } from "../addresses.ts"
import { firstSentences } from "../first.ts"
import type { Overview } from "../overview.ts"
import { Bars } from "./chart.tsx"
import { Desk } from "./desk.tsx"

/** The money of all sites: what waits for whoever looks, then how each of them stands. */
export const OverviewPage = ({ c, overview }: { c: C; overview: Overview }) => {
  const { phase, phases, at, accounts } = overview
  return (
    <Page
      c={c}
      title={c.req.param("phase") && phase ? `Money of all sites – ${phase.title}` : "Money of all sites"}
      back={{ href: "/home", text: "Your work" }}
      wide
    >
      {phase && <span class="govuk-caption-l">{phase.title}</span>}
      <h1 class="govuk-heading-l">Money of all sites</h1>
      <p class="govuk-body-l" data-first-line>
        {firstSentences(c, overview).join(" ")}
      </p>
      <Desk c={c} overview={overview} />
      {phase && accounts.length > 0 ? (
        <Figures overview={overview} />
      ) : (
        <p class="govuk-body">
          {phase
            ? "Nothing has been offered to any site of this phase yet. The figures of each stand here as soon as it has been."
            : "No phase is published yet. The money of its sites stands here when one is."}
        </p>
      )}
      <p class="govuk-body">As at {clockTime(at)}.</p>
      <ul class="govuk-list">
        {phase && (
          <li>
            <a class="govuk-link" href={sitesCsvAt(phase.id)}>
              Download the figures of all sites as a CSV file
            </a>
          </li>
        )}
        {!seesOwnSitesMoney(c.var.actor) && (
          <>
            <li>
              <a class="govuk-link" href={paymentsAt}>
                Payments of all sites
              </a>
            </li>
            <li>
              <a class="govuk-link" href={payerFilesAt}>
                What the payer answered
              </a>
            </li>
          </>
        )}
        {phase && mayWithMoney(c.var.actor, "choose for checking") && (
          <li>
            <a class="govuk-link" href={sampleAt(phase.id)}>
              Choose claims to be checked against the evidence
            </a>
          </li>
        )}
        {phases
          .filter(({ id }) => id !== phase?.id)
          .map(({ id, title }) => (
            <li>
              <a class="govuk-link" href={phaseAt(id)}>
                Money of {title}
              </a>
            </li>
          ))}
      </ul>
    </Page>
  )
}

const series = [
  { key: "profileToDate", called: "Profile", colour: "#12436D" },
  { key: "paid", called: "Paid", colour: "#28A197" },
  { key: "spent", called: "Spent", colour: "#801650" },
  { key: "forecast", called: "Expected", colour: "#F46A25" },
]

const columns = Object.keys(figureColumns) as FigureColumn[]

const Figures = ({ overview }: { overview: Overview }) => {
  const { accounts, total } = overview
  const counting = accounts.filter(counts)
  return (
    <>
      <h2 class="govuk-heading-m">Profile, paid, spent and expected</h2>
      {counting.length > 0 && (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-one-half">
            <Bars
              id="money"
              title={`${pounds(total.spent)} of ${pounds(total.award)} is spent, by ${counting.length === 1 ? "1 site" : `${counting.length} sites`}`}
              series={series}
              groups={counting.map((one) => ({ name: one.name, values: lineOf(one) }))}
            />
          </div>
        </div>
      )}
      <p class="govuk-body">
        Profile is what was to be spent by the last day of what was accepted. Spent is as accepted, with what
        was had and not paid for. An offer that is not accepted is in no total.
      </p>
      <Table
        caption="Each site, and all of them"
        captionSize="m"
        firstCellIsHeader
        small
        head={[
          { text: "Site" },
          ...columns.map((column) => ({ text: figureColumns[column], numeric: true })),
        ]}
        rows={[
          ...accounts.map((one) => [
            {
              content: (
                <>
                  <a class="govuk-link" href={accountAt(one.phase, one.organisation)}>
                    {one.name}
                  </a>
                  <span class="beside">
                    {counts(one) && one.accepted
                      ? `Accepted to ${dateWords(one.accepted)}`
                      : counts(one)
                        ? "No return accepted yet"
                        : accountStates[one.state]}
                  </span>
                </>
              ),
            },
            ...cells(lineOf(one), counts(one)),
          ]),
          [{ content: "All sites" }, ...cells(total, true)],
        ]}
      />
    </>
  )
}

/** Of an offer that is not accepted there is the amount alone. */
const cells = (line: Line, all: boolean) =>
  columns.map((column) => ({
    content: all || column === "award" ? <span class="unbroken">{pounds(line[column])}</span> : "",
    numeric: true,
  }))
