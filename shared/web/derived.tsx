import type { Derived } from "../form/section.ts"
import { Table } from "./govuk/table.tsx"

/** Whether one of some tables needs the whole width of a page. */
export const hasWide = (derived: readonly Derived[]) =>
  derived.some(({ columns, rows }) => rows.length > 0 && columns.length > 3)

/** What some answers come to, in tables and sentences: to be read, never typed. */
export const DerivedTables = ({ derived }: { derived: readonly Derived[] }) => (
  <>
    {derived.map(({ caption, columns, rows, says = [] }) => (
      <>
        {rows.length > 0 ? (
          <Table
            caption={caption}
            captionSize="s"
            small
            firstCellIsHeader
            head={[
              { text: <span class="govuk-visually-hidden">Line</span> },
              ...columns.map((text) => ({ text, numeric: true })),
            ]}
            rows={rows.map(({ label, cells }) => [
              { content: label },
              ...cells.map((content) => ({ content, numeric: true })),
            ])}
          />
        ) : (
          <p class="govuk-body govuk-!-font-weight-bold">{caption}</p>
        )}
        {says.map((one) => (
          <p class="govuk-body">{one}</p>
        ))}
      </>
    ))}
  </>
)
