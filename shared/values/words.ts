const charactersAWord = 10

/** Words as people count them: whatever stands between white space. */
export const countWords = (text: string): number => text.match(/\P{White_Space}+/gu)?.length ?? 0

/** Within a word limit, and within 10 characters for each word the limit permits. */
export const withinWords = (text: string, limit: number): boolean =>
  text.length <= limit * charactersAWord && countWords(text) <= limit
