import type { Promised } from "../../../../shared/domain/actions/promise.ts"
import { planFates } from "../../../../shared/domain/coaching/plan.ts"
import { foreseenRisks } from "../../../../shared/domain/coaching/plan-risks.ts"
import { agreementWords } from "../../../../shared/domain/coaching/plan-words.ts"
import { groupWords } from "../../../../shared/kinds/expression-of-interest/core.ts"
import { countWordsOf } from "../../../../shared/values/count.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { AnswerWords } from "../../../../shared/web/answers.tsx"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { addRiskAt, changesAt, here, versionAt } from "../addresses.ts"
import type { OnPlan } from "../desk.ts"

/** Every version that was proposed, the newest first, with what became of it. */
export const Versions = ({ on: { plan, place } }: { on: OnPlan }) =>
  !plan || plan.versions.length === 0 ? null : (
    <Table
      caption="Versions"
      captionSize="m"
      head={[{ text: "Version" }, { text: "What became of it" }]}
      rows={plan.versions.toReversed().map((one) => [
        {
          content: (
            <>
              <a class="govuk-link" href={versionAt(place, one.version)}>
                Version {one.version}
              </a>
              {one.version > 1 && (
                <span class="beside">
                  <a class="govuk-link" href={changesAt(place, one.version)}>
                    What it says otherwise
                    <span class="govuk-visually-hidden"> than the version before version {one.version}</span>
                  </a>
                </span>
              )}
            </>
          ),
        },
        {
          content: (
            <>
              {planFates[one.fate]}
              {one.ended && `, ${stampWords(new Date(one.ended.at))}`}
              <span class="beside">
                Proposed by {one.by.name}, {stampWords(new Date(one.at))}.
              </span>
              {agreementWords(one).map((says) => (
                <span class="beside">{says}</span>
              ))}
            </>
          ),
        },
      ])}
    />
  )

/** Everything that was promised in an expression of interest, folded away: it stays readable as it was sent. */
export const PromisedWhole = ({ promise }: { promise?: Promised }) =>
  promise ? (
    <Details summary="Everything that was promised in the expression of interest">
      <SummaryList
        rows={[
          ...(promise.groups.length > 0
            ? [
                {
                  key: "Who it is for",
                  value: promise.groups.map(groupName).join("; "),
                },
              ]
            : []),
          ...(promise.people ? [{ key: "How many people", value: countWordsOf(promise.people) }] : []),
          ...promise.answers.map(({ label, words }) => ({
            key: label,
            value: <AnswerWords words={words} />,
          })),
        ]}
      />
      <p class="govuk-body-s">
        Reference {promise.reference}, version {promise.version}.
      </p>
    </Details>
  ) : null

const groupName = (one: string) =>
  Object.hasOwn(groupWords, one) ? groupWords[one as keyof typeof groupWords] : one

/** The risks that the agreed plan foresaw, each on its way to the list of risks. */
export const Foreseen = ({ c, on: { agreed, place } }: { c: C; on: OnPlan }) => {
  const risks = agreed && mayHere(c, "keep risks") ? foreseenRisks(agreed) : []
  return risks.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Risks that the plan foresees</h2>
      <ul class="govuk-list govuk-list--bullet no-print">
        {risks.map(({ row, risk }) => (
          <li>
            {risk}:{" "}
            <a class="govuk-link" href={addRiskAt(place, row)}>
              Add it to the risks<span class="govuk-visually-hidden">: {risk}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The agreed plan to print or to keep. */
export const Exports = ({ on: { place } }: { on: OnPlan }) => (
  <ul class="govuk-list no-print">
    <li>
      <a class="govuk-link" href={`${here(place)}/print`}>
        Print the agreed plan
      </a>
    </li>
    <li>
      <a class="govuk-link" href={`${here(place)}.txt`}>
        The agreed plan as plain text
      </a>
    </li>
    <li>
      <a class="govuk-link" href={`${here(place)}.csv`}>
        The agreed plan as a table (CSV)
      </a>
    </li>
  </ul>
)
