import { dayMomentWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"
import type { TakingPart } from "../taking-part.ts"

/** Who takes part, once it is announced: names and amounts. */
export const WhoTakesPart = ({ part: { phase, announced, sites } }: { part: TakingPart }) => (
  <>
    <h2 class="govuk-heading-m">Who takes part</h2>
    <p class="govuk-body">Announced at {dayMomentWords(new Date(announced))}.</p>
    <Table
      caption={phase}
      captionSize="s"
      firstCellIsHeader
      head={[{ text: "Site" }, { text: "Award", numeric: true }]}
      rows={sites.map(({ name, award }) => [
        { content: name },
        { content: award === undefined ? "not published" : pounds(award), numeric: true },
      ])}
    />
  </>
)
