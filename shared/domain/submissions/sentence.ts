import { dateWords, dayMomentWords, londonDate, momentWords, stampWords } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { type Round, standingOf } from "../calendar/round.ts"
import { type Role, roles } from "../people/role.ts"
import type { Shelved } from "./submission.ts"

/** Said in words wherever the submission is met. `loud` is the part that is printed large. */
export type Sentence = { loud: "NOT SENT" | "NOT SENT YET" | "SENT" | "WITHDRAWN"; rest: string }

export const asText = ({ loud, rest }: Sentence) => `${loud}${rest.startsWith(" ") ? "" : ". "}${rest}`

/**
 * Whether it has gone, and who has it: one sentence for every state, the same on every page, in the API and in
 * letters. Whoever reads it with roles of their own is told when it waits for somebody else.
 */
export const sentenceOf = (
  one: Shelved,
  round: Pick<Round, "opens" | "closes" | "decisionsBy">,
  at: Date,
  mine?: readonly string[],
): Sentence => {
  const sentOn = one.sentAt && momentWords(new Date(one.sentAt))
  switch (one.state) {
    case "withdrawn":
      return {
        loud: "WITHDRAWN",
        rest: ` by ${one.changedBy.name} on ${dateWords(londonDate(new Date(one.changedAt)))}.`,
      }
    case "sent":
      return {
        loud: "SENT",
        rest: ` to the Department of Health at ${sentOn}. Reference ${one.reference}, version ${one.version}. Nobody has opened it yet. You will hear by ${dateWords(round.decisionsBy)}.`,
      }
    case "waiting":
    case "draft": {
      const before =
        one.version > 0
          ? `Version ${one.version} was sent at ${sentOn} and still counts. Your changes since are not sent. `
          : ""
      const open = standingOf(round, at) === "open"
      const rest = one.state === "waiting" ? waiting(one, open, mine) : "Only your team can see this."
      return {
        loud: one.state === "waiting" ? "NOT SENT YET" : "NOT SENT",
        rest: `${before}${rest} ${closing(round, at)}`,
      }
    }
  }
}

const waiting = ({ waitingFor, waitingSince }: Shelved, open: boolean, mine?: readonly string[]) => {
  if (waitingFor.length === 0)
    return `Everyone who must confirm it has.${open ? " It has to be sent now." : ""}`
  const named = waitingFor.map(({ role, name }) => {
    const words = roles[role as Role]?.words ?? role
    return name ? `${name}, ${words}` : `the ${words}`
  })
  const since = waitingSince ? `, since ${stampWords(new Date(waitingSince))}` : ""
  const done = mine && !waitingFor.some(({ role }) => mine.includes(role)) ? " You have done your part." : ""
  return `Waiting for ${named.join(" and ")}${since}.${done}`
}

const closing = (round: Pick<Round, "opens" | "closes">, at: Date) => {
  const closes = new Date(round.closes)
  if (standingOf(round, at) === "closed") return `The round closed at ${dayMomentWords(closes)}.`
  const days = workingDaysBetween(londonDate(at), londonDate(closes))
  const left = days <= 0 ? "today" : days === 1 ? "in 1 working day" : `in ${days} working days`
  return `The round closes at ${dayMomentWords(closes)}, ${left}.`
}
