import type { Criterion } from "../../../../shared/domain/selection/criterion.ts"
import { scoreSays } from "../../../../shared/domain/selection/scoring.ts"
import type { SentSheet } from "../../../../shared/domain/selection/sheet.ts"
import { momentWords } from "../../../../shared/values/london.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import type { Sheets } from "../sheets.ts"
import { Views } from "./views.tsx"

/** What every reader gave for each criterion, side by side. */
export const ComparedSheets = ({ sheets }: { sheets: Sheets }) => {
  const { criteria, readers, latest, earlier, moderation, views } = sheets
  const waiting = readers.filter(({ sent }) => !sent).map(({ name }) => name)
  return (
    <>
      <h2 class="govuk-heading-m">What every reader scored</h2>
      {waiting.length > 0 && <p class="govuk-body">Not sent yet: {waiting.join(", ")}.</p>}
      {latest.length === 0 && (
        <p class="govuk-body">Nothing to compare. Next: its readers send their scores.</p>
      )}
      {latest.length > 0 &&
        criteria.map(({ id, criterion, weight }) => (
          <Table
            caption={`${criterion}, ${weight} of 100`}
            captionSize="s"
            firstCellIsHeader
            head={[{ text: "Reader" }, { text: "Score" }, { text: "Why" }]}
            rows={[
              ...latest.map(({ name, scores }) => [
                { content: name },
                { content: <span class="unbroken">{scoreSays(scores[id]?.score ?? 0)}</span> },
                { content: <div class="answer">{scores[id]?.because}</div> },
              ]),
              ...(moderation?.points[id] === undefined
                ? []
                : [
                    [
                      { content: "Settled" },
                      { content: <span class="unbroken">{scoreSays(moderation.points[id])}</span> },
                      { content: <div class="answer">{moderation.reasons[id]}</div> },
                    ],
                  ]),
            ]}
          />
        ))}
      {earlier.toReversed().map((sheet) => (
        <Details
          summary={`${sheet.name}, version ${sheet.version}, sent at ${momentWords(new Date(sheet.at))}: does not count now`}
        >
          <SheetWords sheet={sheet} criteria={criteria} />
        </Details>
      ))}
      {views.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What members with lived experience think</h2>
          <Views views={views} />
        </>
      )}
    </>
  )
}

/** One sheet as it was sent. */
export const SheetWords = ({ sheet, criteria }: { sheet: SentSheet; criteria: Criterion[] }) => (
  <SummaryList
    rows={criteria.map(({ id, criterion }) => ({
      key: criterion,
      value: (
        <>
          {scoreSays(sheet.scores[id]?.score ?? 0)}
          <div class="answer">{sheet.scores[id]?.because}</div>
        </>
      ),
    }))}
  />
)
