import * as z from "zod"
import { type FigureQuestion, questionStates } from "../../domain/funding/question.ts"
import { questionState } from "../../domain/funding/questions.ts"
import { readWithin } from "../../domain/submissions/reader-sentence.ts"
import { asText } from "../../domain/submissions/sentence.ts"
import { type Derived, derivedIn } from "../../form/section.ts"
import { type Reviewing, reviewing } from "../../form/workflow.ts"
import { londonDate } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { OnReview } from "./desk.ts"

const instant = z.iso.datetime()
export const whoAndWhen = z.object({ by: z.string(), at: instant })

const questionShape = z.object({
  number: z.int(),
  title: z.string().meta({ description: "The return that it was asked about" }),
  reference: z.string(),
  version: z.int(),
  about: z.string().optional(),
  text: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  answerBy: instant,
  state: z.enum(Object.keys(questionStates) as [keyof typeof questionStates]),
  answer: whoAndWhen.extend({ text: z.string() }).optional(),
  closed: whoAndWhen.optional(),
  carried: z.string().optional().meta({ description: "The return into which it was carried" }),
})

const questionShown = (one: FigureQuestion, latest?: Parameters<typeof questionState>[1]) => ({
  number: one.number,
  title: one.title,
  reference: one.reference,
  version: one.version,
  about: one.about?.label,
  text: one.text,
  askedBy: one.asked.by.name,
  askedAt: one.asked.at,
  answerBy: one.answerBy,
  state: questionState(one, latest),
  ...(one.answer && { answer: { text: one.answer.text, by: one.answer.by.name, at: one.answer.at } }),
  ...(one.closed && { closed: { by: one.closed.by.name, at: one.closed.at } }),
  ...(one.carried !== undefined && { carried: one.carried }),
})

const table = z.object({
  caption: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.object({ label: z.string(), cells: z.array(z.string()) })),
  says: z.array(z.string()).optional(),
})

export const returnShape = z.object({
  reference: z.string(),
  title: z.string(),
  organisation: z.string(),
  phase: z.string(),
  round: z.string(),
  state: z.string(),
  revision: z.int(),
  version: z.int(),
  sentence: z.string(),
  nil: z.boolean(),
  sentAt: instant,
  sentBy: z.string(),
  looked: whoAndWhen.optional(),
  accepted: whoAndWhen.extend({ version: z.int() }).optional(),
  back: z.object({ move: z.string(), sections: z.array(z.string()), note: z.string() }).optional(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      questions: z.array(
        z.object({ id: z.string(), label: z.string(), answer: z.unknown(), words: z.string() }),
      ),
      workedOut: z.array(table),
    }),
  ),
  questions: z.array(questionShape),
  moves: z.array(z.string()).meta({ description: "What you may do about it now" }),
})

export const workedOutIn = (desk: OnReview, id: string): Derived[] => {
  const section = desk.kind.sections(desk.facts).find((one) => one.id === id)
  return section ? derivedIn(section, desk.answers) : []
}

export const movesOn = ({ open, questions }: OnReview): Reviewing[] =>
  reviewing.filter((move) => {
    if (move === "settle" && questions.own.every(({ closed }) => closed)) return false
    return open.includes(move) && !ofTheSite.includes(move)
  })

const ofTheSite: Reviewing[] = ["suggest", "keep", "answer"]

/** By when its completeness is to be checked, and by when it is to be answered. */
export const clockOf = ({ said }: OnReview) => {
  const sent = londonDate(new Date(said.sentAt))
  return {
    complete: addWorkingDays(sent, readWithin.complete),
    answer: addWorkingDays(sent, readWithin.answer),
  }
}

/** A return as the API shows it to whoever accepts it. */
export const returnShown = (desk: OnReview) => {
  const { head, said, organisation, phase, questions } = desk
  const { looked, accepted } = head.review ?? {}
  return {
    reference: head.reference,
    title: head.title,
    organisation: organisation.id,
    phase,
    round: head.round,
    state: head.state,
    revision: head.revision,
    version: head.version,
    sentence: asText(desk.sentence),
    nil: head.nil ?? false,
    sentAt: said.sentAt,
    sentBy: said.sentBy,
    ...(looked && { looked: { by: looked.by.name, at: looked.at } }),
    ...(accepted && { accepted: { by: accepted.by.name, at: accepted.at, version: accepted.version } }),
    ...(head.back && {
      back: {
        move: head.back.move,
        sections: head.back.sections.map(({ id }) => id),
        note: head.back.note,
      },
    }),
    sections: said.sections.map(({ id, title, questions }) => ({
      id,
      title,
      questions: questions.map(({ id, label, answer, words }) => ({ id, label, answer, words })),
      workedOut: workedOutIn(desk, id).map(({ caption, columns, rows, says }) => ({
        caption,
        columns,
        rows,
        ...(says && { says }),
      })),
    })),
    questions: [...questions.own, ...questions.carried].map((one) =>
      questionShown(one, one.reference === head.reference ? said : undefined),
    ),
    moves: movesOn(desk),
  }
}
