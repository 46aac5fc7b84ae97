import { decisions } from "../../../../shared/domain/selection/decision-word.ts"
import type { Portfolio, Share } from "../../../../shared/domain/selection/portfolio.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { expressionAt, roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, Desk } from "../../../../shared/web/panel/here.ts"

type Props = { c: C; desk: Desk; portfolio: Portfolio }

/** What is decided of a round against what there is, and whom it reaches. */
export const PortfolioPage = ({ c, desk: { round }, portfolio }: Props) => (
  <Page c={c} title={`Portfolio – ${round.title}`} back={{ href: roundAt(round.id), text: "The round" }} wide>
    <span class="govuk-caption-l">{round.title}</span>
    <h1 class="govuk-heading-l">Portfolio</h1>
    <p class="govuk-body-l" data-first-line>
      {firstLine(portfolio)}
    </p>
    <p class="govuk-body">Totals here are of what you may see.</p>
    {(portfolio.remains ?? 0) < 0 && (
      <WarningText>
        What is decided is {pounds(-(portfolio.remains ?? 0))} over the envelope of{" "}
        {pounds(portfolio.envelope ?? 0)}.
      </WarningText>
    )}
    <Table
      caption="By decision"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "Decision" }, { text: "How many", numeric: true }, { text: "Amount", numeric: true }]}
      rows={[
        ...portfolio.decisions.map(({ decision, count, amount }) => [
          { content: decisions[decision] },
          { content: String(count), numeric: true },
          { content: pounds(amount), numeric: true },
        ]),
        [
          { content: "Not decided yet" },
          { content: String(portfolio.undecided), numeric: true },
          { content: "", numeric: true },
        ],
      ]}
    />
    <Shares caption="By region" of="Region" shares={portfolio.regions} />
    <Shares caption="By group of people" of="Group" shares={portfolio.groups} />
    <p class="govuk-body">One that is for several groups is counted in each of them.</p>
    <Reserves round={round.id} portfolio={portfolio} />
    <p class="govuk-body">
      <a class="govuk-link" href={`${roundAt(round.id)}/decisions.csv`}>
        Every decision as a file (CSV)
      </a>
    </p>
  </Page>
)

const firstLine = ({ envelope, decided, remains = 0, undecided }: Portfolio) => {
  const waits = undecided === 0 ? "Everything is decided." : `${undecided} not decided yet.`
  if (envelope === undefined) return `${pounds(decided)} is decided. The round names no envelope. ${waits}`
  const left = remains < 0 ? `${pounds(-remains)} too much` : `${pounds(remains)} remains`
  return `${pounds(decided)} of ${pounds(envelope)} is decided: ${left}. ${waits}`
}

const Shares = ({ caption, of, shares }: { caption: string; of: string; shares: Share[] }) =>
  shares.length === 0 ? null : (
    <Table
      caption={caption}
      captionSize="m"
      firstCellIsHeader
      head={[
        { text: of },
        { text: "Applied", numeric: true },
        { text: "Asked for", numeric: true },
        { text: "Funded", numeric: true },
        { text: "Amount", numeric: true },
      ]}
      rows={shares.map((one) => [
        { content: one.of },
        { content: String(one.applied), numeric: true },
        { content: pounds(one.asked), numeric: true },
        { content: String(one.funded), numeric: true },
        { content: pounds(one.amount), numeric: true },
      ])}
    />
  )

const Reserves = ({ round, portfolio }: { round: string; portfolio: Portfolio }) =>
  portfolio.reserves.length === 0 ? (
    <p class="govuk-body">Nobody is on the reserve list.</p>
  ) : (
    <Table
      caption="If reserves are promoted in order"
      captionSize="m"
      head={[
        { text: "Place" },
        { text: "Name" },
        { text: "Asks for", numeric: true },
        { text: "All decided until here", numeric: true },
        { text: "Within the envelope" },
      ]}
      rows={portfolio.reserves.map(({ place, reference, name, asked, sum, fits }) => [
        { content: String(place) },
        {
          content: (
            <a class="govuk-link" href={expressionAt(round, reference)}>
              {name}
            </a>
          ),
        },
        { content: pounds(asked), numeric: true },
        { content: pounds(sum), numeric: true },
        { content: portfolio.envelope === undefined ? "No envelope" : fits ? "Yes" : "No: over it" },
      ])}
    />
  )
