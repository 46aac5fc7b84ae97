import type { Door } from "../doors.ts"
import { evaluationPlanDoors } from "./plan-doors.ts"

/** Every route of this part of the evaluation, with who it is for. */
export const evaluationDoors: Record<string, Door> = { ...evaluationPlanDoors }
