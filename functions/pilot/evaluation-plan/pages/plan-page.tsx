import type { Child } from "hono/jsx"
import { evaluationIn } from "../../../../shared/web/evaluation/addresses.ts"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { here } from "../addresses.ts"
import type { InPhase } from "../desk.ts"

type Props = {
  c: C
  on: InPhase
  title: string
  /** The first page of the plan leads back to the evaluation of the site; each of the others to that first page. */
  first?: boolean
  wrong?: boolean
  plain?: boolean
  wide?: boolean
  before?: Child
  children: Child
}

/** A page about the evaluation plan of one site. */
export const OfPlan = ({ c, on, title, first, wrong, plain, wide, before, children }: Props) => {
  const { place } = on
  const back = first
    ? { href: evaluationIn(place.organisation, place.phase), text: "Evaluation" }
    : { href: here(place), text: "The evaluation plan" }
  return (
    <Page c={c} title={`${title} – ${place.name}`} back={back} wrong={wrong} plain={plain} wide={wide}>
      {before}
      <span class="govuk-caption-l">
        {place.name}, {on.title}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}

type Pressing = {
  c: C
  action: string
  hidden?: Record<string, string>
  secondary?: boolean
  children: Child
}

/** One button that has one effect, however often it is pressed. */
export const Press = ({ c, action, hidden = {}, secondary, children }: Pressing) => (
  <form method="post" action={action} novalidate class="no-print">
    <input type="hidden" name="key" value={newKey(c.var.world)} />
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button preventDoubleClick variant={secondary ? "secondary" : undefined}>
      {children}
    </Button>
  </form>
)

export const Way = ({ to, children }: { to: string; children: Child }) => (
  <p class="govuk-body no-print">
    <a class="govuk-link" href={to}>
      {children}
    </a>
  </p>
)
