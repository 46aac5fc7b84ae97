import { mayWithPeople } from "../../../../shared/domain/people/policy.ts"
import { clockTime, dayWords, londonDate } from "../../../../shared/values/london.ts"
import { Pagination } from "../../../../shared/web/govuk/pagination.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { coverAt, returnAt, withQuery } from "../addresses.ts"
import type { OnCover } from "../cover.ts"

/** Every return that is at risk for want of a person, and what to do about each. */
export const CoverPage = ({ c, found }: { c: C; found: OnCover }) => {
  const { risks, returns, sites, allSites, next, asAt } = found
  return (
    <Page
      c={c}
      title="Returns at risk for want of a person"
      back={{ href: "/programme", text: "The programme" }}
      wide
    >
      <h1 class="govuk-heading-l">Returns at risk for want of a person</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(found)}
      </p>
      <p class="govuk-body">
        Looked at: {returns} {returns === 1 ? "return" : "returns"} that are late or due within 20 working
        days, of {sites} {sites === 1 ? "site" : "sites"}
        {allSites > sites && ` of ${allSites}`}. As at {clockTime(asAt)}.
      </p>
      {risks.length > 0 && (
        <Table
          caption="What is wrong, and what to do"
          captionSize="m"
          firstCellIsHeader
          head={[{ text: "Return" }, { text: "Due" }, { text: "What is wrong" }, { text: "What to do" }]}
          rows={risks.map(({ one, because, does }) => [
            {
              content: (
                <a class="govuk-link" href={returnAt(one.organisation, one.round)}>
                  {one.name}, {one.title}
                </a>
              ),
            },
            { content: dayWords(londonDate(new Date(one.by))) },
            { content: because },
            {
              content: (
                <>
                  {does}
                  {mayWithPeople(c.var.actor, "see people", one.organisation) && (
                    <a class="govuk-link beside" href={`/organisations/${one.organisation}/people`}>
                      People of {one.name}
                    </a>
                  )}
                </>
              ),
            },
          ])}
        />
      )}
      {next && (
        <Pagination next={{ href: withQuery(coverAt, { page: String(next) }), text: "The next 20 sites" }} />
      )}
    </Page>
  )
}

const firstLine = ({ risks, returns }: OnCover) => {
  if (returns === 0) return "Nothing is late or due within 20 working days."
  const at = new Set(risks.map(({ one }) => `${one.organisation}#${one.round}`)).size
  if (at === 0) return "Every return that is due soon has the people it needs."
  return `${at} ${at === 1 ? "return needs" : "returns need"} somebody.`
}
