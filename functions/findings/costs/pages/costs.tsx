import { type CostMove, costMoves } from "../../../../shared/domain/evaluation/costs/words.ts"
import type { Event } from "../../../../shared/domain/submissions/event.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { findingsAt } from "../../../../shared/web/evaluation/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { History } from "../../../../shared/web/programme/history.tsx"
import { costsAt } from "../../desk/links.ts"
import type { C } from "../../here.ts"
import type { OnCosts } from "../desk.ts"
import { LinesOf, PilotCostOf, SourcesOf, TotalsOf, Warnings } from "./parts.tsx"

type Props = { c: C; desk: OnCosts; history: (Event & { note?: string })[] }

/** What the pilot costs and what it may be worth: lines, ranges and sources. */
export const CostsPage = ({ c, desk, history }: Props) => {
  const { phase, costs, pilot } = desk
  const { lines } = costs
  const at = costsAt(phase.id)
  return (
    <Page
      c={c}
      title={`Costs and benefits – ${phase.title}`}
      back={{ href: findingsAt, text: "The evaluation of all sites" }}
      wide
    >
      <span class="govuk-caption-l">{phase.title}</span>
      <h1 class="govuk-heading-l">Costs and benefits</h1>
      <p class="govuk-body-l" data-first-line>
        {lines.length === 0
          ? "No line is written yet. What changed, how many, and what each costs: always from the least to the most."
          : `${lines.length === 1 ? "1 line" : `${lines.length} lines`}. Changed last by ${costs.by.name}, ${stampWords(new Date(costs.at))}.`}
      </p>
      <InsetText>
        Only evaluators see this page: counts on it may be small. Others read the totals in a report, to the
        nearest thousand pounds.
      </InsetText>
      <PilotCostOf pilot={pilot} />
      {lines.length > 0 && (
        <>
          <TotalsOf lines={lines} />
          <Warnings />
          <LinesOf lines={lines} to={(one) => `${at}/lines/${one.id}`} />
        </>
      )}
      <Button href={`${at}/lines`}>Add a line</Button>
      {lines.length > 0 && (
        <>
          <SourcesOf lines={lines} />
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={`${at}/print`}>
                For printing
              </a>
            </li>
            <li>
              <a class="govuk-link" href={`${at}/lines.csv`}>
                Download the lines as a CSV file
              </a>
            </li>
          </ul>
        </>
      )}
      <History lines={history} words={(move) => costMoves[move as CostMove] ?? move} />
    </Page>
  )
}
