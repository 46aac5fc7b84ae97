import { addDays, dateWords, monthName, monthWords, type PlainDate } from "../values/london.ts"

export type Span = { from: PlainDate; to: PlainDate }

/** The financial years that some days fall in, oldest first: "2017/18" is 1 April 2017 to 31 March 2018. */
export const yearsIn = ({ from, to }: Span) => {
  const years: { id: string; label: string }[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) years.push(named(year))
  return years
}

/** The financial year that a day falls in: "2017-18". */
export const yearIdOf = (day: PlainDate): string => named(yearOf(day)).id

const yearOf = (day: PlainDate) => Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0)
const last = (year: number) => String((year + 1) % 100).padStart(2, "0")
const named = (year: number) => ({ id: `${year}-${last(year)}`, label: `${year}/${last(year)}` })

/** The last day of the financial year that this day falls in. */
export const yearEnd = (day: PlainDate): PlainDate => `${yearOf(day) + 1}-03-31`

/** The last day of the quarter of the financial year that this day falls in: by it a quarter is known. */
export const quarterEnd = (day: PlainDate): PlainDate => {
  const ends = ["03-31", "06-30", "09-30", "12-31"]
  return `${day.slice(0, 4)}-${ends[Math.ceil(Number(day.slice(5, 7)) / 3) - 1]}`
}

/** The quarters after one day up to another, oldest first, each with the days of it that lie between. */
export const quartersBetween = (after: PlainDate, upTo: PlainDate) => {
  const quarters: (Span & { id: PlainDate; label: string })[] = []
  for (let from = addDays(after, 1); from <= upTo; ) {
    const id = quarterEnd(from)
    const to = id < upTo ? id : upTo
    quarters.push({ id, from, to, label: spanWords({ from, to }) })
    from = addDays(id, 1)
  }
  return quarters
}

/** "January to March 2018"; "1 April 2018 to 30 April 2018" where it is not of whole months. */
const spanWords = ({ from, to }: Span) => {
  const whole = from.endsWith("-01") && addDays(to, 1).endsWith("-01")
  if (!whole) return `${dateWords(from)} to ${dateWords(to)}`
  return from.slice(0, 7) === to.slice(0, 7) ? monthWords(to) : `${monthName(from)} to ${monthWords(to)}`
}
