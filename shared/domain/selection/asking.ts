import type { Answers } from "../../form/question.ts"
import { choice, date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import { atLondon, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "../../values/working-days.ts"
import type { Expected, PanelAsks } from "../calendar/expected.ts"
import type { Actor } from "../people/actor.ts"
import { mayInSelection } from "../people/selection-policy.ts"
import { Refused } from "../refused.ts"
import type { PanelQuestion } from "./notes.ts"
import type { Panel, Reading } from "./reading.ts"
import type { Open, Whole } from "./seen.ts"

/** How much may be asked of one applicant at a time, and answered: words, and working days ahead. */
export const askingRules = { open: 5, question: 60, answer: 150, least: 3, usual: 5, most: 10 }

/** At five in the afternoon of the day. */
export const answerByOf = (day: PlainDate) => atLondon(day, "17:00").toISOString()

export const questionStates = {
  open: "Waiting for an answer",
  answered: "Answered",
  passed: "No answer came in time",
} as const
export type QuestionState = keyof typeof questionStates

/** Where a question stands: what was answered stays so, and nothing is taken from the very instant it is due. */
export const questionState = (one: Pick<PanelQuestion, "answer" | "answerBy">, at: Date): QuestionState => {
  if (one.answer) return "answered"
  return at.getTime() < new Date(one.answerBy).getTime() ? "open" : "passed"
}

/** A question about one of the sections that were sent: their titles by id. */
export const questionForm = (sections: Record<string, string>, now: Date): Section => {
  const today = londonDate(now)
  const { question, least, most } = askingRules
  return section({
    id: "questions",
    title: "Ask the applicant",
    minutes: 0,
    asks: {
      section: choice({
        label: "Which section is it about?",
        called: "which section it is about",
        options: sections,
      }),
      question: longText({
        label: "What do you ask?",
        called: "what you ask",
        hint: "Ask for what you need to score it, and nothing new. The applicant reads this, without who asked.",
        words: question,
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
  return ahead >= askingRules.least && ahead <= askingRules.most
}

/** What its form begins with. */
export const usually = (now: Date): Answers => ({
  answerBy: addWorkingDays(londonDate(now), askingRules.usual),
})

export const answerForm: Section = section({
  id: "answer",
  title: "Answer the selection panel",
  minutes: 0,
  asks: {
    answer: longText({
      label: "What is your answer?",
      called: "your answer",
      hint: "It is sent at once, and cannot be changed afterwards. Everything you sent before stands as it is.",
      words: askingRules.answer,
    }),
  },
})

type Asking = {
  actor: Actor
  one: Open
  raw: Reading
  panel?: Panel
  rules: Whole["rules"]
}

/**
 * Why this person cannot ask an applicant now, where they cannot. Whoever may not see what follows from scores is told
 * nothing by which they could tell that it is decided.
 */
export const cannotAsk = ({ actor, one, raw, panel, rules }: Asking): string | undefined => {
  const chairs = mayInSelection(actor, "assign")
  if (!rules.questions) return "This round was published without questions to applicants."
  if (!mayInSelection(actor, "ask applicants") || !(chairs || one.own))
    return "The chair of the selection panel and the readers of this one can ask."
  if (one.apply?.answer === "no") return "It was found that they cannot apply: nothing more is asked."
  if (panel?.told) return "Everybody was told what was decided: nothing more is asked."
  if (!one.compared && !chairs && one.own?.sent)
    return "You have sent your scores of it. The chair of the selection panel can ask."
  if (!one.compared && chairs && one.readers?.length && one.readers.every(({ sent }) => sent))
    return "Its readers have sent their scores. Ask when you have sent all of yours."
  if (!raw.decided) return undefined
  return one.compared ? "It is decided: nothing more is asked." : "Nothing more is asked about it."
}

export const openIn = (asked: PanelQuestion[], at: Date) =>
  asked.filter((one) => questionState(one, at) === "open")

/** Refused where as many are open as an applicant is asked at a time. */
export const withinLimit = (asked: PanelQuestion[], at: Date) => {
  if (openIn(asked, at).length >= askingRules.open)
    throw new Refused("not possible now", {
      says: `${askingRules.open} questions wait for an answer from them already. Ask again when one is answered, or its day has passed.`,
    })
}

/** What is asked about one submission: a site may have withdrawn another in the same round. */
export const asksAbout = (
  expected: Pick<Expected, "panelAsks"> | undefined,
  reference: string,
): PanelAsks | undefined => (expected?.panelAsks?.reference === reference ? expected.panelAsks : undefined)

/** The site's own word of what it is asked, with one question more. What has passed without an answer is left out. */
export const withAsked = (before: PanelAsks | undefined, one: PanelQuestion, at: Date): PanelAsks => ({
  reference: one.reference,
  asked: one.number,
  answered: before?.answered ?? 0,
  open: [...openOf(before, at), pick(one)],
})

export const withAnswered = (before: PanelAsks | undefined, one: PanelQuestion): PanelAsks => ({
  reference: one.reference,
  asked: before?.asked ?? one.number,
  answered: (before?.answered ?? 0) + 1,
  open: (before?.open ?? []).filter(({ number }) => number !== one.number),
})

const pick = ({ number, askedAt, answerBy }: PanelQuestion) => ({ number, askedAt, answerBy })

/** Those that can still be answered, the first due first. */
export const openOf = (asks: PanelAsks | undefined, at: Date): PanelAsks["open"] =>
  (asks?.open ?? [])
    .filter(({ answerBy }) => at.getTime() < new Date(answerBy).getTime())
    .sort((a, b) => a.answerBy.localeCompare(b.answerBy) || a.number - b.number)
