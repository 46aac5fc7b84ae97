/** How hard a text is to read, by the length of its sentences and of its words. */

/** Sentences as they are spoken: a question, a statement, or what ends with a colon before something to fill in. */
export const sentencesIn = (lines: readonly string[]): string[] =>
  lines
    .flatMap((line) => line.split(/(?<=[.?!:])\s+/))
    .map((one) => one.trim())
    .filter((one) => /\p{L}/u.test(one))

export const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

/** As many as it has groups of vowels, but for a silent ending: a rule of thumb that errs both ways. */
export const syllablesIn = (word: string): number => {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?:[^laeiouy]es|[^dtaeiouy]ed|[^laeiouy]e)$/, (ending) => ending.charAt(0))
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 1)
}

/** The age at which somebody reads it, by Flesch and Kincaid: the grade, and the five years before school. */
export const readingAge = (sentences: readonly string[]): number => {
  const words = sentences.flatMap(wordsIn)
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5
}
