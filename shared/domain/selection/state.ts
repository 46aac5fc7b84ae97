import type { Criterion } from "./criterion.ts"
import { needsModeration } from "./moderation.ts"
import type { Panel, Reading } from "./reading.ts"

/** How far the reading of one has come, in the words of every list. */
export const readingStates = {
  "to check": "Can they apply?",
  "to assign": "Needs readers",
  scoring: "Being scored",
  scored: "Scored",
  "to moderate": "To be moderated",
  "to decide": "To be decided",
  decided: "Decided",
  told: "Told",
} as const
export type ReadingState = keyof typeof readingStates

type Rules = { criteria: Criterion[]; readers: number; passLine?: number }

/**
 * Where it stands. Somebody who may not see what others scored is told no more than that it is scored: what comes
 * after follows from the scores.
 */
export const stateOf = (
  one: Reading,
  panel: Pick<Panel, "told"> | undefined,
  { criteria, readers, passLine }: Rules,
  compares: boolean,
): ReadingState => {
  if (!one.apply) return "to check"
  const cannot = one.apply.answer === "no"
  const allSent = one.readers.length > 0 && one.readers.every(({ sent }) => sent)
  if (panel?.told && compares) return one.decided ? "told" : "to decide"
  if (one.decided && compares) return "decided"
  if (cannot) return compares ? "to decide" : "scored"
  if (one.readers.length < readers && !(one.compared && allSent)) return "to assign"
  if (!allSent) return "scoring"
  if (!compares) return "scored"
  return needsModeration(criteria, one, passLine) ? "to moderate" : "to decide"
}
