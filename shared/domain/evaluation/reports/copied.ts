import { folded } from "../../../values/folded.ts"
import type { SharedStory } from "../stories/story.ts"

/** So many words in a row are somebody's, wherever they stand. */
const inARow = 8

const wordsOf = (text: string): string[] =>
  folded(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const runsOf = (text: string): string[] => {
  const words = wordsOf(text)
  return words.length < inARow
    ? []
    : words.slice(inARow - 1).map((_, at) => words.slice(at, at + inARow).join(" "))
}

/**
 * Whether a text holds words of a story: a report tells a story by naming where it is shared, so that it goes with its
 * person's word and leaves nothing behind.
 */
export const copiesStory = (
  text: string,
  stories: readonly Pick<SharedStory, "text" | "quote">[],
): boolean => {
  const runs = new Set(runsOf(text))
  return stories.some((one) =>
    [one.text, one.quote ?? ""].some((each) => runsOf(each).some((run) => runs.has(run))),
  )
}
