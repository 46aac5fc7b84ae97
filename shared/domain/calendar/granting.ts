import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { choice, date, longText } from "../../form/questions/index.ts"
import { type Section, section } from "../../form/section.ts"
import {
  addMonths,
  atLondon,
  dayMomentWords,
  dayWords,
  londonDate,
  type PlainDate,
  plainDate,
  stampWords,
} from "../../values/london.ts"
import { isWorkingDay, workingDaysBetween } from "../../values/working-days.ts"
import { nextDay } from "../notices/notices.ts"
import { Refused } from "../refused.ts"
import { notWorking, offDay } from "./due-date.ts"
import type { Expected } from "./expected.ts"
import { locksAt, moved } from "./moved.ts"
import { stateOf } from "./state.ts"

const scopes = {
  this: "This date only",
  later: "This and every later one of this kind, until a day",
} as const

/** More time for one return, or for it and those that follow it. */
export const timeForm = (one: Pick<Expected, "by" | "pilot">): Section =>
  section({
    id: "time",
    title: "Give more time",
    minutes: 0,
    asks: {
      until: date({
        label: "Until which day?",
        called: "the day it is given until",
        hint: "It is then due at 5pm on that day.",
        notAfter: addMonths(londonDate(new Date(one.by)), 24),
      }),
      offDay,
      because: longText({
        label: "Why?",
        called: "why more time is given",
        hint: "The site reads this.",
        words: 60,
      }),
      scope: choice({ label: "For what?", called: "what it is for", options: scopes }),
      lastDay: date({
        label: "Until when does every later one get as many working days more?",
        called: "the last day that a return may cover to get as much",
        ...(one.pilot && { hint: `The pilot ends on ${dayWords(one.pilot.to)}.` }),
        notAfter: addMonths(one.pilot?.to ?? londonDate(new Date(one.by)), 24),
        when: { question: "scope", is: "later" },
      }),
    },
  })

/** Why something is, or is not, for the site to read. */
export const reasonForm = (title: string, called: string): Section =>
  section({
    id: "reason",
    title,
    minutes: 0,
    asks: { because: longText({ label: "Why?", called, hint: "The site reads this.", words: 60 }) },
  })

export const reasoned = z.object({ because: z.string() })
const given = reasoned.extend({
  until: plainDate,
  offDay: z.string().optional(),
  scope: z.enum(["this", "later"]),
  lastDay: plainDate.optional(),
})

type Who = { person: string; name: string }

/** Refuses where nothing can be decided about it any longer. */
const undecided = (one: Expected, at: Date) => {
  if (!one.owed)
    throw new Refused("not possible now", {
      says: "Nobody is owed this: it is an answer to a round, with a date for all.",
    })
  const state = stateOf(one, at)
  if (state === "reported" || state === "nil" || state === "accepted") {
    const when = one.stands?.sentAt ? ` at ${dayMomentWords(new Date(one.stands.sentAt))}` : ""
    throw new Refused("not possible now", { says: `It was sent${when}: it needs nothing more.` })
  }
  return state
}

const withoutAsk = ({ asked: _, ...rest }: Expected): Expected => rest

export type Granted = { after: Expected; because: string; lastDay?: PlainDate }

/** The same with more time, due at 17:00. What was asked is answered by it. */
export const granted = (one: Expected, answers: Answers, by: Who, at: Date): Granted => {
  if (undecided(one, at) === "not needed")
    throw new Refused("not possible now", {
      says: "It is not needed this time. If it is needed after all, say that first.",
    })
  const { until, offDay: off, because: reason, scope, lastDay } = given.parse(answers)
  const due = atLondon(until, "17:00")
  const wrong = wrongUntil(one, until, at)
  const holiday = notWorking(until, off)
  const problems = [
    ...(wrong ? [{ question: "until", says: wrong }] : []),
    ...(!wrong && holiday ? [{ question: "offDay", says: holiday }] : []),
    ...(lastDay && one.covers && lastDay <= one.covers.to
      ? [
          {
            question: "lastDay",
            says: `It must be after ${dayWords(one.covers.to)}, where this one ends: no later one is before it`,
          },
        ]
      : []),
  ]
  if (problems.length > 0) throw new Refused("not valid", { problems })
  const because = off && !isWorkingDay(until) ? `${reason}\n${off}` : reason
  const extended = {
    before: one.extended?.before ?? one.by,
    until: due.toISOString(),
    because,
    by,
    at: at.toISOString(),
    ...(one.asked && { askedBy: one.asked.by.name }),
  }
  const dated = moved(
    { ...withoutAsk(one), extended },
    { by: due.toISOString(), locks: locksAt(one, due.toISOString()) },
    londonDate(at),
  )
  return { after: dated, because, ...(scope === "later" && { lastDay }) }
}

const wrongUntil = (one: Expected, until: PlainDate, at: Date) => {
  const due = atLondon(until, "17:00")
  if (due <= at) return `The day it is given until must be in the future: it is ${stampWords(at)} now`
  if (due <= new Date(one.by))
    return `The day it is given until must be after it is due, ${dayWords(londonDate(new Date(one.by)))}`
  return undefined
}

/** How many working days more than by its rule: what every later one gets too. */
export const workingDaysMore = (rule: string, until: string) =>
  workingDaysBetween(londonDate(new Date(rule)), londonDate(new Date(until)))

/** The date stands: what was asked is answered. */
export const refusedTime = (one: Expected): Expected => {
  if (!one.asked) throw new Refused("not possible now", { says: "Nobody asks for more time for it now." })
  return withoutAsk(one)
}

/** Nothing is wanted of the site this time, and that is on record: it is neither missing nor nothing to report. */
export const notNeededThisTime = (one: Expected, because: string, by: Who, at: Date): Expected => {
  if (undecided(one, at) === "not needed")
    throw new Refused("not possible now", {
      says: "It is on record already that it is not needed this time.",
    })
  const next = { ...withoutAsk(one), notNeeded: { because, by, at: at.toISOString() } }
  return { ...next, next: nextDay(next, londonDate(at)) }
}

/** It is wanted again, by the date it had. */
export const neededAfterAll = (one: Expected, at: Date): Expected => {
  if (!one.notNeeded)
    throw new Refused("not possible now", { says: "It is needed: nobody has said otherwise." })
  const { notNeeded: _, ...rest } = one
  const needed = { ...rest, sequence: one.sequence + 1 }
  return { ...needed, next: nextDay(needed, londonDate(at)) }
}
