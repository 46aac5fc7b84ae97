import { agreedIn, nextNumber } from "../../../../shared/domain/evaluation/plan/plan.ts"
import { missingIn } from "../../../../shared/domain/evaluation/plan/version.ts"
import { Differences } from "../../../../shared/web/differences.tsx"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { here, measuresAt, sectionAt } from "../addresses.ts"
import { sidesHere } from "../agreeing.ts"
import type { OnPlan } from "../desk.ts"
import { comparedOf, draftSaid } from "../versions.ts"
import { OfPlan } from "./plan-page.tsx"
import { PlanText } from "./text.tsx"

type Props = { c: C; on: OnPlan; says?: string }

/** The draft before it is proposed: what is missing, or what both will be asked to agree to. */
export const ProposePage = ({ c, on, says }: Props) => {
  const { plan, place, agreed } = on
  if (plan?.state !== "draft")
    return (
      <OfPlan c={c} on={on} title="Propose the plan">
        <InsetText>{says ?? "There is no draft to propose."}</InsetText>
      </OfPlan>
    )
  const missing = missingIn(plan, on.about)
  const said = draftSaid(on)
  return (
    <OfPlan
      c={c}
      on={on}
      title={`Propose version ${nextNumber(plan)}`}
      wrong={missing.length > 0}
      plain
      before={
        missing.length > 0 && (
          <ErrorSummary
            errors={missing.map((one) => ({
              text: one.says,
              href:
                one.section === "measures"
                  ? wayTo(on, one.question)
                  : `${sectionAt(place, one.section)}#${one.question}`,
            }))}
          />
        )
      }
    >
      {says && <InsetText>{says}</InsetText>}
      {missing.length > 0 ? (
        <p class="govuk-body">
          NOT PROPOSED YET. {missing.length === 1 ? "One thing is" : `${missing.length} things are`} still in
          its way.
        </p>
      ) : (
        <Proposing c={c} on={on} />
      )}
      {missing.length === 0 && agreed && (
        <>
          <h2 class="govuk-heading-m">What is otherwise than in version {agreed.version}</h2>
          <Differences compared={comparedOf(on, agreed, said)} level={3} />
        </>
      )}
      <PlanText on={on} said={said} />
    </OfPlan>
  )
}

const wayTo = ({ place, plan }: OnPlan, measure: string) =>
  plan?.measures.some(({ id }) => id === measure) ? sectionAt(place, measure) : measuresAt(place)

const Proposing = ({ c, on: { plan, place } }: Pick<Props, "c" | "on">) => {
  const sides = sidesHere(c)
  const counts = plan && agreedIn(plan)
  return (
    <>
      <p class="govuk-body">
        The text below becomes version {plan ? nextNumber(plan) : 1} and does not change any more. The site
        lead and the evaluator are each asked to agree, in any order; one who does not yet says what would
        have to change, and it is a draft again.
        {counts && ` Version ${counts.version} counts until then.`}
      </p>
      <form method="post" action={`${here(place)}/propose`} novalidate>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <ButtonGroup>
          {sides.length > 0 && (
            <Button name="agrees" value="yes" preventDoubleClick>
              Propose it, and agree for {sides.join(" and ")}
            </Button>
          )}
          <Button
            name="agrees"
            value="no"
            preventDoubleClick
            variant={sides.length > 0 ? "secondary" : undefined}
          >
            Propose it
          </Button>
        </ButtonGroup>
      </form>
    </>
  )
}
