import type { ListedPerson } from "../../../../shared/domain/learning/listing.ts"
import { dateWords } from "../../../../shared/values/london.ts"
import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { peopleAt, stopAt, youAt } from "../../addresses.ts"
import { type C, mayHere } from "../../here.ts"

/** People of other sites whom one can ask: each of them chose to be here. */
export const ListedPage = ({ c, all }: { c: C; all: ListedPerson[] }) => {
  const own = all.filter(({ person }) => person === c.var.actor.id)
  return (
    <Page c={c} title="People you can ask" back={{ href: learningAt, text: "What sites have learned" }}>
      <h1 class="govuk-heading-l">People you can ask</h1>
      <p class="govuk-body-l" data-first-line>
        {all.length === 0
          ? "Nobody has chosen to be listed yet."
          : `${all.length} ${all.length === 1 ? "person" : "people"} at the sites chose to be listed here, each until a day of their own.`}
      </p>
      {mayHere(c, "list oneself") && <Yours own={own} />}
      {all.map((one) => (
        <section>
          <h2 class="govuk-heading-m">{one.name}</h2>
          <SummaryList rows={rowsOf(one)} />
        </section>
      ))}
    </Page>
  )
}

const rowsOf = ({ site, role, about, email, phone }: ListedPerson) => [
  { key: "Site", value: site },
  { key: "What they do", value: role },
  { key: "Ask about", value: <span class="answer">{about}</span> },
  ...(email
    ? [
        {
          key: "Email",
          value: (
            <a class="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
          ),
        },
      ]
    : []),
  ...(phone ? [{ key: "Telephone", value: phone }] : []),
]

const Yours = ({ own }: { own: ListedPerson[] }) => (
  <>
    {own.length === 0 && (
      <p class="govuk-body">
        You are not listed.{" "}
        <a class="govuk-link" href={youAt}>
          Be listed for other sites
        </a>
        : you choose what stands there, and until when.
      </p>
    )}
    {own.map(({ site, until, organisation }) => (
      <p class="govuk-body">
        You are listed for {site} until {dateWords(until)}.{" "}
        <a class="govuk-link" href={youAt}>
          Change it<span class="govuk-visually-hidden">, {site}</span>
        </a>{" "}
        or{" "}
        <a class="govuk-link" href={`${stopAt}?site=${organisation}`}>
          stop it<span class="govuk-visually-hidden">, {site}</span>
        </a>
        .
      </p>
    ))}
  </>
)

export const StopPage = ({ c, one }: { c: C; one: ListedPerson }) => (
  <Page c={c} title="Stop being listed" back={{ href: peopleAt, text: "People you can ask" }} plain>
    <h1 class="govuk-heading-l">Stop being listed</h1>
    <p class="govuk-body">
      What you said for {one.site} is taken away at once. You can be listed again whenever you like.
    </p>
    <form method="post" action={stopAt}>
      <input type="hidden" name="site" value={one.organisation} />
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <Button preventDoubleClick>Stop being listed</Button>
    </form>
  </Page>
)
