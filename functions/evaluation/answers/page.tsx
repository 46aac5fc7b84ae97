import { answerGroups, willNotSee } from "../../../shared/domain/evaluation/answers/groups.ts"
import { codeOf } from "../../../shared/domain/evaluation/answers/wave.ts"
import { points } from "../../../shared/kinds/measures/measure.ts"
import { dayWords } from "../../../shared/values/london.ts"
import { evaluationIn, takingPartAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, placeHere } from "../../../shared/web/evaluation/here.ts"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { ToHandOn } from "./desk.ts"

/** What the site hands on to people, families and practitioners: links, and never what came of them. */
export const ToHandOnPage = ({ c, open }: { c: C; open: ToHandOn[] }) => {
  const { organisation, phase, name } = placeHere(c)
  return (
    <Page
      c={c}
      title={`Direct answers – ${name}`}
      back={{ href: evaluationIn(organisation, phase), text: "Evaluation" }}
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">What people tell the evaluator directly</h1>
      <InsetText>
        These answers go straight to the evaluator. Nobody at the site or the department sees who answered,
        how many did, or what they wrote. You read a result when five or more have answered and the evaluator
        releases it.
      </InsetText>
      {open.length === 0 ? (
        <p class="govuk-body">
          Nobody is being asked now. When the evaluator asks people, families or practitioners here, the link
          to hand on stands on this page.
        </p>
      ) : (
        <>
          <p class="govuk-body">
            Hand each link to everybody in its group, or ask the evaluator for forms on paper. A person fills
            it in alone or with somebody who is not their named social worker: an advocate, a friend, a
            self-advocacy group. Nobody has to.
          </p>
          {open.map((one) => (
            <SummaryList
              card={{ title: `${answerGroups[one.group]}: ${one.title}` }}
              rows={[
                { key: "Link", value: <span class="reference">{one.address}</span> },
                { key: "Open until", value: `the end of ${dayWords(one.until)}` },
                { key: "For", value: points[one.point] },
                { key: "Code", value: codeOf(one) },
                { key: "The form says", value: willNotSee[one.group] },
              ]}
            />
          ))}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={takingPartAt}>
          Easy-read pages to print
        </a>
        , for people and their families.
      </p>
    </Page>
  )
}
