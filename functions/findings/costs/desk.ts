import type { CostLine, Costs } from "../../../shared/domain/evaluation/costs/costs.ts"
import { type PilotCost, pilotCost } from "../../../shared/domain/evaluation/costs/pilot.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import { accountsIn } from "../../../shared/store/accounts.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { costsOf } from "../../../shared/store/costs.ts"
import { findingsChanges } from "../../../shared/store/findings.ts"
import { type C, only, phaseHere } from "../here.ts"

export type OnCosts = {
  phase: WithSites
  costs: Costs
  pilot: PilotCost
}

export const recordOf = (phase: string) => `costs-${phase}`

/** What is estimated of the phase of the address; nothing yet is an estimate without lines. For evaluators alone. */
export const estimateHere = async (c: C): Promise<{ phase: WithSites; costs: Costs }> => {
  only(c, "estimate costs")
  const phase = phaseHere(c)
  const { table, settings } = c.var.world
  const of = { programme: settings.programme, phase: phase.id }
  return { phase, costs: (await costsOf(table, of)) ?? none(of, c.var.world.now()) }
}

const none = (of: { programme: string; phase: string }, now: Date): Costs => ({
  ...of,
  lines: [],
  at: now.toISOString(),
  by: { person: "", name: "" },
  revision: 0,
})

/** The same with what the pilot itself cost: one list, whatever the number of sites. */
export const costsHere = async (c: C): Promise<OnCosts> => {
  const { phase, costs } = await estimateHere(c)
  const accounts = await accountsIn(c.var.world.table).inPhase(phase.id)
  return { phase, costs, pilot: pilotCost(phase.sites.length, accounts) }
}

/** The line in the address. */
export const lineHere = (c: C, { lines }: Costs): CostLine => {
  const found = lines.find(({ id }) => id === c.req.param("line"))
  if (!found) throw new Refused("not found")
  return found
}

export const historyHere = async (c: C): Promise<(Event & { note?: string })[]> => {
  const { phase } = await estimateHere(c)
  const { table, settings } = c.var.world
  return findingsChanges(table, settings.programme).history(recordOf(phase.id))
}
