import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { C } from "../desk.ts"
import { columnNames, columns, type ReturnRow } from "../returns.ts"

type Props = { c: C; organisation: Organisation; rows: ReturnRow[] }

/** Every return of a site, past and to come, in words. */
export const ReturnsPage = ({ c, organisation, rows }: Props) => {
  const here = `/organisations/${organisation.id}`
  return (
    <Page
      c={c}
      title={`Returns – ${organisation.name}`}
      back={{ href: here, text: organisation.shortName }}
      wide
    >
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Returns</h1>
      {rows.length === 0 ? (
        <p class="govuk-body">
          Nothing is asked of {organisation.shortName} yet. When it takes part in a phase, everything it will
          be asked for is listed here, each with its dates.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            What was asked and what will be, earliest first.{" "}
            <a class="govuk-link" href={`${here}/returns.csv`}>
              Download as CSV
            </a>
          </p>
          <Table
            caption="Every return, past and to come"
            captionSize="m"
            firstCellIsHeader
            small
            head={columnNames.map((name) => ({ text: columns[name] }))}
            rows={rows.map((row) =>
              columnNames.map((name) => ({
                content:
                  name === "title" ? (
                    <a class="govuk-link" href={`${here}/returns/${row.round}`}>
                      {row.title}
                    </a>
                  ) : (
                    row[name]
                  ),
              })),
            )}
          />
        </>
      )}
    </Page>
  )
}
