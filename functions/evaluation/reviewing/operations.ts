import { reviewAt } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import type { Operation } from "../../../shared/web/operation.ts"
import { reviewOperations } from "../../../shared/web/reviewing/operations.ts"
import { returnShape, returnShown } from "./shown.ts"
import { evaluationWays } from "./ways.ts"

/** What the evaluator does about a return that was sent. */
export const reviewingOperations: Operation<Inside>[] = reviewOperations({
  ways: evaluationWays,
  path: reviewAt(":organisation", ":phase", ":reference"),
  tag: "Reviewing returns of the evaluation",
  ids: {
    read: "readEvaluationReturn",
    compare: "compareEvaluationReturn",
    look: "lookAtEvaluationReturn",
    ask: "askAboutEvaluationReturn",
    settle: "settleEvaluationQuestion",
    sendBack: "sendEvaluationReturnBack",
    accept: "acceptEvaluationReturn",
    reopen: "reopenEvaluationReturn",
  },
  summaries: {
    accept: "Accept a return: its figures count in the analysis, and a baseline locks the measures",
    reopen: "Open an accepted return again: until it is accepted again its figures count for nothing",
  },
  gives: returnShape,
  shown: returnShown,
})
