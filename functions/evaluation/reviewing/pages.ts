import type { Hono } from "hono"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { addReviewing } from "../../../shared/web/reviewing/pages.ts"
import { EvaluationReturnPage } from "./pages/return.tsx"
import { evaluationWays } from "./ways.ts"

/** Where the evaluator reads what a site has sent, and says what they think of it. */
export const addReviewingPages = (pages: Hono<Inside>) =>
  addReviewing(pages, evaluationWays, (c, desk, tried) => EvaluationReturnPage({ c, desk, tried }))
