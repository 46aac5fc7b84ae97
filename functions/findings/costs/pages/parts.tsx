import {
  beneficiaries,
  byBeneficiary,
  type CostLine,
  confidences,
  effects,
  isNothing,
  type Sort,
  sorts,
  sourcesOf,
  totalsOf,
  worthOf,
} from "../../../../shared/domain/evaluation/costs/costs.ts"
import {
  costWarnings,
  countRange,
  priceYearWords,
  rangeWords,
  totalTitles,
} from "../../../../shared/domain/evaluation/costs/words.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import type { OnCosts } from "../desk.ts"

/** What the pilot itself cost, as the accounts of the sites have it: what nobody has reported is not nought. */
export const PilotCostOf = ({ pilot: { sites, reported, paid, cost } }: Pick<OnCosts, "pilot">) => (
  <SummaryList
    card={{ title: "What the pilot costs" }}
    rows={[
      {
        key: "Spent, to what is expected in all",
        value: reported === 0 ? "Not known: no spending was accepted yet" : rangeWords(cost),
      },
      { key: "Paid, less what came back", value: pounds(paid) },
      {
        key: "From",
        value:
          reported === sites
            ? `What was accepted of all ${sites} sites`
            : `What was accepted of ${reported} of ${sites} sites: what the others spent is not in it`,
      },
    ]}
  />
)

/** Fiscal, then social, each with whom it is of use to: never one sum. */
export const TotalsOf = ({ lines }: { lines: readonly CostLine[] }) => (
  <>
    {(Object.keys(sorts) as Sort[]).map((sort) => (
      <TotalOf lines={lines} sort={sort} />
    ))}
  </>
)

const TotalOf = ({ lines, sort }: { lines: readonly CostLine[]; sort: Sort }) => {
  const { less, more } = totalsOf(lines)[sort]
  const shown = { less, more }
  return (
    <SummaryList
      card={{ title: sorts[sort] }}
      rows={[
        {
          key: totalTitles[sort].less,
          value: isNothing(shown.less) ? "No line says so" : rangeWords(shown.less),
        },
        {
          key: totalTitles[sort].more,
          value: isNothing(shown.more) ? "No line says so" : rangeWords(shown.more),
        },
        ...byBeneficiary(lines, sort).map((one) => ({
          key: beneficiaries[one.who],
          value: [
            ...(isNothing(one.less)
              ? []
              : [`${rangeWords(one.less)} ${totalTitles[sort].less.toLowerCase()}`]),
            ...(isNothing(one.more)
              ? []
              : [`${rangeWords(one.more)} ${totalTitles[sort].more.toLowerCase()}`]),
          ].join("; "),
        })),
      ]}
    />
  )
}

export const Warnings = () => (
  <>
    {costWarnings.map((says, at) =>
      at === 0 ? <WarningText>{says}</WarningText> : <p class="govuk-body">{says}</p>,
    )}
  </>
)

type LinesProps = { lines: readonly CostLine[]; to?: (line: CostLine) => string }

/** Each line as a range, with where it comes from. `to` is where one is changed. */
export const LinesOf = ({ lines, to }: LinesProps) => (
  <Table
    caption="Lines"
    captionSize="m"
    firstCellIsHeader
    stacks
    small
    head={[
      { text: "What changed" },
      { text: "How many" },
      { text: "Each" },
      { text: "Comes to" },
      { text: "How sure, for whom, which sort" },
      ...(to ? [{ text: "Change" }] : []),
    ]}
    rows={lines.map((one) => [
      {
        content: (
          <>
            {one.change}
            <span class="beside">Shown by: {one.shownBy}</span>
          </>
        ),
      },
      { content: countRange(one.count) },
      { content: `${rangeWords(one.unit)}, prices of ${priceYearWords(one.priceYear)}` },
      { content: `${rangeWords(worthOf(one))}: ${effects[one.effect].toLowerCase()}` },
      {
        content: `${first(confidences[one.confidence])}; ${beneficiaries[one.benefits].toLowerCase().replace("nhs", "NHS")}; ${first(sorts[one.sort]).toLowerCase()}`,
      },
      ...(to
        ? [
            {
              content: (
                <>
                  <a class="govuk-link" href={to(one)}>
                    Change<span class="govuk-visually-hidden">: {one.change}</span>
                  </a>{" "}
                  <a class="govuk-link" href={`${to(one)}/remove`}>
                    Take out<span class="govuk-visually-hidden">: {one.change}</span>
                  </a>
                </>
              ),
            },
          ]
        : []),
    ])}
  />
)

const first = (words: string) => words.split(":")[0] ?? words

export const SourcesOf = ({ lines }: { lines: readonly CostLine[] }) => (
  <>
    <h2 class="govuk-heading-m">Where the figures come from</h2>
    <ol class="govuk-list govuk-list--number">
      {sourcesOf(lines).map((source) => (
        <li class="answer">{source}</li>
      ))}
    </ol>
  </>
)
