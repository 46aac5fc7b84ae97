import { evaluationMidpoint } from "../evaluation-return.ts"
import type { Point } from "./measure.ts"

/** When measures are taken in a phase that asks for these kinds: half way only where it asks for that. */
export const pointsAsked = (kinds: readonly string[]): Point[] => [
  "baseline",
  ...(kinds.includes(evaluationMidpoint.id) ? (["midpoint"] as const) : []),
  "final",
]
