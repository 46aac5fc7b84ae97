import { dateWords, type PlainDate } from "../../values/london.ts"
import type { CoachingRight } from "../people/coaching-policy.ts"
import { Refused } from "../refused.ts"
import type { CoachingMove } from "./move.ts"
import { type Session, type SessionState, sessionStates } from "./session.ts"

/** What is done about a session: who does it, and which line of the timeline it is. */
export const sessionMoves = {
  replan: { right: "plan session", line: "replan session" },
  cancel: { right: "plan session", line: "cancel session" },
  write: { right: "write session", line: "hold session" },
  share: { right: "write session", line: "share session" },
  agree: { right: "answer session", line: "agree session" },
  "agree with comment": { right: "answer session", line: "agree session with comment" },
  comment: { right: "comment on session", line: "comment on session" },
  dispute: { right: "answer session", line: "dispute session" },
  answer: { right: "write session", line: "add addendum" },
  addendum: { right: "add addendum", line: "add addendum" },
  close: { right: "write session", line: "close session" },
} as const satisfies Record<string, { right: CoachingRight; line: CoachingMove }>
export type SessionMove = keyof typeof sessionMoves
export const sessionMoveNames = Object.keys(sessionMoves) as SessionMove[]

/**
 * The life of a session: from each state, by a named move, to the next. What is not written here cannot happen. From
 * the day that the site agreed, or that it was closed, no move leads to another text.
 */
export const sessionLife: Record<SessionState, Partial<Record<SessionMove, SessionState>>> = {
  planned: { replan: "planned", cancel: "cancelled", write: "held" },
  cancelled: {},
  held: { write: "held", share: "shared" },
  shared: {
    write: "shared",
    share: "shared",
    comment: "shared",
    agree: "agreed",
    "agree with comment": "agreed with comment",
    dispute: "disputed",
    close: "closed",
  },
  disputed: {
    write: "disputed",
    share: "shared",
    answer: "shared",
    comment: "disputed",
    agree: "agreed",
    "agree with comment": "agreed with comment",
  },
  agreed: { addendum: "agreed", close: "closed" },
  "agreed with comment": { addendum: "agreed with comment", close: "closed" },
  closed: { addendum: "closed" },
}

type Standing = Pick<Session, "state" | "answerBy" | "answered" | "closed">

/** Whether its time to answer has gone by without an answer: said as that, never as agreement. */
export const isNotAnswered = ({ state, answerBy }: Pick<Session, "state" | "answerBy">, today: PlainDate) =>
  state === "shared" && answerBy !== undefined && today > answerBy

/** Its text stays as it is: corrections are addenda. */
export const isFinal = ({ state }: Pick<Session, "state">) =>
  state === "agreed" || state === "agreed with comment" || state === "closed"

/** Where a move leads now; refused with why where it leads nowhere. */
export const moved = (one: Standing, move: SessionMove, today: PlainDate): SessionState => {
  const to = sessionLife[one.state][move]
  const says = to ? notYet(one, move, today) : whyNot(one, move)
  if (!to || says) throw new Refused("not possible now", { says })
  return to
}

export const canMove = (one: Standing, move: SessionMove, today: PlainDate): boolean =>
  sessionLife[one.state][move] !== undefined && notYet(one, move, today) === undefined

/** What the table has and this session does not: agreement that is not asked for, an answer that may still come. */
const notYet = (one: Standing, move: SessionMove, today: PlainDate): string | undefined => {
  if (move === "close" && one.state === "shared" && one.answerBy && !isNotAnswered(one, today))
    return `The site has until ${dateWords(one.answerBy)} to answer. It can be closed when it has agreed, or after that day.`
  if ((move === "agree" || move === "agree with comment") && !one.answerBy)
    return "Nothing has to be agreed here: it is open to comment, and can be disputed."
  return undefined
}

const whyNot = (one: Standing, move: SessionMove): string => {
  if (isFinal(one) && (move === "write" || move === "share"))
    return `${standing(one)} Its text stays as it is. Add an addendum: it shows below the text with your name and the day.`
  if (one.state === "disputed" && move === "close")
    return "The site disputed it. Share a new version or answer with an addendum first."
  if (one.state === "planned" || one.state === "held")
    return one.state === "planned"
      ? "It is planned, and nothing is written up yet."
      : "It is not shared with the site yet."
  return `${standing(one)} This is not possible any more.`
}

const standing = ({ state, answered, closed }: Standing): string => {
  if (closed) return `${closed.by.name} closed it.`
  if (answered && answered.as !== "disputed") return `${answered.by.name} agreed to it for the site.`
  return `It stands as “${sessionStates[state].toLowerCase()}”.`
}
