import { dateWords, londonDate, momentWords, stampWords } from "../../values/london.ts"
import type { Occasion } from "../calendar/occasion.ts"
import { isTaken, lateWords, untilWords } from "../calendar/window.ts"
import { type Role, roles } from "../people/role.ts"
import type { Shelved } from "./submission.ts"

/** Said in words wherever the submission is met. `loud` is the part that is printed large. */
export type Sentence = { loud: "NOT SENT" | "NOT SENT YET" | "SENT" | "WITHDRAWN"; rest: string }

export const asText = ({ loud, rest }: Sentence) => `${loud}${rest.startsWith(" ") ? "" : ". "}${rest}`

type About = Pick<Occasion, "window" | "hearBy">

/**
 * Whether it has gone, and who has it: one sentence for every state, the same on every page, in the API and in
 * letters. Whoever reads it with roles of their own is told when it waits for somebody else.
 */
export const sentenceOf = (one: Shelved, occasion: About, at: Date, mine?: readonly string[]): Sentence => {
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
        rest: ` to the Department of Health at ${sentOn}${one.nil ? ": nothing to report" : ""}. Reference ${one.reference}, version ${one.version}.${lateness(one, occasion)} Nobody has opened it yet.${hearing(occasion)}`,
      }
    case "waiting":
    case "draft": {
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

const lateness = ({ sentAt, version }: Shelved, { window }: About) => {
  const late = window.rule === "due" && version === 1 && sentAt ? lateWords(window, new Date(sentAt)) : ""
  return late && ` It was ${late}.`
}

const hearing = ({ hearBy }: About) => (hearBy === undefined ? "" : ` You will hear by ${dateWords(hearBy)}.`)

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
