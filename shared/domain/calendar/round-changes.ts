import { date, longText } from "../../form/questions/index.ts"
import { section } from "../../form/section.ts"
import { addDays, dayMomentWords, dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import { Refused } from "../refused.ts"
import { type Round, standingOf } from "./round.ts"
import { furthest } from "./round-facts/date-questions.ts"
import { time } from "./round-facts/page.ts"

/** Refuses what a round that has opened no longer allows: what people write by does not move under them. */
export const notYetOpened = (round: Round, now: Date) => {
  if (standingOf(round, now) !== "not open yet")
    throw new Refused("not possible now", { says: standsAsPublished(round) })
}

export const standsAsPublished = ({ opens }: Pick<Round, "opens">) =>
  `The round opened at ${dayMomentWords(new Date(opens))}: weights, sections and who may lead stand as they were published.`

const reason = (called: string, hint: string) => longText({ label: "Why?", called, hint, words: 60 })

/** What is written to move the close of an open round. */
export const laterForm = (now: Date) =>
  section({
    id: "closing",
    title: "Move the close",
    minutes: 0,
    asks: {
      closes: date({
        label: "On which day does it close now?",
        called: "the day it closes",
        hint: "It can only move later: somebody may have planned by the day that was published.",
        notAfter: furthest(now),
      }),
      closesAt: time({ label: "At what time?", called: "the time it closes", hint: "For example 5pm" }),
      decisionsBy: date({
        label: "By which day do decisions come?",
        called: "the day decisions come by",
        notAfter: furthest(now),
      }),
      because: reason("why it moves", "Everybody reads this on the page of the round."),
    },
  })

/** What is written to take a round back. */
export const takingBack = section({
  id: "take-back",
  title: "Take the round back",
  minutes: 0,
  asks: { because: reason("why it is taken back", "It is kept with the history of the round.") },
})

export type Later = { closes: string; decisionsBy: PlainDate; because: string }

/** The round with its close, or its decisions, moved: later only, while it is open, with a reason for everybody to read. */
export const movedLater = (round: Round, later: Later, now: Date): Round => {
  const standing = standingOf(round, now)
  const before = dayMomentWords(new Date(round.closes))
  if (standing === "not open yet")
    throw new Refused("not possible now", {
      says: "The round has not opened: change its dates on their own page.",
    })
  if (standing === "closed")
    throw new Refused("not possible now", {
      says: `The round closed at ${before}: nobody can be given more time by moving it now.`,
    })
  const { closes, decisionsBy, because } = later
  const closeDay = londonDate(new Date(closes))
  const moves = [
    ...(closes === round.closes
      ? []
      : [`It closes at ${dayMomentWords(new Date(closes))}, not at ${before}.`]),
    ...(decisionsBy === round.decisionsBy
      ? []
      : [`Decisions come by ${dayWords(decisionsBy)}, not by ${dayWords(round.decisionsBy)}.`]),
  ]
  const problems = [
    ...(closes < round.closes
      ? [{ question: "closes", says: `The day it closes can only move later than ${before}` }]
      : []),
    ...(closeDay > furthest(now) || decisionsBy > furthest(now)
      ? [{ question: "closes", says: `No day can be after ${dayWords(furthest(now))}` }]
      : []),
    ...(decisionsBy <= closeDay
      ? [
          {
            question: "decisionsBy",
            says: `The day decisions come by must be ${dayWords(addDays(closeDay, 1))} or later: it closes on ${dayWords(closeDay)}`,
          },
        ]
      : []),
    ...(moves.length === 0 ? [{ question: "closes", says: "Enter another day, or another time" }] : []),
  ]
  if (problems.length > 0) throw new Refused("not valid", { problems })
  const change = { at: now.toISOString(), what: moves.join(" "), because }
  return { ...round, closes, decisionsBy, changed: [...(round.changed ?? []), change] }
}
