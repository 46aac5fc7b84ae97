import type { Hono } from "hono"
import type { SignedIn } from "../../../shared/web/env.ts"
import { addReviewing, pressing } from "../../../shared/web/reviewing/pages.ts"
import type { PageOf } from "../../../shared/web/reviewing/ways.ts"
import type { OnMoney } from "./desk.ts"
import { checkCompleteness } from "./moves.ts"
import { MoneyReturnPage } from "./pages/return.tsx"
import { moneyWays } from "./ways.ts"

const page: PageOf<SignedIn, OnMoney> = (c, desk, tried) => MoneyReturnPage({ c, desk, tried })

/** Where the department reads a return, and says what it thinks of it. */
export const addReviewingPages = (pages: Hono<SignedIn>) => {
  addReviewing(pages, moneyWays, page)
  pages.post(`${moneyWays.one}/check`, pressing(moneyWays, page)(checkCompleteness))
  return pages
}
