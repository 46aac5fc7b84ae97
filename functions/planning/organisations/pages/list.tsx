import { existsOn, organisationKinds } from "../../../../shared/domain/people/organisation.ts"
import { mayInProgramme } from "../../../../shared/domain/people/policy.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Input } from "../../../../shared/web/govuk/input.tsx"
import { Pagination } from "../../../../shared/web/govuk/pagination.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { organisationAt, organisationsAt } from "../addresses.ts"
import type { Listed } from "../desk.ts"

/** Every organisation that may take part, by name; those that have ended say so. */
export const OrganisationsPage = ({ c, q, found, total, page, pages }: Listed & { c: C }) => {
  const today = londonDate(c.var.world.now())
  const at = (number: number) =>
    `${organisationsAt}?${new URLSearchParams({ ...(q && { q }), page: String(number) })}`
  return (
    <Page c={c} title="Organisations" back={backFrom(c)}>
      <h1 class="govuk-heading-l">Organisations</h1>
      <p class="govuk-body-l" data-first-line>
        {countWords(total, q)}
      </p>
      {mayInProgramme(c.var.actor, "change organisations") && (
        <Button href={`${organisationsAt}/new`} variant="secondary">
          Add an organisation
        </Button>
      )}
      <form method="get" action={organisationsAt} novalidate>
        <Input
          id="q"
          name="q"
          label={{ text: "Name, code, GSS code or mail domain", size: "s" }}
          hint="Also a name from before"
          value={q}
          spellcheck={false}
        />
        <Button>Search</Button>
      </form>
      {total === 0 ? (
        <p class="govuk-body">
          Look for a part of the name.{" "}
          <a class="govuk-link" href={organisationsAt}>
            See all of them
          </a>
          .
        </p>
      ) : (
        <Table
          caption={pages > 1 ? `Page ${page} of ${pages}` : "Organisations"}
          captionSize="s"
          firstCellIsHeader
          head={[{ text: "Name" }, { text: "Code" }, { text: "Kind" }]}
          rows={found.map((one) => [
            {
              content: (
                <>
                  <a class="govuk-link" href={organisationAt(one.id)}>
                    {one.name}
                  </a>
                  {one.to && !existsOn(one, today) && <span class="beside">Ended {dateWords(one.to)}</span>}
                </>
              ),
            },
            { content: one.code },
            { content: organisationKinds[one.kind] },
          ])}
        />
      )}
      {pages > 1 && (
        <Pagination
          {...(page > 1 && { previous: { href: at(page - 1) } })}
          {...(page < pages && { next: { href: at(page + 1) } })}
          items={Array.from({ length: pages }, (_, index) => ({
            number: index + 1,
            href: at(index + 1),
            current: index + 1 === page,
          }))}
        />
      )}
    </Page>
  )
}

/** Whoever has no work in the programme comes from their own home. */
const backFrom = ({ var: { actor } }: C) =>
  mayInProgramme(actor, "see programme")
    ? { href: "/programme", text: "The programme" }
    : { href: "/home", text: "Your work" }

const countWords = (total: number, q: string) => {
  const many = total === 1 ? "1 organisation" : `${total} organisations`
  if (!q) return `${many} may take part, or did.`
  return total === 0 ? `No organisation has “${q}” in its name.` : `${many} with “${q}”.`
}
