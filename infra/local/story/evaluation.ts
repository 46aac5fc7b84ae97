import type { Move } from "./acts.ts"
import { baselines } from "./evaluation-baselines.ts"
import { evaluationPlans } from "./evaluation-plans.ts"
import { monthly } from "./evaluation-tallies.ts"

/** The evaluation of phase 2: what was to be measured, what was, and what was said of it. */
export const evaluation: Move[] = [...evaluationPlans, ...baselines, ...monthly]
