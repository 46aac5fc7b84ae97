import { kindOf } from "../../kinds/index.ts"
import { dateWords, londonDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { Expected } from "../calendar/expected.ts"
import { stateOf, stateWords, whoHasIt } from "../calendar/state.ts"
import { isSentBack } from "../submissions/sent-back.ts"

export type Side = "the site" | "the evaluator"

/** Where one return of the evaluation stands between a site and the evaluator: in words, who has it, and since when. */
export type ReturnStands = {
  one: Expected
  says: string
  /** Who has it, in words; nothing where nobody has anything to do. */
  who: string
  waitsFor?: Side
  /** Whole working days of it. */
  days?: number
}

export const isOfEvaluation = ({ kind, owed }: Pick<Expected, "kind" | "owed">) =>
  owed && kindOf(kind).needs === "the evaluation"

/** What the evaluator reads and accepts; a tally is sent and counts. */
export const isAcceptedByEvaluator = (one: Pick<Expected, "kind" | "owed">) =>
  isOfEvaluation(one) && kindOf(one.kind).workflow === "sent and accepted"

export const returnStands = (one: Expected, at: Date): ReturnStands => {
  const since = waiting(one, at)
  const days = since && workingDaysBetween(londonDate(new Date(since.since)), londonDate(at))
  return {
    one,
    says: stateWords(one, at),
    who: since?.who ?? comes(one, at),
    ...(since && { waitsFor: since.waitsFor, days }),
  }
}

type Waiting = { waitsFor: Side; since: string; who: string }

const waiting = (one: Expected, at: Date): Waiting | undefined => {
  const { stands, opens } = one
  const asked = stands?.review?.open.map(({ askedAt }) => askedAt).sort()[0]
  const count = stands?.review?.open.length ?? 0
  const questions: Waiting | undefined = asked
    ? {
        waitsFor: "the site",
        since: asked,
        who: count === 1 ? "The site: 1 question to answer" : `The site: ${count} questions to answer`,
      }
    : undefined
  switch (stateOf(one, at)) {
    case "accepted":
      return questions
    case "reported":
    case "nil":
      return questions ?? (isAcceptedByEvaluator(one) ? withReader(stands, at) : undefined)
    case "sent back":
      return { waitsFor: "the site", since: stands?.back?.at ?? opens, who: withSite(one) }
    case "not started":
    case "in hand":
    case "waiting":
    case "missing":
      return { waitsFor: "the site", since: opens, who: withSite(one) }
    default:
      return undefined
  }
}

const withSite = (one: Expected) => `The site: ${whoHasIt(one)}`

/** Of what was sent: whoever accepts it has it, unless the site is changing it. */
const withReader = (stands: Expected["stands"], at: Date): Waiting | undefined => {
  if (!stands) return undefined
  if (stands.state !== "sent" && !isSentBack(stands))
    return { waitsFor: "the site", since: stands.changedAt, who: "The site is changing what it sent" }
  const { looked } = stands.review ?? {}
  return {
    waitsFor: "the evaluator",
    since: stands.sentAt ?? at.toISOString(),
    who: looked ? `${looked.by.name} is reading it` : "The evaluator: nobody has opened it yet",
  }
}

const comes = (one: Expected, at: Date) => {
  const state = stateOf(one, at)
  if (state === "not received") return "Nobody can send it now: a coordinator can give more time"
  return state === "not open yet" ? `Opens on ${dateWords(londonDate(new Date(one.opens)))}` : ""
}

/** Those of a site that are near: what was due last, and what is due next. */
export const lastAndNext = (
  all: readonly ReturnStands[],
  at: Date,
): { last?: ReturnStands; next?: ReturnStands } => {
  const inOrder = all.filter(({ one }) => !one.notNeeded).toSorted((a, b) => a.one.by.localeCompare(b.one.by))
  const now = at.toISOString()
  return {
    last: inOrder.findLast(({ one }) => one.by <= now),
    next: inOrder.find(({ one }) => one.by > now),
  }
}
