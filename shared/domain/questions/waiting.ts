import { londonDate, type PlainDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"

/** Questions that wait, oldest first; `more` where not every one was counted. */
export type Waiting = { items: { at: string }[]; more: boolean }

/** How many working days ago something was asked. */
export const workingDaysSince = (at: string, today: PlainDate) =>
  workingDaysBetween(londonDate(new Date(at)), today)

/** "2 questions wait for an answer, the oldest 3 working days old." */
export const waitingWords = ({ items, more }: Waiting, today: PlainDate): string => {
  const [oldest] = items.map(({ at }) => at).sort()
  if (!oldest) return "No question waits for an answer."
  const age = ageWords(workingDaysSince(oldest, today))
  if (items.length === 1 && !more) return `1 question waits for an answer, ${age} old.`
  return `${items.length}${more ? " or more" : ""} questions wait for an answer, the oldest ${age} old.`
}

export const ageWords = (days: number) => {
  if (days < 1) return "less than a working day"
  return `${days} working ${days === 1 ? "day" : "days"}`
}
