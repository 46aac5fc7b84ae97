import type { Summary } from "../../funding/summary.ts"
import type { Range } from "./range.ts"

/** What the pilot itself cost, as the accounts have it: what is spent, and what will have been. Pence. */
export type PilotCost = { sites: number; reported: number; paid: number; cost: Range }

/** From what sites have spent to what they expect in all, as it was accepted; one that has reported nothing is counted as missing. */
export const pilotCost = (sites: number, accounts: readonly Summary[]): PilotCost => {
  const taken = accounts.filter(({ state }) => state !== "declined" && state !== "offered")
  const reported = taken.filter(({ accepted, usage }) => accepted !== undefined || usage)
  const sum = (all: readonly Summary[], of: (one: Summary) => number) =>
    all.reduce((total, one) => total + of(one), 0)
  const low = Math.max(
    0,
    sum(reported, ({ actual }) => actual),
  )
  const high = Math.max(
    low,
    sum(reported, ({ outturn }) => outturn),
  )
  return {
    sites,
    reported: reported.length,
    paid: sum(taken, ({ paid, recovered }) => paid - recovered),
    cost: { low, high },
  }
}
