import * as z from "zod"
import { type CostLine, forReport, roundedOut } from "../costs/costs.ts"
import type { PilotCost } from "../costs/pilot.ts"
import { range } from "../costs/range.ts"

const byEffect = z.strictObject({ less: range, more: range })

/** What a report says of money, as it was when its words were written last: totals, and nothing that a count is in. */
export const reportCost = z.strictObject({
  fiscal: byEffect,
  social: byEffect,
  sources: z.array(z.string()),
  /** What the pilot itself cost; none where no spending was accepted. */
  pilot: z.strictObject({ cost: range.optional(), sites: z.int(), reported: z.int() }),
})
export type ReportCost = z.infer<typeof reportCost>

export const reportCostOf = (
  lines: readonly CostLine[],
  { sites, reported, cost }: Pick<PilotCost, "sites" | "reported" | "cost">,
): ReportCost => ({
  ...forReport(lines),
  pilot: { sites, reported, ...(reported > 0 && { cost: roundedOut(cost) }) },
})
