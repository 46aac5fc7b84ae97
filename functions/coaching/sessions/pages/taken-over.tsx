import type { Source } from "../../../../shared/domain/coaching/source.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"

/** The row that a session was written up from elsewhere, as it stood there. */
export const TakenOver = ({ source: { source, row, cells, at } }: { source: Source }) => (
  <Details summary="What was taken over">
    <p class="govuk-body">
      Taken over from “{source}”, {row}, on {stampWords(new Date(at))}. It stands as it was written there.
      Only the coach and the coordinators can see it.
    </p>
    <SummaryList
      rows={cells
        .filter(({ cell }) => cell.trim() !== "")
        .map(({ column, cell }) => ({ key: column, value: <span class="answer">{cell}</span> }))}
    />
  </Details>
)
