import type { Summary } from "../../funding/summary.ts"
import type { Range } from "./range.ts"

/** What the pilot itself cost, as the accounts have it: what is spent, and what will have been. Pence. */
export type PilotCost = { sites: number; withAccount: number; paid: number; cost: Range }

/** From what sites have reported as spent to what they expect in all; a site without an account is counted as missing. */
export const pilotCost = (sites: number, accounts: readonly Summary[]): PilotCost => {
  const taken = accounts.filter(({ state }) => state !== "declined" && state !== "offered")
  const sum = (of: (one: Summary) => number) => taken.reduce((total, one) => total + of(one), 0)
  const low = Math.max(
    0,
    sum(({ actual }) => actual),
  )
  return {
    sites,
    withAccount: taken.length,
    paid: sum(({ paid, recovered }) => paid - recovered),
    cost: {
      low,
      high: Math.max(
        low,
        sum(({ outturn }) => outturn),
      ),
    },
  }
}
