import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { date, longText, text } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import {
  addMonths,
  atLondon,
  dayMomentWords,
  dayWords,
  type PlainDate,
  plainDate,
  stampWords,
} from "../../values/london.ts"
import { isWorkingDay } from "../../values/working-days.ts"
import { Refused } from "../refused.ts"
import type { Expected } from "./expected.ts"
import type { Period } from "./period.ts"

/** A day when somebody answers the telephone, or a reason. */
export const offDay = text({
  label: "If it is not a working day, why?",
  called: "why it is not a working day",
  hint: "Nobody answers the telephone on other days.",
  upTo: 200,
  optional: true,
})

export const notWorking = (day: PlainDate, why: string | undefined): string | undefined =>
  isWorkingDay(day) || why
    ? undefined
    : `${dayWords(day)} is not a working day: nobody answers the telephone. Choose another day, or say why`

/** Another date for one return of every site. */
export const dueDateForm = ({ to }: Pick<Period, "to">): Section =>
  section({
    id: "due",
    title: "Change the due date",
    minutes: 0,
    asks: {
      day: date({
        label: "On which day is it due?",
        called: "the day it is due",
        hint: "It is due at 5pm.",
        notAfter: addMonths(to, 24),
      }),
      offDay,
      because: longText({
        label: "Why does it change?",
        called: "why it changes",
        hint: "Each site that it concerns can read this.",
        words: 60,
      }),
    },
  })

const given = z.object({ day: plainDate, offDay: z.string().optional(), because: z.string() })

/** The period with another date, and why: in the future, and after what it covers. */
export const withDueDate = (period: Period, answers: Answers, now: Date) => {
  const { day, offDay: why, because } = given.parse(answers)
  const by = atLondon(day, "17:00")
  const wrong = wrongDue(period, day, now)
  const off = notWorking(day, why)
  const problems = [
    ...(wrong ? [{ question: "day", says: wrong }] : []),
    ...(!wrong && off ? [{ question: "offDay", says: off }] : []),
  ]
  if (problems.length > 0) throw new Refused("not valid", { problems })
  const reason = why && !isWorkingDay(day) ? `${because}\n${why}` : because
  return { ...period, by: by.toISOString(), because: reason }
}

const wrongDue = ({ to, by: before }: Period, day: PlainDate, now: Date) => {
  const by = atLondon(day, "17:00")
  if (by <= now)
    return `The day it is due must be in the future: it is ${stampWords(now)} now, and a date that has passed helps nobody`
  if (day <= to) return `The day it is due must be after what it covers ends, on ${dayWords(to)}`
  if (before === by.toISOString()) return `It is due at ${dayMomentWords(by)} already: enter another day`
  return undefined
}

/** What another date for its period does to one return, whatever the date is. */
export const effectOf = (one: Expected, period: Pick<Period, "to">): { moves: boolean; says: string } => {
  const { covers, extended, notNeeded, stands } = one
  if (covers && covers.to !== period.to)
    return {
      moves: false,
      says: `Stays: it covers ${dayWords(covers.from)} to ${dayWords(covers.to)}, which is another time`,
    }
  if (extended)
    return {
      moves: false,
      says: `Stays where it has more time, until ${dayMomentWords(new Date(extended.until ?? one.by))}, unless the new day is later`,
    }
  if (stands && stands.version > 0) return { moves: true, says: "Moves. It is sent already" }
  if (notNeeded) return { moves: true, says: "Moves. It is not needed this time" }
  return { moves: true, says: "Moves" }
}
