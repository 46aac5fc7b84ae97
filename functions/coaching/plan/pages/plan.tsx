import { planOrigins } from "../../../../shared/domain/coaching/plan.ts"
import { originOf } from "../../../../shared/domain/coaching/plan-begin.ts"
import { wholePlan } from "../../../../shared/domain/coaching/plan-remark.ts"
import { saidIn } from "../../../../shared/domain/coaching/plan-version.ts"
import { nextMilestone, planStands } from "../../../../shared/domain/coaching/plan-words.ts"
import { londonDate } from "../../../../shared/values/london.ts"
import { BesidePlan } from "../../../../shared/web/coaching/beside-plan.tsx"
import { type C, mayHere } from "../../../../shared/web/coaching/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { changesAt, commentAt, here, sectionAt, versionAt } from "../addresses.ts"
import { sidesWaiting, stillMissing } from "../agreeing.ts"
import type { OnPlan } from "../desk.ts"
import type { Known } from "../known.ts"
import { Exports, Foreseen, PromisedWhole, Versions } from "./around.tsx"
import { Milestones } from "./milestones.tsx"
import { OfPlan, Press, Way } from "./plan-page.tsx"
import { Dealt, Remarks } from "./remarks.tsx"
import { PlanText } from "./text.tsx"

type Props = { c: C; on: OnPlan; known: Known; says?: string }

/** The plan of a site: where it stands, what there is to do about it, and what it says. */
export const PlanPage = ({ c, on, known, says }: Props) => {
  const { plan, agreed, milestones } = on
  const remarks = on.remarks.filter(({ dealt }) => !dealt)
  const next = nextMilestone(milestones, londonDate(c.var.world.now()))
  return (
    <OfPlan c={c} on={on} title="The pilot plan" first>
      {says && <InsetText>{says}</InsetText>}
      {planStands(plan).map((one, at) => (
        <p class="govuk-body-l" {...(at === 0 && { "data-first-line": true })}>
          {one}
        </p>
      ))}
      {next && <p class="govuk-body">{next}</p>}
      <ToDo c={c} on={on} />
      <Remarks c={c} remarks={remarks.filter(({ on: line }) => line === wholePlan)} beside={wholePlan} />
      <BesidePlan rows={known} />
      <PromisedWhole promise={on.before.promise} />
      {milestones.length > 0 && <Milestones c={c} on={on} />}
      {plan && (
        <>
          <h2 class="govuk-heading-m">
            {agreed ? `What was agreed: version ${agreed.version}` : "What it says"}
          </h2>
          <PlanText
            c={c}
            on={on}
            said={agreed?.sections ?? saidIn(on.sections, plan.sections)}
            remarks={agreed && plan.state !== "agreed" ? [] : remarks}
            current={!agreed || plan.state === "agreed"}
            {...(!agreed && plan.state === "draft" && { draft: plan })}
          />
          <Foreseen c={c} on={on} />
          <Dealt c={c} remarks={on.remarks} />
          <Versions on={on} />
          {agreed && <Exports on={on} />}
        </>
      )}
    </OfPlan>
  )
}

const ToDo = ({ c, on }: Pick<Props, "c" | "on">) => {
  const { plan, place, agreed, proposed } = on
  const writes = mayHere(c, "write plan")
  if (!plan) return <Begin c={c} on={on} />
  return (
    <>
      {plan.state === "draft" && writes && <Writing c={c} on={on} />}
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
      {mayHere(c, "comment on plan") && <Way to={commentAt(place)}>Comment on the plan</Way>}
    </>
  )
}

const Begin = ({ c, on: { place, before } }: Pick<Props, "c" | "on">) => {
  if (!mayHere(c, "write plan"))
    return <p class="govuk-body">The site begins it. You can read and comment on the draft from then on.</p>
  const from = originOf(before)
  return (
    <>
      <p class="govuk-body">
        {from === "nothing"
          ? "The plan is one page. Your coach can read it and comment while you write."
          : `The plan is one page. It begins with ${planOrigins[from]}: you change what is no longer so. Your coach can read it and comment while you write.`}
      </p>
      <Press c={c} action={`${here(place)}/begin`}>
        Begin the plan
      </Press>
    </>
  )
}

const Writing = ({ on: { plan, place, sections } }: Pick<Props, "c" | "on">) => {
  const missing = plan ? stillMissing(sections, plan).length : 0
  return (
    <>
      <ul class="govuk-list">
        {sections.map(({ id, title }) => (
          <li>
            <a class="govuk-link" href={sectionAt(place, id)}>
              {id === "core" ? "Write the plan" : title}
            </a>
            {id === "core" && (missing > 0 ? `: ${missing} still to answer` : ": everything is answered")}
            {id === "more" && ": partners, co-production, what could go wrong. None of it is owed."}
          </li>
        ))}
      </ul>
      <Button href={`${here(place)}/propose`}>Propose it</Button>
    </>
  )
}
