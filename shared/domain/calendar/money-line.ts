import { kindOf } from "../../kinds/index.ts"
import { londonDate } from "../../values/london.ts"
import { midPhasesIn, returnsWaiting } from "../funding/overview.ts"
import type { Summary } from "../funding/summary.ts"
import { decisionsWait, paymentsWait, updatesWait } from "../funding/waiting-words.ts"
import type { Cell } from "./board.ts"
import type { SitePhase } from "./site-phase.ts"

/** The accounts of the phase that runs, with its sites: for whoever pays or decides. */
export type MoneyFacts = { accounts: readonly Summary[]; sites: readonly SitePhase[] }

type Facts = { cells: readonly Cell[]; money?: MoneyFacts; at: Date }

/** "2 updates to accept, oldest 3 working days. 0 payments to authorise." */
export const moneyLine = ({ cells, money, at }: Facts): string =>
  money
    ? `${updatesWait(
        returnsWaiting(
          cells.map(({ one }) => one).filter(({ kind }) => kindOf(kind).needs === "the account"),
          at,
        ),
        money.accounts,
      )} ${paymentsWait(money.accounts)}`
    : ""

/** "4 mid-phase decisions to make. 0 payments to authorise." Nothing where nothing is to be decided. */
export const decisionsLine = ({ money, at }: Facts): string => {
  const decisions = money && decisionsWait(midPhasesIn(money.accounts, money.sites, londonDate(at)))
  return decisions ? `${decisions} ${paymentsWait(money.accounts)}` : ""
}
