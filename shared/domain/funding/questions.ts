import type { Answers, Question } from "../../form/question.ts"
import { choice, date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { shortHash } from "../../values/hash.ts"
import { atLondon, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "../../values/working-days.ts"
import { marksOf } from "../submissions/compared.ts"
import { partAt } from "../submissions/figures.ts"
import type { Sent } from "../submissions/sent.ts"
import type { Review } from "../submissions/submission.ts"
import type { FigureQuestion, QuestionState } from "./question.ts"

/** Words that may be asked and answered, and working days in which an answer is asked for. */
export const questionRules = { words: 100, least: 2, usual: 5, most: 20 }

/** Where a question may point: all of it, a section, an answer, or a line of a table. */
export type Subject = NonNullable<FigureQuestion["about"]> & { name: string }

export const allOfIt = "all"

/** Everything that was sent that a question may be about, in the order of its pages. */
export const subjectsIn = (
  { sections }: Pick<Sent, "sections">,
  drawn: (section: string, question: string) => Question | undefined,
): Subject[] =>
  sections.flatMap(({ id, title, questions }): Subject[] => [
    { name: id, section: id, label: title },
    ...questions.flatMap(({ id: question, label, answer }): Subject[] => {
      const one = { section: id, question }
      const shape = drawn(id, question)?.shape
      const rows = (shape?.rows ?? []).filter(({ id: row }) => partAt(answer, row) !== undefined)
      return [
        ...(questions.length > 1 || rows.length === 0
          ? [{ ...one, name: `${id}/${question}`, label: `${title}: ${label}` }]
          : []),
        ...rows.map((row) => ({
          ...one,
          part: row.id,
          name: `${id}/${question}/${row.id}`,
          label: `${title}: ${row.label}`,
        })),
      ]
    }),
  ])

/** A question about what was sent. */
export const questionForm = (subjects: readonly Subject[], now: Date): Section => {
  const today = londonDate(now)
  const { words, least, most } = questionRules
  return section({
    id: "question",
    title: "Ask a question",
    minutes: 0,
    asks: {
      about: choice({
        label: "What is it about?",
        called: "what it is about",
        options: {
          [allOfIt]: "All of it",
          ...Object.fromEntries(subjects.map(({ name, label }) => [name, label])),
        },
      }),
      text: longText({
        label: "What do you ask?",
        called: "what you ask",
        hint: "The site lead and the contributors read it, and may answer it. Nothing is sent back by it.",
        words,
      }),
      answerBy: date({
        label: "By which day do you need the answer?",
        called: "the day you need the answer by",
        hint: `A working day, ${least} to ${most} working days ahead. It is due at 5pm.`,
      }),
    },
    checks: [
      {
        at: "answerBy",
        needs: ["answerBy"],
        holds: ({ answerBy }) => isWorkingDay(answerBy) && isInReach(today, answerBy),
        otherwise: ({ answerBy }) =>
          isInReach(today, answerBy)
            ? "The day you need the answer by must be a working day"
            : `The day you need the answer by must be ${least} to ${most} working days ahead`,
      },
    ],
  })
}

const isInReach = (today: PlainDate, day: PlainDate) => {
  const ahead = workingDaysBetween(today, day)
  return ahead >= questionRules.least && ahead <= questionRules.most
}

/** What its form begins with. */
export const usually = (now: Date, about?: string): Answers => ({
  ...(about !== undefined && { about }),
  answerBy: addWorkingDays(londonDate(now), questionRules.usual),
})

export const dueAt = (day: PlainDate) => atLondon(day, "17:00").toISOString()

export const answerForm: Section = section({
  id: "answer",
  title: "Answer the question",
  minutes: 0,
  asks: {
    answer: longText({
      label: "What is your answer?",
      called: "your answer",
      hint: "Where a figure is wrong, say so: it is sent back to you, or you correct it in the next return.",
      words: questionRules.words,
    }),
  },
})

/** What stands in what was sent where a question points: for a section, one mark of all its answers. */
export const valueAt = (
  { sections }: Pick<Sent, "sections">,
  about: FigureQuestion["about"],
): Json | undefined => {
  if (!about) return undefined
  const found = sections.find(({ id }) => id === about.section)
  if (about.question === undefined) return shortHash(marksOf(found))
  const answer = found?.questions.find(({ id }) => id === about.question)?.answer
  return partAt(answer, about.part) as Json | undefined
}

/** How the questions about one return stand, for its head: those that wait for the site, and those that are answered. */
export const standingOf = (questions: readonly FigureQuestion[]): Pick<Review, "open" | "answered"> => {
  const open = questions.filter(({ closed }) => !closed)
  return {
    open: open
      .filter(({ answer }) => !answer)
      .map(({ number, asked, answerBy }) => ({ number, askedAt: asked.at, answerBy })),
    answered: open.filter(({ answer }) => answer).length,
  }
}

const same = (a: Json | undefined, b: Json | undefined) => canonical(a ?? null) === canonical(b ?? null)

/** Where a question stands. What was closed and is sent otherwise since is shown as that: nobody has to remember it. */
export const questionState = (
  { answer, closed, about, version }: FigureQuestion,
  latest: (Pick<Sent, "sections"> & { version: number }) | undefined,
): QuestionState => {
  if (closed)
    return about && latest && latest.version > version && !same(closed.value as Json, valueAt(latest, about))
      ? "changed since"
      : "closed"
  return answer ? "answered" : "open"
}
