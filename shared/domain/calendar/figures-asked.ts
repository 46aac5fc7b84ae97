import { kindOf } from "../../kinds/index.ts"
import { dayWords, londonDate } from "../../values/london.ts"
import type { Expected } from "./expected.ts"

/** What whoever reads it asks about the figures of a return, in the first line of a home. */
export const figuresAsked = ({
  kind,
  title,
  stands,
}: Pick<Expected, "kind" | "title" | "stands">): string | undefined => {
  const open = stands?.review?.open.toSorted((a, b) => a.answerBy.localeCompare(b.answerBy)) ?? []
  const [first] = open
  if (!first) return undefined
  const by = dayWords(londonDate(new Date(first.answerBy)))
  const ask = kindOf(kind).readBy ? "The evaluators ask" : "The Department asks"
  return open.length === 1
    ? `${ask} one question about ${title}: answer by ${by}.`
    : `${ask} ${open.length} questions about ${title}: answer the first by ${by}.`
}
