import { date, longText } from "../../../form/questions/index.ts"
import { addMonths, londonDate, type PlainDate } from "../../../values/london.ts"
import { time } from "./page.ts"

/** In working days: how long a round is open, when questions end before it closes, when decisions come after. */
export const usual = { open: 15, questionsBefore: 5, decisionsAfter: 14, opensIn: 5, startsAfter: 10 }

/** Nobody plans a round five years ahead: a year that is mistyped is. */
export const furthest = (now: Date) => addMonths(londonDate(now), 60)

export const dateQuestions = (notAfter: PlainDate) => ({
  opens: date({ notAfter, label: "On which day does it open?", called: "the day it opens" }),
  opensAt: time({
    label: "At what time does it open?",
    called: "the time it opens",
    hint: "For example 9am",
  }),
  closes: date({
    notAfter,
    label: "On which day does it close?",
    called: "the day it closes",
    hint: `A working day, at least ${usual.open} working days after it opens: councils write this beside their work.`,
  }),
  closesAt: time({
    label: "At what time does it close?",
    called: "the time it closes",
    hint: "5pm, when somebody answers the telephone.",
  }),
  questionsUntil: date({
    notAfter,
    label: "Until which day can people ask questions?",
    called: "the last day for questions",
    hint: `${usual.questionsBefore} working days before it closes leaves time to use the answers.`,
  }),
  decisionsBy: date({
    notAfter,
    label: "By which day do decisions come?",
    called: "the day decisions come by",
    hint: `${usual.decisionsAfter} working days after it closes is usual.`,
  }),
  startsFrom: date({
    notAfter,
    label: "What is the first day a pilot may start?",
    called: "the first day to start",
  }),
  startsTo: date({
    notAfter,
    label: "What is the last day a pilot may start?",
    called: "the last day to start",
  }),
  short: longText({
    label: "If the round is open for a short time, why?",
    called: "why the round is open for a short time",
    hint: `Asked where it is open for fewer than ${usual.open} working days, and shown with the round.`,
    words: 60,
    optional: true,
  }),
})
