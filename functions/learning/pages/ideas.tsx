import { topics } from "../../../shared/domain/coaching/session-kinds.ts"
import { foundWords, type LibraryIdea, labelsOf } from "../../../shared/domain/learning/library.ts"
import { dateWords } from "../../../shared/values/london.ts"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Input } from "../../../shared/web/govuk/input.tsx"
import { Pagination } from "../../../shared/web/govuk/pagination.tsx"
import { Select } from "../../../shared/web/govuk/select.tsx"
import { withdrawAt, withQuery } from "../addresses.ts"
import type { Looked } from "../library/desk.ts"

type Props = { looked: Looked; at: string; mayWithdraw?: boolean; saysLevel?: boolean }

/** What was found, with the way to look for something else: the same for every site and for everybody. */
export const Ideas = ({ looked, at, mayWithdraw = false, saysLevel = false }: Props) => {
  const { found, searched } = looked
  const pageAt = (page: number) =>
    withQuery(at, { words: searched.words, tag: searched.tag, page: page === 1 ? undefined : String(page) })
  return (
    <>
      <Look looked={looked} at={at} />
      <h2 class="govuk-heading-m" id="found">
        {foundWords(found.total, searched)}
      </h2>
      {found.total === 0 && (
        <p class="govuk-body">
          Look for fewer words, or{" "}
          <a class="govuk-link" href={at}>
            see everything
          </a>
          .
        </p>
      )}
      {found.items.map((one) => (
        <section class="row-of-many">
          <p class="govuk-body answer">{one.text}</p>
          <p class="govuk-body-s">
            {[...labelsOf(one), sinceWords(one, saysLevel)].join(". ")}.
            {mayWithdraw && (
              <span class="beside no-print">
                <a class="govuk-link" href={withdrawAt(one.id)}>
                  Withdraw it<span class="govuk-visually-hidden">: {one.text}</span>
                </a>
              </span>
            )}
          </p>
        </section>
      ))}
      {found.pages > 1 && (
        <Pagination
          {...(found.page > 1 && { previous: { href: pageAt(found.page - 1) } })}
          {...(found.page < found.pages && { next: { href: pageAt(found.page + 1) } })}
          items={Array.from({ length: found.pages }, (_, place) => ({
            number: place + 1,
            href: pageAt(place + 1),
            current: place + 1 === found.page,
          }))}
        />
      )}
    </>
  )
}

const sinceWords = ({ on, level }: LibraryIdea, saysLevel: boolean) =>
  `Shared ${saysLevel && level === "public" ? "with everybody " : ""}on ${dateWords(on)}`

const Look = ({ looked: { searched }, at }: Pick<Props, "looked" | "at">) => (
  <form method="get" action={at} class="no-print">
    <Input
      id="words"
      name="words"
      label={{ text: "Look for words" }}
      value={searched.words ?? ""}
      width={20}
    />
    <Select
      id="tag"
      name="tag"
      label={{ text: "About" }}
      items={[
        { value: "", text: "Everything" },
        ...Object.entries(topics).map(([value, text]) => ({ value, text })),
      ]}
      value={searched.tag ?? ""}
    />
    <Button variant="secondary">Look</Button>
  </form>
)
