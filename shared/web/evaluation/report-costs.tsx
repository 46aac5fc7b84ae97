import { isNothing, type Sort, sorts } from "../../domain/evaluation/costs/costs.ts"
import type { Range } from "../../domain/evaluation/costs/range.ts"
import { costWarnings, rangeWords, totalTitles } from "../../domain/evaluation/costs/words.ts"
import type { ReportCost } from "../../domain/evaluation/reports/cost.ts"
import { SummaryList } from "../govuk/summary-list.tsx"

const words = (one: Range) => (isNothing(one) ? "Nothing is estimated" : rangeWords(one))

/** What a report says of money: fiscal and social apart, each as a range, with where they come from. */
export const ReportCosts = ({ cost }: { cost: ReportCost }) => {
  const { pilot, sources } = cost
  return (
    <>
      <SummaryList
        rows={[
          {
            key: "What the pilot costs, spent to expected",
            value: pilot.cost ? rangeWords(pilot.cost) : "Not known: no spending was accepted yet",
          },
          {
            key: "From",
            value:
              pilot.reported === pilot.sites
                ? `What was accepted of all ${pilot.sites} sites`
                : `What was accepted of ${pilot.reported} of ${pilot.sites} sites: what the others spent is not in it`,
          },
        ]}
      />
      {sources.length === 0 ? (
        <p class="govuk-body">The evaluator has written no estimate of what it saves or costs beside that.</p>
      ) : (
        <>
          {(Object.keys(sorts) as Sort[]).map((sort) => (
            <SummaryList
              card={{ title: sorts[sort] }}
              rows={[
                { key: totalTitles[sort].less, value: words(cost[sort].less) },
                { key: totalTitles[sort].more, value: words(cost[sort].more) },
              ]}
            />
          ))}
          {costWarnings.map((says) => (
            <p class="govuk-body">{says}</p>
          ))}
          <p class="govuk-body">Totals are to the nearest thousand pounds outwards. They come from:</p>
          <ul class="govuk-list govuk-list--bullet">
            {sources.map((source) => (
              <li class="answer">{source}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
