import { dayWords, type PlainDate, stampWords } from "../../values/london.ts"
import { timeOfDayWords } from "../../values/time-of-day.ts"
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

type Planned = Head["planned"][number]

/** What is still to come, the earliest first; a day that has passed with nothing written up is no next one. */
export const toCome = ({ planned }: Pick<Head, "planned">, today: PlainDate): Planned[] =>
  planned.filter(({ on }) => on >= today)

/** Planned for a day that has passed: its coach writes it up, moves it or says that it will not take place. */
export const goneBy = ({ planned }: Pick<Head, "planned">, today: PlainDate): Planned[] =>
  planned.filter(({ on }) => on < today)

export const goneByWords = ({ on }: Pick<Planned, "on">) =>
  `NOT WRITTEN UP. It was planned for ${dayWords(on)}; its coach writes it up, or says when it will be.`

/** "Site visit, Tuesday 6 February 2018 at 2pm" */
const plannedWords = ({ title, on, time }: Planned) =>
  `${title.split(" of ")[0]}, ${dayWords(on)}${time ? ` at ${timeOfDayWords(time)}` : ""}`

/** When they meet next and met last. */
export const meetingLines = (head: Pick<Head, "planned" | "last">, today: PlainDate): string[] => {
  const [next] = toCome(head, today)
  return [
    next ? `Next: ${plannedWords(next)}.` : "No session is planned.",
    ...(head.last ? [`Last: ${head.last.title}.`] : []),
  ]
}
