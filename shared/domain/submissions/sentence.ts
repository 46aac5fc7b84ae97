import { kindOf, readersOf } from "../../kinds/index.ts"
import { dateWords, dayWords, londonDate, momentWords, stampWords } from "../../values/london.ts"
import { addWorkingDays } from "../../values/working-days.ts"
import type { Occasion } from "../calendar/occasion.ts"
import { isTaken, lateWords, untilWords } from "../calendar/window.ts"
import { type Role, roles } from "../people/role.ts"
import { decidedWords, inConfidence } from "../selection/letter.ts"
import type { ToldDecision } from "../selection/told.ts"
import { isSentBack } from "./sent-back.ts"
import type { Back, Shelved } from "./submission.ts"

/** Said in words wherever the submission is met. `loud` is the part that is printed large. */
export type Sentence = { loud: "NOT SENT" | "NOT SENT YET" | "SENT" | "WITHDRAWN"; rest: string }

export const asText = ({ loud, rest }: Sentence) => `${loud}${goesOn(rest) ? "" : ". "}${rest}`

/** Whether the loud part and the rest are one sentence. */
export const goesOn = (rest: string) => /^[ ,]/.test(rest)

type About = Pick<Occasion, "window" | "hearBy" | "readEarly">

/** What its applicant was told of it, and whether everybody knows. */
export type HeardOf = Pick<ToldDecision, "decision" | "place" | "decidedOn"> & { announced: boolean }

/**
 * Whether it has gone, and who has it: one sentence for every state, the same on every page, in the API and in
 * letters. Whoever reads it with roles of their own is told when it waits for somebody else. Before its applicant is
 * told, nothing in it comes from what the selection panel does: of that, time alone says all there is to say.
 */
export const sentenceOf = (
  one: Shelved,
  occasion: About,
  at: Date,
  mine?: readonly string[],
  heard?: HeardOf,
): Sentence => {
  if (heard && one.state !== "withdrawn") return decided(one, heard)
  const sentOn = one.sentAt && momentWords(new Date(one.sentAt))
  switch (one.state) {
    case "withdrawn":
      return {
        loud: "WITHDRAWN",
        rest: ` by ${one.changedBy.name} on ${dateWords(londonDate(new Date(one.changedAt)))}.`,
      }
    case "accepted":
      return {
        loud: "SENT",
        rest: ` and ACCEPTED on ${dateWords(londonDate(new Date(one.review?.accepted?.at ?? one.changedAt)))}. Reference ${one.reference}, version ${one.version}. ${asking(one.review) || "Nothing more to do."}`,
      }
    case "sent":
      return {
        loud: "SENT",
        rest: ` to ${readersOf(kindOf(one.kind))} at ${sentOn}${one.nil ? ": nothing to report" : ""}. Reference ${one.reference}, version ${one.version}.${lateness(one, occasion)} ${readingWords(one, at) || (kindOf(one.kind).ownPage ? counted : hearing(occasion, at))}`,
      }
    case "waiting":
    case "draft": {
      if (one.version > 0 && one.back && isSentBack(one))
        return sentBack(one, one.back, mine, isTaken(occasion.window, at))
      const before =
        one.version > 0
          ? `Version ${one.version} was sent at ${sentOn} and still counts. Your changes since are not sent. `
          : ""
      const rest =
        one.state === "waiting"
          ? waiting(one, isTaken(occasion.window, at), mine)
          : "Only your team can see this."
      return {
        loud: one.state === "waiting" ? "NOT SENT YET" : "NOT SENT",
        rest: `${before}${rest} ${untilWords(occasion.window, at)}`,
      }
    }
  }
}

/** Whoever reads it, what they ask, and when there is an answer: of a return that somebody accepts. */
const readingWords = ({ kind, review, sentAt }: Shelved, at: Date): string => {
  if (kindOf(kind).workflow !== "sent and accepted" || !sentAt) return ""
  const asks = asking(review)
  if (asks) return asks
  const by = answerBy(sentAt)
  const hear =
    londonDate(at) <= by
      ? `You will hear by ${dayWords(by)}.`
      : `You were to hear by ${dayWords(by)}: the answer is late.`
  return review?.looked
    ? `${review.looked.by.name} is reading it. Nothing for you to do. ${hear}`
    : `Nobody has opened it yet. ${hear}`
}

/** Working days in which whoever accepts a return says what they think of it. */
const readWithin = 10

export const answerBy = (sentAt: string) => addWorkingDays(londonDate(new Date(sentAt)), readWithin)

const asking = (review: Shelved["review"]): string => {
  const [first] = review?.open.toSorted((a, b) => a.answerBy.localeCompare(b.answerBy)) ?? []
  if (!review || !first) return ""
  const { length } = review.open
  const [on, by] = [first.askedAt, first.answerBy].map((one) => dayWords(londonDate(new Date(one))))
  return length === 1
    ? `One question for you, asked on ${on}; answer by ${by}.`
    : `${length} questions for you, the first asked on ${on}; answer by ${by}.`
}

const sentBack = (
  one: Shelved,
  { sections, at, move }: Back,
  mine?: readonly string[],
  taken = true,
): Sentence => ({
  loud: "SENT",
  rest: `, then ${move === "reopen" ? "OPENED AGAIN" : "SENT BACK"} on ${dateWords(londonDate(new Date(at)))} for changes to ${sections.map(({ title }) => title).join(" and ")}. Your changes are NOT SENT YET.${one.state === "waiting" ? ` ${waiting(one, taken, mine)}` : ""}`,
})

const lateness = ({ sentAt, version }: Shelved, { window }: About) => {
  const late = window.rule === "due" && version === 1 && sentAt ? lateWords(window, new Date(sentAt)) : ""
  return late && ` It was ${late}.`
}

const decided = ({ reference, version }: Shelved, { announced, decidedOn, ...one }: HeardOf): Sentence => ({
  loud: "SENT",
  rest: `, and DECIDED: ${lower(decidedWords(one))}, ${dateWords(decidedOn)}. Reference ${reference}, version ${version}.${announced ? "" : ` ${inConfidence}`}`,
})

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

/** Who has it, and when they will hear: of an expression of interest by the clock alone. */
/** Of what nobody accepts, and everybody goes on from. */
const counted = "Nothing more to do."

const hearing = ({ window, hearBy, readEarly }: About, at: Date) => {
  if (hearBy === undefined) return "Nobody has opened it yet."
  const by = dateWords(hearBy)
  if (isTaken(window, at) && !window.afterClose)
    return `${readEarly ? "" : "Nobody reads it before the round closes. "}You will hear by ${by}.`
  const reading = "The selection panel is reading the expressions of interest."
  return londonDate(at) <= hearBy
    ? `${reading} Nothing for you to do. You will hear by ${by}.`
    : `${reading} You were to hear by ${by}: the decision is late. Nothing for you to do.`
}

const waiting = ({ waitingFor, waitingSince }: Shelved, taken: boolean, mine?: readonly string[]) => {
  if (waitingFor.length === 0)
    return `Everyone who must confirm it has.${taken ? " It has to be sent now." : ""}`
  const named = waitingFor.map(({ role, name }) => {
    const words = roles[role as Role]?.words ?? role
    return name ? `${name}, ${words}` : `the ${words}`
  })
  const since = waitingSince ? `, since ${stampWords(new Date(waitingSince))}` : ""
  const done = mine && !waitingFor.some(({ role }) => mine.includes(role)) ? " You have done your part." : ""
  return `Waiting for ${named.join(" and ")}${since}.${done}`
}
