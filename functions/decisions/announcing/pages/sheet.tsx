import { embargoWords, type Facts, notForUse } from "../../../../shared/domain/selection/announcement.ts"
import { dayMomentWords, dayWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"

/** Facts that may be used, and what is not for use: for a press office, on one sheet of paper. */
export const Sheet = ({ facts, now }: { facts: Facts; now: Date }) => {
  const embargo = embargoWords(facts)
  const { sites, regions, people, awards, span, about } = facts
  return (
    <>
      {embargo && <WarningText>{embargo}</WarningText>}
      <h2 class="govuk-heading-m">Facts you may use, as at {dayMomentWords(now)}</h2>
      <SummaryList
        rows={[
          { key: "What it is", value: `${facts.programme}: ${facts.phase}` },
          ...(about.length > 0 ? [{ key: "What it is for", value: about.join(" ") }] : []),
          ...(span ? [{ key: "When", value: `${dayWords(span.from)} to ${dayWords(span.to)}` }] : []),
          { key: "Sites", value: String(sites.length) },
          ...(awards > 0 ? [{ key: "Awards together", value: pounds(awards) }] : []),
          {
            key: "People expected",
            value:
              people.sites === 0
                ? "Not known"
                : `About ${people.expected}, by ${people.sites} of ${sites.length} sites`,
          },
          { key: "Next public moment", value: facts.next },
        ]}
      />
      {sites.length === 0 ? (
        <p class="govuk-body">No site is in the phase yet.</p>
      ) : (
        <Table
          caption="Sites"
          captionSize="s"
          firstCellIsHeader
          head={[{ text: "Site" }, { text: "Region" }, { text: "Award", numeric: true }]}
          rows={sites.map(({ name, region, award, continuing }) => [
            {
              content: (
                <>
                  {name}
                  {continuing && <span class="beside">Continuing from the phase before</span>}
                </>
              ),
            },
            { content: region ?? "Not known" },
            { content: award === undefined ? "not published" : pounds(award), numeric: true },
          ])}
        />
      )}
      {regions.length > 0 && (
        <Table
          caption="Councils by region"
          captionSize="s"
          firstCellIsHeader
          head={[{ text: "Region" }, { text: "Councils", numeric: true }]}
          rows={regions.map(({ region, councils }) => [
            { content: region },
            { content: String(councils), numeric: true },
          ])}
        />
      )}
      <h2 class="govuk-heading-m">Not for use</h2>
      <ul class="govuk-list govuk-list--bullet">
        {notForUse.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </>
  )
}
