import { type PlanRemark, planRemark } from "../domain/coaching/plan-remark.ts"
import { type EvaluationPlan, evaluationPlan } from "../domain/evaluation/plan/plan.ts"
import { type EvaluationVersion, evaluationVersion } from "../domain/evaluation/plan/version.ts"
import { type EvaluationPlace, evaluationIn } from "./evaluation.ts"
import { type EvaluationRecord, keys } from "./keys.ts"
import type { Table } from "./table.ts"

type At = Pick<EvaluationPlace, "organisation" | "phase">

/** The evaluation plan of a site in a phase, its versions, and what was said about it. */
export const evaluationPlansIn = (table: Table) => {
  const one = ({ organisation, phase }: At, what: EvaluationRecord, id: string) =>
    table.get(keys.evaluation(organisation, what, phase, id), { strong: true })

  const plan = async (at: At): Promise<EvaluationPlan | undefined> => {
    const item = await one(at, "PLAN", "plan")
    return item && evaluationPlan.parse(item)
  }

  const version = async (at: At, number: number): Promise<EvaluationVersion | undefined> => {
    const item = await one(at, "PLANVERSION", String(number).padStart(4, "0"))
    return item && evaluationVersion.parse(item)
  }

  const remark = async (at: At, id: string): Promise<PlanRemark | undefined> => {
    const item = await one(at, "PLANREMARK", id)
    return item && planRemark.parse(item)
  }

  /** All that was said, oldest first. */
  const remarks = async (at: At): Promise<PlanRemark[]> =>
    (await evaluationIn(table).records(at, "PLANREMARK")).map((item) => planRemark.parse(item))

  return { plan, version, remark, remarks }
}
