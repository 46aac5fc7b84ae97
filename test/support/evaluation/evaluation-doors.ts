import type { Door } from "../doors.ts"
import { onePageDoors } from "./one-page-doors.ts"

import { figuresDoors } from "./figures-doors.ts"

import { evaluationPlanDoors } from "./plan-doors.ts"

const site = "/organisations/:organisation/evaluation/:phase"

/** Links to hand on. */
const answerDoors: Record<string, Door> = {
  [`GET ${site}/answers`]: { for: "see evaluation" },
  [`GET /api${site}/answers`]: { for: "see evaluation" },
}

/** Every route of this part of the evaluation, with who it is for. */
export const evaluationDoors: Record<string, Door> = {
  ...evaluationPlanDoors,
  ...answerDoors,
  ...figuresDoors,
  ...onePageDoors,
}
