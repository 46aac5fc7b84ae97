import type { Move } from "./acts.ts"
import { coaching } from "./coaching.ts"
import { evaluation } from "./evaluation.ts"
import { expressions } from "./expressions.ts"
import { money } from "./money.ts"
import { selection } from "./selection.ts"
import { decided } from "./selection-decided.ts"
import { year } from "./year.ts"

/** Everything that people do in phase 2, in the order of time. Dates that are published are real; the rest is invented. */
export const story = (): Move[] =>
  [...expressions, ...selection, ...decided, ...money, ...year, ...coaching, ...evaluation].sort(
    (one, other) => one.at.getTime() - other.at.getTime(),
  )
