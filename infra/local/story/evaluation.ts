import type { Move } from "./acts.ts"
import { directAnswers } from "./evaluation-answers.ts"
import { baselines } from "./evaluation-baselines.ts"
import { finals } from "./evaluation-finals.ts"
import { found } from "./evaluation-findings.ts"
import { evaluationPlans } from "./evaluation-plans.ts"
import { stories } from "./evaluation-stories.ts"
import { monthly } from "./evaluation-tallies.ts"

/** The evaluation of phase 2: what was to be measured, what was, and what was said of it. */
export const evaluation: Move[] = [
  ...evaluationPlans,
  ...baselines,
  ...monthly,
  ...stories,
  ...directAnswers,
  ...finals,
  ...found,
]
