import type { CoreMeasureId } from "../../../kinds/measures/core.ts"
import type { AnswerGroup } from "./groups.ts"

/** In every question: it counts as asked, and never as answered. */
export const notSaid = "not-said"

const notSaidWords = "I do not want to say"

/** The four answers that are the same everywhere. */
export const saidOptions = {
  yes: "Yes",
  sometimes: "Sometimes",
  no: "No",
  [notSaid]: notSaidWords,
} as const

const upTo = (least: string, most: string) => ({
  "1": `1: ${least}`,
  "2": "2",
  "3": "3",
  "4": "4",
  "5": `5: ${most}`,
  [notSaid]: notSaidWords,
})

/** Keys that are no whole numbers, which an object would put first. */
const days = {
  "0.0": "None",
  "0.5": "Half a day",
  "1.0": "1 day",
  "1.5": "1 day and a half",
  "2.0": "2 days",
  "2.5": "2 days and a half",
  "3.0": "3 days",
  "3.5": "3 days and a half",
  "4.0": "4 days",
  "4.5": "4 days and a half",
  "5.0": "5 days",
  [notSaid]: notSaidWords,
}

/**
 * One question that a group is asked. What is chosen is said as one of its options; where `says` is there, it may be
 * told in words too, and those are for the evaluator alone. `scored` options are numbers that can be added up.
 */
export type AnswerQuestion = {
  id: string
  group: AnswerGroup
  asks: string
  hint?: string
  options: Record<string, string>
  scored?: true
  /** The question in words that goes with it. */
  says?: string
  /** The core measure that it gives, and the option that counts for it where it is so many of so many. */
  gives?: { measure: CoreMeasureId; counts?: string }
}

const people: AnswerQuestion[] = [
  {
    id: "knows-who",
    group: "people",
    asks: "Do you know who your social worker is?",
    options: saidOptions,
    gives: { measure: "knows-who", counts: "yes" },
  },
  { id: "listens", group: "people", asks: "Do they listen to you?", options: saidOptions },
  {
    id: "decided",
    group: "people",
    asks: "Did you decide?",
    hint: "Think of the last plan for your life. Was it your choice?",
    options: saidOptions,
    gives: { measure: "decided", counts: "yes" },
  },
  {
    id: "better",
    group: "people",
    asks: "What is better?",
    hint: "First tell us: is something better now?",
    options: saidOptions,
    says: "Tell us what is better.",
  },
  {
    id: "change",
    group: "people",
    asks: "What should change?",
    hint: "First tell us: should something change?",
    options: saidOptions,
    says: "Tell us what should change.",
  },
]

const families: AnswerQuestion[] = [
  {
    id: "family-knows-who",
    group: "families",
    asks: "Do you know who the named social worker is?",
    options: saidOptions,
  },
  { id: "family-listens", group: "families", asks: "Do they listen to you?", options: saidOptions },
  {
    id: "family-decided",
    group: "families",
    asks: "Does the person you care about decide more than before?",
    options: saidOptions,
  },
  {
    id: "family-better",
    group: "families",
    asks: "What is better?",
    hint: "First tell us: is something better now?",
    options: saidOptions,
    says: "Tell us what is better.",
  },
  {
    id: "family-change",
    group: "families",
    asks: "What should change?",
    hint: "First tell us: should something change?",
    options: saidOptions,
    says: "Tell us what should change.",
  },
]

const practitioners: AnswerQuestion[] = [
  {
    id: "confidence",
    group: "practitioners",
    asks: "How confident are you as a named social worker?",
    options: upTo("not at all", "very"),
    scored: true,
    gives: { measure: "confidence" },
  },
  {
    id: "rights",
    group: "practitioners",
    asks: "How well do you know the rights of the people you support?",
    options: upTo("not at all", "very well"),
    scored: true,
  },
  {
    id: "staying",
    group: "practitioners",
    asks: "How likely is it that you are still in this work in a year?",
    options: upTo("not at all", "very"),
    scored: true,
  },
  {
    id: "days-promised",
    group: "practitioners",
    asks: "How many protected days a week were you promised?",
    options: days,
    scored: true,
  },
  {
    id: "days-actual",
    group: "practitioners",
    asks: "How many protected days did you really have last week?",
    hint: "If last week was not like the others, choose what is usual.",
    options: days,
    scored: true,
  },
]

/** Every question, by group and in the order of its page. */
export const answerQuestions: Record<AnswerGroup, readonly AnswerQuestion[]> = {
  people,
  families,
  practitioners,
}

export const everyAnswerQuestion: readonly AnswerQuestion[] = Object.values(answerQuestions).flat()

/** Who read the questions out or helped, and whether that is somebody independent of the council. */
export const askedBy = {
  alone: { words: "Nobody. I did it on my own.", independent: true },
  family: { words: "My family or a friend", independent: true },
  advocate: { words: "An advocate, or somebody from a self-advocacy group", independent: true },
  worker: { words: "Somebody else who works for the council or the health service", independent: false },
  named: { words: "My named social worker", independent: false },
  [notSaid]: { words: notSaidWords, independent: undefined },
} as const
export type AskedBy = keyof typeof askedBy

/** Practitioners fill in their own: nobody asks them. */
export const asksWhoHelped = (group: AnswerGroup) => group !== "practitioners"
