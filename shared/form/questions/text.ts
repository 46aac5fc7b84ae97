import * as z from "zod"
import { cleaned, oneLine } from "../../values/text.ts"
import { countWords, withinWords } from "../../values/words.ts"
import { type Asked, nothingMissing, type Wording } from "../question.ts"

type Limit = { upTo?: number }

/** One line of free text, looked at for personal data as any other. */
export const text = ({ upTo = 200, ...wording }: Wording & Limit): Asked<string> => ({
  ...wording,
  type: "text",
  schema: oneLine.pipe(
    z
      .string()
      .min(1)
      .max(upTo, { error: `${capital(wording.called)} must be ${upTo} characters or fewer` }),
  ),
  read: (entries, name) => (entries[name]?.trim() ? { value: entries[name] } : { blank: true }),
  write: (value, name) => ({ [name]: String(value) }),
  words: String,
  texts: (value) => [String(value)],
  missing: nothingMissing,
  ask: `Enter ${wording.called}`,
  shape: {},
})

/** Several lines, within a number of words; no word may be longer than ten characters on average. */
export const longText = ({ words, ...wording }: Wording & { words: number }): Asked<string> => ({
  ...wording,
  type: "longText",
  schema: cleaned.pipe(
    z
      .string()
      .min(1)
      .refine((given) => withinWords(given, words), {
        error: (issue) => tooLong(String(issue.input), words, wording.called),
      }),
  ),
  read: (entries, name) => (entries[name]?.trim() ? { value: entries[name] } : { blank: true }),
  write: (value, name) => ({ [name]: String(value) }),
  words: String,
  texts: (value) => [String(value)],
  missing: nothingMissing,
  ask: `Enter ${wording.called}`,
  shape: { words },
})

const tooLong = (given: string, words: number, called: string) => {
  const has = countWords(given)
  return has > words
    ? `${capital(called)} must be ${words} words or fewer. You have ${has}, which is ${has - words} too many`
    : `${capital(called)} must be shorter: it has more than ${words * 10} characters`
}

export const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
