import { longText, text } from "../../../form/questions/index.ts"
import { section } from "../../../form/section.ts"
import { Refused } from "../../refused.ts"
import type { ReleaseRecord } from "../released.ts"
import type { Draft } from "./release.ts"

/** What an evaluator says of a release: everybody reads it beside the tables. */
export const releaseForm = section({
  id: "release",
  title: "Make a release",
  minutes: 5,
  asks: {
    title: text({
      label: "What is this release called?",
      called: "what this release is called",
      hint: "For example: Baselines and tallies to December 2017",
      upTo: 100,
    }),
    because: longText({
      label: "Why is it made now?",
      called: "why it is made now",
      hint: "Everybody who reads it reads this too. Do not give a count here.",
      words: 60,
    }),
  },
})

/** A release is refused where it says nothing, says nothing new, or would give away what an earlier one hides. */
export const releasable = (
  draft: Draft,
  last: ReleaseRecord | undefined,
  changes: number,
  seen: { given?: string; now: string },
) => {
  const says = notReleasable(draft, last, changes)
  if (says !== undefined) throw new Refused("not possible now", { says })
  if (seen.given !== undefined && seen.given !== seen.now)
    throw new Refused("changed by someone else", {
      says: "What sites sent or released has changed since you opened this page. Nothing was released. Read what it would say now, and release it then.",
    })
}

/** Why a release cannot be made of what there is. */
export const notReleasable = (
  { shown, hidden, exposed }: Pick<Draft, "shown" | "hidden" | "exposed">,
  last: Pick<ReleaseRecord, "number"> | undefined,
  changes: number,
): string | undefined => {
  if (shown + hidden === 0)
    return "There is nothing to release: no return was accepted, no tally was sent and nobody has answered yet."
  if (exposed.length > 0)
    return `It would give away ${exposed.length} small ${exposed.length === 1 ? "number" : "numbers"} that an earlier release hides. It cannot be made.`
  if (last && changes === 0) return `It would say what release ${last.number} says, and nothing else.`
  return undefined
}
