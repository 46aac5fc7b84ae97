import type { CoachingView } from "../people/coaching-policy.ts"
import type { Action } from "./action.ts"

/** What the Department set itself, or has to do itself: it reads all of that. */
const isDepartments = ({ owner, from }: Action) =>
  owner === "department" || from.kind === "condition" || from.kind === "question"

/**
 * An action as somebody may see it. The Department's summary has what is open, with its day and its age; why a day was
 * moved, what a risk is called and how something was done are between the site, its coach and the coordinators.
 */
export const seenIn = (view: CoachingView, one: Action): Action | undefined => {
  if (view === "whole" || isDepartments(one)) return one
  if (one.state !== "open") return undefined
  return {
    ...one,
    from: one.from.kind === "risk" ? { ...one.from, title: "not in this summary" } : one.from,
    carried: one.carried.map(({ because: _, ...each }) => each),
  }
}
