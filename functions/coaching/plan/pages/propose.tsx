import { agreedOf, nextVersion } from "../../../../shared/domain/coaching/plan.ts"
import { planCompared, saidIn } from "../../../../shared/domain/coaching/plan-version.ts"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Differences } from "../../../../shared/web/differences.tsx"
import { Button, ButtonGroup } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { here, sectionAt } from "../addresses.ts"
import { stillMissing } from "../agreeing.ts"
import type { OnPlan } from "../desk.ts"
import { OfPlan, Way } from "./plan-page.tsx"
import { PlanText } from "./text.tsx"

type Props = { c: C; on: OnPlan; says?: string }

/** The draft before it is proposed: what is missing, or what both will be asked to agree to. */
export const ProposePage = ({ c, on, says }: Props) => {
  const { plan, place, sections, agreed } = on
  if (plan?.state !== "draft")
    return (
      <OfPlan c={c} on={on} title="Propose the plan">
        <InsetText>{says ?? "There is no draft to propose."}</InsetText>
      </OfPlan>
    )
  const missing = stillMissing(sections, plan)
  const version = nextVersion(plan)
  const said = saidIn(sections, plan.sections)
  return (
    <OfPlan
      c={c}
      on={on}
      title={`Propose version ${version}`}
      wrong={missing.length > 0}
      plain
      before={
        missing.length > 0 && (
          <ErrorSummary
            errors={missing.map((one) => ({
              text: one.says,
              href: `${sectionAt(place, one.section)}#${one.question}`,
            }))}
          />
        )
      }
    >
      {says && <InsetText>{says}</InsetText>}
      {missing.length > 0 ? (
        <>
          <p class="govuk-body">
            NOT PROPOSED YET. {missing.length === 1 ? "One thing is" : `${missing.length} things are`} still
            missing.
          </p>
          <Way to={sectionAt(place, "core")}>Write the plan</Way>
        </>
      ) : (
        <>
          <p class="govuk-body">
            The text below becomes version {version} and does not change any more. The site lead and a
            programme coordinator are each asked to agree, in any order; one who does not yet says what would
            have to change, and it is a draft again.
            {agreedOf(plan) && ` Version ${agreedOf(plan)?.version} counts until then.`}
          </p>
          <form method="post" action={`${here(place)}/propose`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <ButtonGroup>
              {mayHere(c, "agree plan for the site") && (
                <Button name="agrees" value="yes" preventDoubleClick>
                  Propose it, and agree for the site
                </Button>
              )}
              <Button
                name="agrees"
                value="no"
                preventDoubleClick
                variant={mayHere(c, "agree plan for the site") ? "secondary" : undefined}
              >
                Propose it
              </Button>
            </ButtonGroup>
          </form>
          {agreed && (
            <>
              <h2 class="govuk-heading-m">What is otherwise than in version {agreed.version}</h2>
              <Differences compared={planCompared(sections, agreed, { sections: said })} level={3} />
            </>
          )}
        </>
      )}
      <h2 class="govuk-heading-m">What it says</h2>
      <PlanText c={c} on={on} said={said} draft={plan} />
    </OfPlan>
  )
}
