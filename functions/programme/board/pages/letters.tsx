import { toldWords } from "../../../../shared/domain/letters/told.ts"
import { chases } from "../../../../shared/domain/notices/chases.ts"
import { noticeOf } from "../../../../shared/domain/notices/notices.ts"
import { byUrgency } from "../../../../shared/domain/notices/words.ts"
import { dayWords } from "../../../../shared/values/london.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Pagination } from "../../../../shared/web/govuk/pagination.tsx"
import { Select } from "../../../../shared/web/govuk/select.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import type { C } from "../../desk.ts"
import { lettersAt, noticesAt, returnAt, withQuery } from "../addresses.ts"
import type { OnLetters } from "../letters.ts"

/** Who has been told what, newest first, and whether it arrived. */
export const LettersPage = ({ c, found }: { c: C; found: OnLetters }) => {
  const { letters, next, site, sites } = found
  const name = sites.find(({ organisation }) => organisation === site)?.name ?? site
  return (
    <Page c={c} title="Who has been told what" back={{ href: "/programme", text: "The programme" }}>
      <h1 class="govuk-heading-l">Who has been told what</h1>
      {site && (
        <p class="govuk-body">
          About {name} alone.{" "}
          <a class="govuk-link" href={lettersAt}>
            Show all sites
          </a>
        </p>
      )}
      {letters.length === 0 && (
        <p class="govuk-body">
          No letter has gone {site ? `about ${name}` : "from the calendar"} yet.{" "}
          <a class="govuk-link" href={noticesAt}>
            Which letters go, and when
          </a>
        </p>
      )}
      <ol class="govuk-list" reversed>
        {letters.map(({ letter, telling }) => (
          <li class="row-of-many">
            <h2 class="govuk-heading-s">
              {dayWords(letter.on)}: {letter.name}, {letter.email}
            </h2>
            <p class="govuk-body">{telling ? toldWords(telling) : "Waiting to be sent"}</p>
            <ul class="govuk-list govuk-list--bullet">
              {byUrgency(letter.items).map((one) => (
                <li>
                  {noticeOf(one.notice).called}:{" "}
                  {one.rule === "due" ? (
                    <a class="govuk-link" href={returnAt(one.organisation, one.round)}>
                      {one.title}, {one.organisationName}
                    </a>
                  ) : (
                    `${one.title}, ${one.organisationName}`
                  )}
                </li>
              ))}
              {letter.chases.map(({ chase, title, organisationName, path }) => (
                <li>
                  {chases[chase].called}:{" "}
                  <a class="govuk-link" href={path}>
                    {title}, {organisationName}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {next && (
        <Pagination next={{ href: withQuery(lettersAt, { site, before: next }), text: "Earlier letters" }} />
      )}
      {sites.length > 0 && (
        <form method="get" action={lettersAt}>
          <Select
            id="site"
            name="site"
            label={{ text: "About which site?" }}
            items={[
              { value: "", text: "All" },
              ...sites.map(({ organisation, name }) => ({ value: organisation, text: name })),
            ]}
            value={site ?? ""}
          />
          <Button variant="secondary">Show these</Button>
        </form>
      )}
    </Page>
  )
}
