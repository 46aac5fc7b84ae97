import { gridOf, type Times } from "../../domain/evaluation/analysis/rows.ts"
import type { MeasureTable } from "../../domain/evaluation/analysis/table.ts"
import { addsUpWords, trueWarning } from "../../domain/evaluation/analysis/words.ts"
import type { ReleaseRecord } from "../../domain/evaluation/released.ts"
import { directions, levels } from "../../kinds/measures/measure.ts"
import { stampWords } from "../../values/london.ts"
import { Details } from "../govuk/details.tsx"
import { InsetText } from "../govuk/inset-text.tsx"
import { Table } from "../govuk/table.tsx"
import { WarningText } from "../govuk/warning-text.tsx"

/** What a table is: true and for whom, or released when, with the rule that it was made by. */
export type Seen = { table: MeasureTable; release?: ReleaseRecord }

/** Beside every table, before it: whether its counts are true, or the rule by which they were made. */
export const Rule = ({ table, release }: Seen) => (
  <>
    {table.view === "true" && <WarningText>{trueWarning}</WarningText>}
    {release && (table.view === "released" || table.cells.some((one) => one.asReleased)) && (
      <InsetText>
        <p class="govuk-body" data-rule>
          {table.view === "released"
            ? `Release ${release.number}, made ${stampWords(new Date(release.at))}.`
            : `People’s own answers are as in release ${release.number}, made ${stampWords(new Date(release.at))}.`}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {release.rule.words.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </InsetText>
    )}
  </>
)

type GridProps = {
  table: MeasureTable
  rows: "sites" | "measures"
  times: Times
  caption: string
  /** Where a row leads to. */
  href?: (measure: string) => string
}

/** Rows of a table for a page: the same everywhere, whoever reads it. */
export const MeasureGrid = ({ table, rows, times, caption, href }: GridProps) => {
  const grid = gridOf(table, { rows, times })
  if (grid.rows.length === 0 || grid.head.length === 1) return null
  return (
    <Table
      caption={caption}
      captionSize="m"
      firstCellIsHeader
      stacks
      head={grid.head.map((text) => ({ text }))}
      rows={grid.rows.map(({ label, measure, cells }) => [
        {
          content: href ? (
            <a class="govuk-link" href={href(measure)}>
              {label}
            </a>
          ) : (
            label
          ),
        },
        ...cells.map(({ text, beside }) => ({
          content: (
            <>
              {text}
              {beside.map((line) => (
                <span class="beside govuk-!-font-size-16">{line}</span>
              ))}
            </>
          ),
        })),
      ])}
    />
  )
}

/** What each measure of a table counts, by the words that its figures were given for. */
export const Definitions = ({ table }: { table: MeasureTable }) => (
  <Details summary="What each measure counts">
    <dl class="govuk-summary-list">
      {table.measures.map(({ measure }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{measure.name}</dt>
          <dd class="govuk-summary-list__value">
            {measure.definition}
            <span class="beside">
              {levels[measure.level]}. {directions[measure.direction]}. {addsUpWords(measure)}
            </span>
            {measure.bridge && (
              <span class="beside">Takes the place of another measure. {measure.bridge.note}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  </Details>
)
