import type { Problem } from "../../form/question.ts"
import { atLondon, londonDate, type PlainDate } from "../../values/london.ts"

/** Access ends by itself: after a year, unless another day is chosen. */
const year = 365 * 24 * 3600_000

/** A first and a last day as somebody chose them; each may be left open. */
export type Chosen = { from?: Date; until?: Date }

export const firstMoment = (day: PlainDate) => atLondon(day, "00:00")
export const lastMoment = (day: PlainDate) => new Date(atLondon(day, "23:59").getTime() + 59_999)

/** From when until when access counts: from now and for a year where nothing was chosen. */
export const termOf = ({ from, until }: Chosen, at: Date): { from: Date; to: Date } => {
  const begins = from && from > at ? from : at
  return { from: begins, to: until ?? new Date(begins.getTime() + year) }
}

/** What is wrong with the days that were chosen, each beside its cause. */
export const problemsWith = ({ from, until }: Chosen, at: Date): Problem[] => {
  const after = (years: number) => new Date(at.getTime() + years * year)
  const first = () => {
    if (!from) return undefined
    if (from < firstMoment(londonDate(at))) return "The first day must be today or later"
    return from > after(1) ? "The first day must be within a year from today" : undefined
  }
  const last = () => {
    if (!until) return undefined
    if (until <= at) return "The last day must be today or later"
    if (from && until <= from) return "The last day must not be before the first day"
    return until > after(2) ? "The last day must be within two years from today" : undefined
  }
  return [
    { question: "from", says: first() },
    { question: "until", says: last() },
  ].flatMap(({ question, says }) => (says === undefined ? [] : [{ question, says }]))
}
