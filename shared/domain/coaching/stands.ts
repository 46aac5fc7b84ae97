import { dayWords, type PlainDate, stampWords } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { goings } from "./going-words.ts"
import type { Head } from "./head.ts"

type Waiting = Head["waits"][number]

const days = (count: number) => `${count} working ${count === 1 ? "day" : "days"}`

/** Whether the site was asked and its time to answer has gone by: said as that, never as agreement. */
export const isUnanswered = ({ state, until }: Waiting, today: PlainDate) =>
  state === "shared" && until !== undefined && today > until

/** Where one session stands that somebody has something to do about, in the words of every list. */
export const waitingWords = (one: Waiting, today: PlainDate): string => {
  const { state, until, since, agreement } = one
  const on = stampWords(new Date(since))
  switch (state) {
    case "held":
      return "NOT SHARED YET. The coach is writing it up."
    case "disputed":
      return `DISPUTED by the site on ${on}. The coach answers, and the site agrees or not.`
    case "shared": {
      if (!agreement)
        return `SHARED with the site on ${on}. It can be commented on; nothing has to be agreed.`
      if (isUnanswered(one, today))
        return `NOT ANSWERED. Shared with the site on ${on}; it was asked to answer by ${dayWords(until ?? today)}.`
      const left = until === undefined ? "" : `, in ${days(workingDaysBetween(today, until))}`
      return `NOT AGREED YET. Shared with the site on ${on}; it is asked to answer${until ? ` by ${dayWords(until)}` : ""}${left}.`
    }
  }
}

/** How it is going in both sides' words: one that has said nothing is said so. */
export const goingLine = ({ going }: Pick<Head, "going">): string | undefined =>
  going &&
  `The site says: ${going.site ? goings[going.site.says].toLowerCase() : "nothing yet"}. Its coach says: ${going.coach ? goings[going.coach.says].toLowerCase() : "nothing yet"}.`

/** When they meet next and met last. */
export const meetingLines = ({ planned, last }: Pick<Head, "planned" | "last">): string[] => {
  const [next] = planned
  return [
    next
      ? `Next: ${next.title} on ${dayWords(next.on)}${next.time ? ` at ${next.time}` : ""}.`
      : "No session is planned.",
    ...(last ? [`Last: ${last.title} on ${dayWords(last.on)}.`] : []),
  ]
}
