import { notYetForm } from "../../../../shared/domain/evaluation/plan/not-yet.ts"
import { agreementWords, sideWords } from "../../../../shared/domain/evaluation/plan/words.ts"
import { Differences } from "../../../../shared/web/differences.tsx"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { fieldFor } from "../../../../shared/web/form/saving.tsx"
import { SectionQuestions } from "../../../../shared/web/form/section-form.tsx"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { NotWatched } from "../../../../shared/web/notes.tsx"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { here } from "../addresses.ts"
import { sidesWaiting } from "../agreeing.ts"
import type { OnPlan } from "../desk.ts"
import { comparedOf } from "../versions.ts"
import { OfPlan, Press } from "./plan-page.tsx"
import { Remarks } from "./remarks.tsx"
import { PlanText } from "./text.tsx"

type Props = { c: C; on: OnPlan; tried?: Tried }

/** What waits for somebody's word, whole: one button to agree, one field for what would have to change first. */
export const AgreePage = ({ c, on, tried }: Props) => {
  const { plan, place, proposed, agreed } = on
  const listed = plan?.versions.find(({ version }) => version === proposed?.version)
  if (!plan || !proposed || !listed)
    return (
      <OfPlan c={c} on={on} title="Agree to the plan">
        {tried?.says && <InsetText>{tried.says}</InsetText>}
        <p class="govuk-body">No version waits for anybody now.</p>
      </OfPlan>
    )
  const sides = sidesWaiting(c, plan)
  const problems = tried?.problems ?? []
  return (
    <OfPlan
      c={c}
      on={on}
      title={`Agree to version ${proposed.version}`}
      wrong={problems.length > 0}
      plain
      before={
        problems.length > 0 && (
          <ErrorSummary
            errors={problems.map((one) => ({ text: one.says, href: `#${fieldFor(notYetForm, one)}` }))}
          />
        )
      }
    >
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <p class="govuk-body">
        Proposed by {listed.by.name}. It counts once {sideWords["the site"]} and {sideWords["the evaluator"]}{" "}
        have both agreed.
      </p>
      {agreementWords(listed).map((says) => (
        <p class="govuk-body">{says}</p>
      ))}
      {agreed && (
        <>
          <h2 class="govuk-heading-m">What is otherwise than in version {agreed.version}</h2>
          <Differences compared={comparedOf(on, agreed, proposed.sections)} level={3} />
        </>
      )}
      <Remarks c={c} remarks={on.remarks.filter(({ dealt }) => !dealt)} />
      <PlanText on={on} said={proposed.sections} />
      {sides.length === 0 ? (
        <p class="govuk-body">It does not wait for you.</p>
      ) : (
        <>
          <Press c={c} action={`${here(place)}/agree`} hidden={{ version: String(proposed.version) }}>
            Agree for {sides.join(" and ")}
          </Press>
          <h2 class="govuk-heading-m">Not yet</h2>
          <NotWatched />
          <form method="post" action={`${here(place)}/not-yet`} novalidate>
            <input type="hidden" name="key" value={newKey(c.var.world)} />
            <input type="hidden" name="version" value={String(proposed.version)} />
            <SectionQuestions section={notYetForm} entries={tried?.entries ?? {}} problems={problems} />
            <Button variant="secondary" preventDoubleClick>
              Say “not yet”
            </Button>
          </form>
        </>
      )}
    </OfPlan>
  )
}
