import type { Change } from "./change.ts"
import { wholeAfter } from "./change.ts"
import type { Context } from "./context.ts"
import type { Event } from "./event.ts"
import type { Head, Whole } from "./submission.ts"
import { type Step, take } from "./take.ts"

/** Several moves of one person as one thing to store, each of them a line of the history. */
export type AtOnce = {
  /** Where it was begun by the same act. */
  first?: { head: Head; event: Event }
  /** What followed, in order. */
  changes: Change[]
  /** A draft of the team that it takes the place of, withdrawn by it. */
  withdrawn?: Change
}

/** A step, given the revision that it finds. */
export type Next = (seen: number) => Step

/** One step after the other from what stands there: a step that changes nothing leaves no line. */
export const inTurn = (before: Whole, steps: readonly Next[], context: Context): Change[] => {
  const changes: Change[] = []
  let whole = before
  for (const step of steps) {
    const change = take(step(whole.head.revision), whole, context)
    if (!change.event) continue
    changes.push(change)
    whole = wholeAfter(change, whole)
  }
  return changes
}

/** The head that it leaves, where it changes anything. */
export const headOf = ({ first, changes }: AtOnce): Head | undefined => changes.at(-1)?.head ?? first?.head
