import { dayWords, londonDate } from "../../values/london.ts"
import type { Expected } from "./expected.ts"

/** What the department asks about the figures of a return, in the first line of a home. */
export const figuresAsked = ({ title, stands }: Pick<Expected, "title" | "stands">): string | undefined => {
  const open = stands?.review?.open.toSorted((a, b) => a.answerBy.localeCompare(b.answerBy)) ?? []
  const [first] = open
  if (!first) return undefined
  const by = dayWords(londonDate(new Date(first.answerBy)))
  return open.length === 1
    ? `The Department asks one question about ${title}: answer by ${by}.`
    : `The Department asks ${open.length} questions about ${title}: answer the first by ${by}.`
}
