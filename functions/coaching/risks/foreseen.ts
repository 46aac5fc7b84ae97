import { agreedOf } from "../../../shared/domain/coaching/plan.ts"
import { foreseenRisks } from "../../../shared/domain/coaching/plan-risks.ts"
import type { Entries } from "../../../shared/form/question.ts"
import { plansIn } from "../../../shared/store/plans.ts"
import { type C, placeHere } from "../../../shared/web/coaching/here.ts"

/** What the form begins with where somebody comes from a risk of the agreed plan: to be changed freely. */
export const foreseenHere = async (c: C): Promise<Entries> => {
  const { from, row } = c.req.query()
  if (from !== "plan") return {}
  const plans = plansIn(c.var.world.table)
  const plan = await plans.plan(placeHere(c))
  const agreed = plan && agreedOf(plan)
  const version = agreed && (await plans.version(placeHere(c), agreed.version))
  const found = version && foreseenRisks(version).find((one) => one.row === row)
  return found ? { title: found.risk, ...(found.against !== undefined && { doing: found.against }) } : {}
}
