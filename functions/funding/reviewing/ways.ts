import type { SignedIn } from "../../../shared/web/env.ts"
import type { Ways } from "../../../shared/web/reviewing/ways.ts"
import { hereAt, type OnMoney, returnHere } from "./desk.ts"
import { accept, ask, look, onlyFor, reopen, sendBack, settle } from "./moves.ts"

/** How returns about money are reviewed. */
export const moneyWays: Ways<SignedIn, OnMoney> = {
  one: "/phases/:phase/sites/:organisation/returns/:reference",
  at: hereAt,
  here: returnHere,
  onlyFor,
  counts: "From now on it counts for nothing in the account, until it is accepted again.",
  look,
  accept,
  ask,
  settle,
  sendBack,
  reopen,
}
