import type { Answers, Asked, Wording } from "../../../form/question.ts"
import { text } from "../../../form/questions/text.ts"
import type { Section } from "../../../form/section.ts"
import { readTime, timeOfDay, timeOfDayWords } from "../../../values/time-of-day.ts"
import type { Organisation } from "../../people/organisation.ts"
import type { DraftRound } from "../draft-round.ts"

/** What a page of a round is drawn and checked with, besides the round. */
export type Known = { now: Date; organisations: Organisation[] }

/**
 * One group of facts of a round, with a page and a form of its own. What is left empty is not decided yet; what is
 * written must be right.
 */
export type FactsPage = {
  id: string
  title: string
  section: (draft: DraftRound, known: Known) => Section
  answers: (draft: DraftRound) => Answers
  /** What the page begins with where nothing is written: to be changed freely. */
  suggests?: (draft: DraftRound, known: Known) => Answers
  into: (draft: DraftRound, answers: Answers) => DraftRound
}

export type Timed = Asked<string>

/** A time of day on one line: "5pm" is kept as 17:00. */
export const time = (wording: Wording): Timed => ({
  ...text({ ...wording, upTo: 20 }),
  schema: timeOfDay,
  read: (entries, name) => {
    const typed = entries[name]?.trim() ?? ""
    if (typed === "") return { blank: true }
    const value = readTime(typed)
    return value ? { value } : { problem: "Enter a time, like 5pm or 17:00" }
  },
  write: (value, name) => ({ [name]: timeOfDayWords(String(value)) }),
  words: (value) => timeOfDayWords(String(value)),
  texts: () => [],
})

/** Answers without those that are not there. */
export const present = (given: Record<string, Answers[string] | undefined>): Answers =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
