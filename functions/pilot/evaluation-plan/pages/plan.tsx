import { evaluationOrigins } from "../../../../shared/domain/evaluation/plan/plan.ts"
import { planStands } from "../../../../shared/domain/evaluation/plan/words.ts"
import { type C, mayHere } from "../../../../shared/web/evaluation/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { changesAt, commentAt, here, versionAt } from "../addresses.ts"
import { sidesWaiting } from "../agreeing.ts"
import type { Counting, OnPlan } from "../desk.ts"
import { boxesOf } from "../exporting.tsx"
import { draftSaid } from "../versions.ts"
import { Exports, Versions } from "./around.tsx"
import { Measures } from "./measures.tsx"
import { OfPlan, Press, Way } from "./plan-page.tsx"
import { Dealt, Remarks } from "./remarks.tsx"
import { PlanText } from "./text.tsx"
import { Theory } from "./theory.tsx"
import { Writing } from "./writing.tsx"

type Props = { c: C; on: OnPlan; says?: string }

/** The evaluation plan of a site: where it stands, what there is to do about it, and what it says. */
export const PlanPage = ({ c, on, says }: Props) => {
  const { plan, agreed } = on
  return (
    <OfPlan c={c} on={on} title="The evaluation plan" first>
      {says && <InsetText>{says}</InsetText>}
      <Stands lines={planStands(plan, on.about.held.lockedAt)} />
      <ToDo c={c} on={on} />
      <Remarks c={c} remarks={on.remarks.filter(({ dealt }) => !dealt)} />
      {agreed ? (
        <>
          <Theory on={on} boxes={boxesOf(agreed)} file />
          <Measures version={agreed} />
          <Exports on={on} />
        </>
      ) : (
        plan && <PlanText on={on} said={on.proposed?.sections ?? draftSaid(on)} file />
      )}
      <Dealt c={c} remarks={on.remarks} />
      <Versions on={on} />
    </OfPlan>
  )
}

const Stands = ({ lines }: { lines: string[] }) => (
  <>
    {lines.map((one, at) => (
      <p class="govuk-body-l" {...(at === 0 && { "data-first-line": true })}>
        {one}
      </p>
    ))}
  </>
)

const ToDo = ({ c, on }: Pick<Props, "c" | "on">) => {
  const { plan, place, agreed, proposed } = on
  const writes = mayHere(c, "write evaluation plan")
  if (!plan) return <Begin c={c} on={on} />
  return (
    <>
      {plan.state === "draft" && writes && <Writing c={c} on={on} plan={plan} />}
      {plan.state === "draft" && agreed && <Way to={versionAt(place, "draft")}>Read the draft</Way>}
      {proposed && (
        <>
          {sidesWaiting(c, plan).length > 0 ? (
            <Button href={`${here(place)}/agree`}>Read version {proposed.version} and answer</Button>
          ) : (
            <Way to={versionAt(place, proposed.version)}>Read version {proposed.version}</Way>
          )}
          {agreed && (
            <Way to={changesAt(place, proposed.version)}>What it says otherwise than the agreed one</Way>
          )}
        </>
      )}
      {plan.state !== "draft" && writes && (
        <Press c={c} action={`${here(place)}/open`} secondary>
          {plan.state === "proposed" ? "Take it back to change it" : "Open it for changes"}
        </Press>
      )}
      <Way to={commentAt(place)}>Comment on the plan</Way>
    </>
  )
}

const Begin = ({ c, on: { place } }: Pick<Props, "c" | "on">) =>
  mayHere(c, "write evaluation plan") ? (
    <>
      <p class="govuk-body">
        Site and evaluator write it together, often at a visit in the first weeks: how it is meant to work in
        seven boxes, and one to three measures of your own beside the five core ones. It begins with{" "}
        {evaluationOrigins["plan before"]} or {evaluationOrigins.promise}, where there is one.
      </p>
      <Press c={c} action={`${here(place)}/begin`}>
        Begin the plan
      </Press>
    </>
  ) : (
    <p class="govuk-body">
      The site or the evaluator begins it. You can read and comment on the draft from then on.
    </p>
  )

/** What everybody else reads: the plan that counts, and nothing that is being written. */
export const CountingPage = ({ c, on }: { c: C; on: Counting }) => {
  const { version, listed, held } = on
  return (
    <OfPlan c={c} on={on} title="The evaluation plan" first>
      {version && listed ? (
        <>
          <Stands lines={planStands({ versions: [listed], state: "agreed" }, held.lockedAt)} />
          <InsetText>
            You read what was agreed. What is still being written is between the site, its coach and the
            evaluator.
          </InsetText>
          <Theory on={on} boxes={boxesOf(version)} file />
          <Measures version={version} />
          <Exports on={on} />
        </>
      ) : (
        <p class="govuk-body-l" data-first-line>
          NOT AGREED YET. Until a plan is agreed, returns ask the core measures alone.
        </p>
      )}
    </OfPlan>
  )
}
