import { evaluationFates } from "../../../../shared/domain/evaluation/plan/plan.ts"
import { agreementWords } from "../../../../shared/domain/evaluation/plan/words.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { changesAt, here, versionAt } from "../addresses.ts"
import type { InPhase, OnPlan } from "../desk.ts"

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
              {evaluationFates[one.fate]}
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

/** The agreed plan to print or to keep. */
export const Exports = ({ on: { place } }: { on: Pick<InPhase, "place"> }) => (
  <ul class="govuk-list no-print">
    {(
      [
        ["/print", "Print the agreed plan"],
        [".txt", "The agreed plan as plain text"],
        [".csv", "The agreed plan as a table (CSV)"],
      ] as const
    ).map(([ending, text]) => (
      <li>
        <a class="govuk-link" href={`${here(place)}${ending}`}>
          {text}
        </a>
      </li>
    ))}
  </ul>
)
