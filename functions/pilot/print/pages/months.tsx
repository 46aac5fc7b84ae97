import type { Month } from "../../../../shared/domain/coaching/going-month.ts"
import { monthWords } from "../../../../shared/values/london.ts"
import { highlightAt, inPhaseAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Page } from "../../../../shared/web/layout.tsx"

/** The months of a pilot, each on one page. */
export const MonthsPage = ({ c, months }: { c: C; months: Month[] }) => {
  const { organisation, phase, name } = placeHere(c)
  return (
    <Page
      c={c}
      title={`Each month on one page – ${name}`}
      back={{ href: inPhaseAt(organisation, phase), text: "Coaching" }}
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Each month on one page</h1>
      <p class="govuk-body">Made from the record: nobody is asked for them.</p>
      {months.length === 0 ? (
        <p class="govuk-body">The pilot has not begun. Its first month is here as soon as it has.</p>
      ) : (
        <ul class="govuk-list">
          {months.map((month) => (
            <li>
              <a class="govuk-link" href={highlightAt(organisation, phase, month)}>
                {monthWords(`${month}-01`)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
