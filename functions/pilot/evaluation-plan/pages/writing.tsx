import { lockedAs } from "../../../../shared/domain/evaluation/plan/lock.ts"
import {
  type EvaluationPlan,
  enoughMeasures,
  mostMeasures,
} from "../../../../shared/domain/evaluation/plan/plan.ts"
import { answersAt, pagesOf } from "../../../../shared/domain/evaluation/plan/version.ts"
import { problemsIn, type Section } from "../../../../shared/form/section.ts"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { here, measureAt, measuresAt, sectionAt } from "../addresses.ts"
import type { OnPlan } from "../desk.ts"
import { Press } from "./plan-page.tsx"

type Props = { c: C; on: OnPlan; plan: EvaluationPlan }

/** The pages of a draft, with what each still needs, and which measures there are. */
export const Writing = ({ c, on, plan }: Props) => {
  const { place, about } = on
  const pages = pagesOf(plan, about)
  const [theory, group, ...measures] = pages
  const line = (one: Section) => (
    <>
      <a class="govuk-link" href={sectionAt(place, one.id)}>
        {one.title}
      </a>
      : {openWords(problemsIn(one, answersAt(plan, one.id)).length)}
    </>
  )
  return (
    <>
      <h2 class="govuk-heading-m">Write it</h2>
      <ul class="govuk-list">
        {theory && <li>{line(theory)}</li>}
        {group && <li>{line(group)}</li>}
      </ul>
      <h3 class="govuk-heading-s">Measures of your own</h3>
      <p class="govuk-body">{countWords(measures.length)}</p>
      {measures.map((one) => (
        <div class="together">
          <p class="govuk-body">{line(one)}</p>
          <Changing c={c} on={on} plan={plan} id={one.id} title={one.title} />
        </div>
      ))}
      {measures.length < mostMeasures && (
        <Button href={measuresAt(place)} variant="secondary">
          Add a measure
        </Button>
      )}
      <p>
        <Button href={`${here(place)}/propose`}>Propose it</Button>
      </p>
    </>
  )
}

const Changing = ({ c, on, plan, id, title }: Props & { id: string; title: string }) => {
  const entry = plan.measures.find((one) => one.id === id)
  const locked = entry && lockedAs(entry, on.about.held)
  return (
    <Press c={c} action={measureAt(on.place, id, locked ? "replace" : "remove")} secondary>
      {locked ? "Replace it by another one" : "Take it out"}
      <span class="govuk-visually-hidden">: {title}</span>
    </Press>
  )
}

const openWords = (open: number) => (open === 0 ? "everything is answered" : `${open} still to answer`)

const countWords = (count: number) => {
  if (count === 0) return "There is none yet. One to three are enough to begin with."
  if (count <= enoughMeasures)
    return `There ${count === 1 ? "is 1" : `are ${count}`}. One to three are enough.`
  return `There are ${count}. One to three are enough: each is collected again at every point. ${mostMeasures} at the most.`
}
