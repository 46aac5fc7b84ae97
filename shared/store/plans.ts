import { type Plan, plan as planSchema } from "../domain/coaching/plan.ts"
import { type PlanRemark, planRemark } from "../domain/coaching/plan-remark.ts"
import { type PlanVersion, planVersion, versionId } from "../domain/coaching/plan-version.ts"
import { coachingIn, type Place } from "./coaching.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type At = Pick<Place, "organisation" | "phase">

/** The pilot plan of a site in a phase, its versions, and what was said about it. */
export const plansIn = (table: Table) => {
  const plan = async ({ organisation, phase }: At): Promise<Plan | undefined> => {
    const item = await table.get(keys.shared(organisation, "PLAN", phase, "plan"), { strong: true })
    return item && planSchema.parse(item)
  }

  const version = async ({ organisation, phase }: At, number: number): Promise<PlanVersion | undefined> => {
    const item = await table.get(keys.shared(organisation, "PLANVERSION", phase, versionId(number)), {
      strong: true,
    })
    return item && planVersion.parse(item)
  }

  const remark = async ({ organisation, phase }: At, id: string): Promise<PlanRemark | undefined> => {
    const item = await table.get(keys.shared(organisation, "PLANREMARK", phase, id), { strong: true })
    return item && planRemark.parse(item)
  }

  /** All that was said, oldest first. */
  const remarks = async (at: At): Promise<PlanRemark[]> =>
    (await coachingIn(table).records(at, "PLANREMARK")).map((item) => planRemark.parse(item))

  return { plan, version, remark, remarks }
}
