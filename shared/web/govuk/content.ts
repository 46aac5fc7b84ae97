import type { Child } from "hono/jsx"

/** What a part shows: words, which are escaped on their way out, or JSX. */
export type Content = Child

/** Whether no JSX is in it: some parts set plain words in an element of their own. */
export const isWords = (content: Content): boolean =>
  Array.isArray(content) ? content.every(isWords) : content === null || typeof content !== "object"
