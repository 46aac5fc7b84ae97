import type { Promised } from "../../../../shared/domain/actions/promise.ts"
import { type EvaluationPlan, mostMeasures } from "../../../../shared/domain/evaluation/plan/plan.ts"
import { library, libraryIds } from "../../../../shared/kinds/measures/library.ts"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Radios } from "../../../../shared/web/govuk/radios.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { measuresAt } from "../addresses.ts"
import type { InPhase } from "../desk.ts"
import { OfPlan } from "./plan-page.tsx"

type Props = {
  c: C
  on: InPhase
  plan: EvaluationPlan
  promised: NonNullable<Promised["measures"]>
  tried?: Tried
}

/** One measure more: of the library, one that was promised, or one of their own. It fills a form, to be changed. */
export const AddPage = ({ c, on, plan, promised, tried }: Props) => {
  const problems = tried?.problems ?? []
  const taken = plan.measures.flatMap((one) => one.library ?? [])
  const message = problems.map(({ says }) => says).join(". ")
  return (
    <OfPlan
      c={c}
      on={on}
      title="Add a measure"
      wrong={problems.length > 0}
      plain
      before={
        problems.length > 0 && (
          <ErrorSummary errors={problems.map(({ says }) => ({ text: says, href: "#from" }))} />
        )
      }
    >
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <p class="govuk-body">
        The five core measures are asked at every site: these come beside them. {mostMeasures} at the most,
        and one to three are enough. What you choose fills a form, and you change what does not fit.
      </p>
      <form method="post" action={measuresAt(on.place)} novalidate>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <Radios
          idPrefix="from"
          name="from"
          fieldset={{ legend: { text: "Which one?", size: "m" } }}
          value={tried?.entries.from}
          {...(message !== "" && { errorMessage: message })}
          items={[
            ...promised.map(({ indicator }, at) => ({
              value: `promised.${at + 1}`,
              text: indicator,
              hint: "You named it in your expression of interest.",
            })),
            ...(promised.length > 0 ? [{ divider: "or of the library" }] : []),
            ...libraryIds
              .filter((id) => !taken.includes(id))
              .map((id) => ({ value: `library.${id}`, text: library[id].measure.name, hint: hintOf(id) })),
            { divider: "or" },
            { value: "own", text: "One of our own", hint: "An empty form." },
          ]}
        />
        <Button preventDoubleClick>Go on to its form</Button>
      </form>
    </OfPlan>
  )
}

const hintOf = (id: (typeof libraryIds)[number]) => {
  const { measure, note } = library[id] as { measure: { definition: string }; note?: string }
  return note === undefined ? measure.definition : `${measure.definition} ${note}`
}
