import { agreementWords } from "../../../../shared/domain/coaching/plan-words.ts"
import { dateWords, londonDate } from "../../../../shared/values/london.ts"
import { BesidePlan } from "../../../../shared/web/coaching/beside-plan.tsx"
import type { C } from "../../../../shared/web/coaching/here.ts"
import type { Agreed } from "../exporting.ts"
import type { Known } from "../known.ts"
import { Milestones } from "./milestones.tsx"
import { OfPlan } from "./plan-page.tsx"
import { PlanText } from "./text.tsx"

/** The agreed plan on paper: its text, whose word it has, and where it stands on the day it is printed. */
export const PrintPage = ({ c, agreed, known }: { c: C; agreed: Agreed; known: Known }) => (
  <OfPlan c={c} on={agreed.on} title={`The pilot plan, version ${agreed.version.version}`}>
    {agreementWords(agreed.listed).map((says) => (
      <p class="govuk-body">{says}</p>
    ))}
    <p class="govuk-body">As it stands on {dateWords(londonDate(c.var.world.now()))}.</p>
    <PlanText c={c} on={agreed.on} said={agreed.version.sections} />
    {agreed.milestones.length > 0 && <Milestones c={c} on={agreed.on} print />}
    <BesidePlan rows={known} />
  </OfPlan>
)
