import { pilotCost } from "../../../shared/domain/evaluation/costs/pilot.ts"
import { type ReportCost, reportCostOf } from "../../../shared/domain/evaluation/reports/cost.ts"
import type { Report } from "../../../shared/domain/evaluation/reports/report.ts"
import { accountsIn } from "../../../shared/store/accounts.ts"
import { costsOf } from "../../../shared/store/costs.ts"
import { type C, phaseHere } from "../here.ts"

/** What is to be said of money now in a report that says anything of it: two requests. */
export const costNow = async (c: C, { costs }: Pick<Report, "costs">): Promise<ReportCost | undefined> => {
  if (!costs) return undefined
  const { table, settings } = c.var.world
  const phase = phaseHere(c)
  const [estimated, accounts] = await Promise.all([
    costsOf(table, { programme: settings.programme, phase: phase.id }),
    accountsIn(table).inPhase(phase.id),
  ])
  return reportCostOf(estimated?.lines ?? [], pilotCost(phase.sites.length, accounts))
}
