import type { Part } from "../../../../shared/domain/coaching/printed.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { inPhaseAt } from "../../../../shared/web/coaching/addresses.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { Page } from "../../../../shared/web/layout.tsx"
import type { Printed } from "../desk.ts"

type Props = { c: C; printed: Printed; intro: string; file?: string }

/** A page made from the record: nobody wrote it, and it is as true as the record is. */
export const PrintedPage = ({ c, printed: { place, title, parts }, intro, file }: Props) => (
  <Page
    c={c}
    title={`${title} – ${place.name}`}
    back={{ href: inPhaseAt(place.organisation, place.phase), text: "Coaching" }}
  >
    <span class="govuk-caption-l">{place.name}</span>
    <h1 class="govuk-heading-l">{title}</h1>
    <p class="govuk-body">
      {intro} Made from the record on {dateWords(londonDate(c.var.world.now()))}.
    </p>
    {parts.map((part) => (
      <PartOf part={part} />
    ))}
    {file && (
      <p class="govuk-body">
        <a class="govuk-link" href={file}>
          Save it as a text file
        </a>
      </p>
    )}
  </Page>
)

const PartOf = ({ part: { heading, lines, none } }: { part: Part }) => (
  <section>
    <h2 class="govuk-heading-m">{heading}</h2>
    {lines.length === 0 ? (
      <p class="govuk-body">{none}</p>
    ) : (
      <ul class="govuk-list govuk-list--bullet">
        {lines.map(({ says, more }) => (
          <li>
            {says}
            {more && <span class="beside answer">{more}</span>}
          </li>
        ))}
      </ul>
    )}
  </section>
)
