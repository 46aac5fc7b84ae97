import type * as z from "zod"
import type { Json } from "../values/canonical.ts"

/** What a browser sends for a form: each field's name, with the text of it. */
export type Entries = Record<string, string>

/** What a page's fields come to: an answer, nothing typed, or what is wrong with what was typed. */
export type Read = { value: unknown } | { blank: true } | { problem: string; part?: string }

/** `question` is an answer's key; `part` the field inside it that is wrong, where there are several. */
export type Problem = { question: string; part?: string; says: string }

export type Answers = Record<string, Json>

export const questionTypes = [
  "text",
  "longText",
  "money",
  "wholeNumber",
  "decimal",
  "count",
  "date",
  "choice",
  "choices",
  "yesNo",
  "person",
  "repeated",
  "moneyGrid",
  "declaration",
  "figure",
] as const
export type QuestionType = (typeof questionTypes)[number]

/** The words of a question, as everyone who meets it reads them. */
export type Wording = {
  /** The question as asked. */
  label: string
  /** The same in the middle of a sentence: "Enter …". */
  called: string
  hint?: string
  /** Why it is asked and who uses the answer. */
  why?: string
  optional?: boolean
  /** Asked only where another question of the section has this answer. */
  when?: { question: string; is: string | boolean }
}

/**
 * One question, whatever its type: `schema` is the validity of a stored answer, always held;
 * presence is asked for only on sending. `read` and `write` go between an answer and the fields of a page.
 */
export type Question = Wording & {
  type: QuestionType
  schema: z.ZodType
  read: (entries: Entries, name: string) => Read
  write: (value: Json, name: string) => Entries
  /** The answer in words, for reading back, print, letters and CSV. */
  words: (value: Json) => string
  /** The free texts in an answer, for the personal-data check. */
  texts: (value: Json) => string[]
  /** What is still missing inside an answer that is there. */
  missing: (value: Json) => { part?: string; says: string }[]
  /** What to say when there is no answer at all. */
  ask: string
  /** Gives new rows their ids, and refuses ids that were never given. Only where an answer has rows. */
  settle?: (value: Json, before: Json | undefined, newId: (seed: string) => string) => Json | undefined
  /** What the page needs to draw the control: limits, options, columns. Plain data, kept with what is sent. */
  shape: Shape
}

/** A question whose answer has this type: what makes a section's checks typed to its options. */
export type Asked<Value> = Question & { readonly answers?: Value }

/** What a section's questions may have been answered with. An unanswered question has no key. */
export type AnswersOf<Asks> = {
  readonly [Key in keyof Asks]?: Asks[Key] extends Asked<infer Value> ? Value : never
}

export type Shape = {
  words?: number
  options?: Record<string, string>
  of?: Record<string, Question>
  upTo?: number
  rows?: Line[]
  columns?: Line[]
  statement?: string[]
  calledRow?: string
  width?: number
  /** Whether the columns of a table of amounts are never added up with each other. */
  apart?: true
  /** Whether an amount may have a minus. */
  signed?: true
  figure?: FigureShape
}
/** What a figure is made of: a number, so many of so many, an average of how many, an amount. */
export type FigureShape = {
  unit: "count" | "share" | "mean" | "amount"
  /** What is counted, and of what: in the middle of a sentence. */
  counts: string
  outOf?: string
  scale?: { least: number; most: number }
  /** What is said of one that does not apply. */
  none: string
}
export type Line = { id: string; label: string }

export const nothingMissing = () => []
export const noTexts = () => []
