import { dayWords, type PlainDate, stampWords } from "../../values/london.ts"
import { timeOfDayWords } from "../../values/time-of-day.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { Session } from "./session.ts"
import { isNotAnswered } from "./session-life.ts"

/** Who reads where a session stands. Evaluators read what the coach reads of it. */
export const sessionAudiences = ["lead", "site", "coach", "department"] as const
export type SessionAudience = (typeof sessionAudiences)[number]

/** `loud` is printed large, `rest` goes on from it. */
export type Standing = { loud: string; rest: string }

export const standingText = ({ loud, rest }: Standing) => `${loud}${/^[ ,]/.test(rest) ? "" : ". "}${rest}`

/** Where a session stands and what happens next, in one sentence for each who reads it. */
export const sessionSentence = (one: Session, to: SessionAudience, today: PlainDate): Standing =>
  sentences[one.state](one, to, today)

type Says = (one: Session, to: SessionAudience, today: PlainDate) => Standing

const sentences: Record<Session["state"], Says> = {
  planned: (one, to, today) => ({
    loud: "PLANNED",
    rest: ` for ${whenWords(one)}${one.place && to !== "department" ? `, ${one.place}` : ""}.${
      one.on < today ? gone[to] : ""
    }`,
  }),
  cancelled: ({ cancelled }, to) => ({
    loud: "WILL NOT TAKE PLACE",
    rest: `${cancelled?.by.name ?? "Its coach"} said so on ${stamp(cancelled?.at)}${
      cancelled && to !== "department" ? `: ${cancelled.because}` : "."
    }`,
  }),
  held: (one, to) => ({
    loud: to === "coach" ? "NOT SHARED YET" : "HELD",
    rest: `${to === "coach" ? "" : ", "}${to === "coach" ? "Being" : "being"} written up since ${stamp(one.held?.at)} by ${one.held?.by.name ?? one.coach.name}. ${unshared[to]}`,
  }),
  shared: (one, to, today) => {
    const on = `${one.shared?.by.name ?? one.coach.name} shared it with the site on ${stamp(one.shared?.at)}`
    if (!one.answerBy)
      return { loud: "SHARED", rest: `${on}. It can be commented on; nothing has to be agreed.` }
    if (isNotAnswered(one, today))
      return {
        loud: "NOT ANSWERED",
        rest: `${on}; the site was asked to answer by ${dayWords(one.answerBy)}. ${unanswered[to]}`,
      }
    return {
      loud: "NOT AGREED YET",
      rest: `${on}. ${asks[to]} by ${dayWords(one.answerBy)}, ${leftWords(today, one.answerBy)}.`,
    }
  },
  disputed: ({ answered, coach }, to) => ({
    loud: "DISPUTED",
    rest: ` by ${answered?.by.name ?? "the site"} on ${stamp(answered?.at)}. ${
      to === "coach"
        ? "It waits for its coach: share a new version, or answer with an addendum. The site then agrees or not."
        : `${coach.name} answers with a new version or an addendum, and ${to === "lead" ? "you agree" : "the site agrees"} or not.`
    }`,
  }),
  agreed: (one) => ({ loud: "AGREED", rest: ` by ${agreedWords(one)}. ${stays}` }),
  "agreed with comment": (one) => ({
    loud: "AGREED WITH A COMMENT",
    rest: ` by ${agreedWords(one)}. ${stays}`,
  }),
  closed: (one) => ({
    loud: "CLOSED",
    rest: ` by ${one.closed?.by.name ?? one.coach.name} on ${stamp(one.closed?.at)}${
      one.closed?.unanswered
        ? ". The site was asked and NOT ANSWERED: it has not agreed"
        : one.answered
          ? `. Agreed by ${agreedWords(one)}`
          : "; nothing had to be agreed"
    }. ${stays}`,
  }),
}

const gone = {
  coach: " That day has passed: write it up, move it to another day, or say that it will not take place.",
  lead: " That day has passed. Its coach writes it up, or says when it will be.",
  site: " That day has passed. Its coach writes it up, or says when it will be.",
  department: " That day has passed.",
} satisfies Record<SessionAudience, string>

const unshared = {
  coach: "Only the coach and the coordinators can see what is written.",
  lead: "You read it when it is shared. Nothing for you to do.",
  site: "You read it when it is shared. Nothing for you to do.",
  department: "It is not shared with the site yet.",
} satisfies Record<SessionAudience, string>

const unanswered = {
  coach: "It can still be answered; you can close it as not answered.",
  lead: "You can still answer it until it is closed.",
  site: "It can still be answered until it is closed.",
  department: "It can still be answered.",
} satisfies Record<SessionAudience, string>

const asks = {
  lead: "One thing for you: agree, or say what to change,",
  site: "Your site lead agrees, or says what to change,",
  coach: "The site is asked to answer",
  department: "The site is asked to answer",
} satisfies Record<SessionAudience, string>

const stays = "The text stays as it is; a correction is added below it."

/** "Tuesday 9 January 2018 at 2pm" */
export const whenWords = ({ on, time }: Pick<Session, "on" | "time">) =>
  `${dayWords(on)}${time ? ` at ${timeOfDayWords(time)}` : ""}`

const agreedWords = ({ answered }: Session) => `${answered?.by.name ?? "the site"} on ${stamp(answered?.at)}`

const leftWords = (today: PlainDate, by: PlainDate) => {
  if (today === by) return "today"
  const days = workingDaysBetween(today, by)
  return `in ${days} working ${days === 1 ? "day" : "days"}`
}

const stamp = (at: string | undefined) =>
  at === undefined ? "a day that was not kept" : stampWords(new Date(at))
