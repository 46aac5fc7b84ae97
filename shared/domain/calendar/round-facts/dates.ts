import * as z from "zod"
import { section } from "../../../form/section.ts"
import {
  addMonths,
  atLondon,
  clockTime,
  dayWords,
  londonDate,
  type PlainDate,
  plainDate,
  stampWords,
} from "../../../values/london.ts"
import { timeOfDay } from "../../../values/time-of-day.ts"
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "../../../values/working-days.ts"
import { dateQuestions, furthest, usual } from "./date-questions.ts"
import { type FactsPage, present } from "./page.ts"

/** How many working days a round is open, not counting the day it opens. */
export const openFor = ({ opens, closes }: { opens: string; closes: string }) =>
  workingDaysBetween(londonDate(new Date(opens)), londonDate(new Date(closes)))

/** Whether it is open for fewer working days than councils usually need. */
export const isShort = (round: { opens?: string; closes?: string }) =>
  round.opens !== undefined &&
  round.closes !== undefined &&
  openFor({ opens: round.opens, closes: round.closes }) < usual.open

const morning = "09:00"
const evening = "17:00"

const instant = (day: PlainDate, at: string) => atLondon(day, at).toISOString()

const shape = z.object({
  opens: plainDate.optional(),
  opensAt: timeOfDay.default(morning),
  closes: plainDate.optional(),
  closesAt: timeOfDay.default(evening),
  questionsUntil: plainDate.optional(),
  decisionsBy: plainDate.optional(),
  startsFrom: plainDate.optional(),
  startsTo: plainDate.optional(),
  short: z.string().optional(),
})

export const dates: FactsPage = {
  id: "dates",
  title: "Dates",

  section: (_, { now }) =>
    section({
      id: "dates",
      title: "Dates",
      minutes: 0,
      asks: dateQuestions(furthest(now)),
      checks: [
        {
          at: "opens",
          needs: ["opens", "opensAt"],
          holds: ({ opens, opensAt }) => atLondon(opens, opensAt) > now,
          otherwise: `The day it opens must be in the future. It is ${stampWords(now)} now`,
        },
        {
          at: "closes",
          needs: ["opens", "opensAt", "closes", "closesAt"],
          holds: (given) => instant(given.closes, given.closesAt) > instant(given.opens, given.opensAt),
          otherwise: ({ opens }) => `The day it closes must be after it opens, on ${dayWords(opens)}`,
        },
        {
          at: "questionsUntil",
          needs: ["questionsUntil", "closes"],
          holds: ({ questionsUntil, closes }) => questionsUntil <= closes,
          otherwise: ({ closes }) =>
            `The last day for questions must be no later than the day it closes, ${dayWords(closes)}`,
        },
        {
          at: "questionsUntil",
          needs: ["questionsUntil", "opens"],
          holds: ({ questionsUntil, opens }) => questionsUntil >= opens,
          otherwise: ({ opens }) =>
            `The last day for questions must be no earlier than the day it opens, ${dayWords(opens)}`,
        },
        {
          at: "decisionsBy",
          needs: ["decisionsBy", "closes"],
          holds: ({ decisionsBy, closes }) => decisionsBy > closes,
          otherwise: ({ closes }) =>
            `The day decisions come by must be after the day it closes, ${dayWords(closes)}`,
        },
        {
          at: "startsTo",
          needs: ["startsFrom"],
          holds: ({ startsTo }) => startsTo !== undefined,
          otherwise: "Enter the last day to start, or leave both empty",
        },
        {
          at: "startsFrom",
          needs: ["startsTo"],
          holds: ({ startsFrom }) => startsFrom !== undefined,
          otherwise: "Enter the first day to start, or leave both empty",
        },
        {
          at: "startsTo",
          needs: ["startsFrom", "startsTo"],
          holds: ({ startsFrom, startsTo }) => startsFrom <= startsTo,
          otherwise: ({ startsFrom }) =>
            `The last day to start must be no earlier than the first, ${dayWords(startsFrom)}`,
        },
        {
          at: "short",
          weighs: "warning",
          needs: ["opens", "closes"],
          holds: ({ opens, closes }) => workingDaysBetween(opens, closes) >= usual.open,
          otherwise: ({ opens, closes }) =>
            `It is open for ${workingDaysBetween(opens, closes)} working days, fewer than ${usual.open}.`,
        },
        {
          at: "closes",
          weighs: "warning",
          needs: ["closes"],
          holds: ({ closes }) => isWorkingDay(closes),
          otherwise: ({ closes }) =>
            `It closes on ${dayWords(closes)}, which is not a working day: nobody answers the telephone.`,
        },
        {
          at: "closesAt",
          weighs: "warning",
          needs: ["closesAt"],
          holds: ({ closesAt }) => closesAt === evening,
          otherwise: "It does not close at 5pm, when somebody answers the telephone.",
        },
        {
          at: "startsFrom",
          weighs: "warning",
          needs: ["startsFrom", "decisionsBy"],
          holds: ({ startsFrom, decisionsBy }) => startsFrom >= decisionsBy,
          otherwise: "A pilot may start before the decisions come.",
        },
      ],
    }),

  answers: ({ opens, closes, questionsUntil, decisionsBy, startsBetween, reasons }) =>
    present({
      ...(opens && { opens: londonDate(new Date(opens)), opensAt: clockTime(new Date(opens)) }),
      ...(closes && { closes: londonDate(new Date(closes)), closesAt: clockTime(new Date(closes)) }),
      questionsUntil,
      decisionsBy,
      startsFrom: startsBetween?.from,
      startsTo: startsBetween?.to,
      short: reasons?.short,
    }),

  suggests: (draft, { now }) => {
    const opens = draft.opens
      ? londonDate(new Date(draft.opens))
      : addWorkingDays(londonDate(now), usual.opensIn)
    const closes = draft.closes ? londonDate(new Date(draft.closes)) : addWorkingDays(opens, usual.open)
    const decisionsBy = draft.decisionsBy ?? addWorkingDays(closes, usual.decisionsAfter)
    const startsFrom = draft.startsBetween?.from ?? addWorkingDays(decisionsBy, usual.startsAfter)
    return {
      opens,
      opensAt: morning,
      closes,
      closesAt: evening,
      questionsUntil: addWorkingDays(closes, -usual.questionsBefore),
      decisionsBy,
      startsFrom,
      startsTo: addMonths(startsFrom, 3),
    }
  },

  into: (draft, answers) => {
    const { opens, opensAt, closes, closesAt, startsFrom, startsTo, short, ...rest } = shape.parse(answers)
    return {
      ...draft,
      opens: opens && instant(opens, opensAt),
      closes: closes && instant(closes, closesAt),
      questionsUntil: rest.questionsUntil,
      decisionsBy: rest.decisionsBy,
      startsBetween: startsFrom && startsTo ? { from: startsFrom, to: startsTo } : undefined,
      reasons: { ...draft.reasons, short },
    }
  },
}
