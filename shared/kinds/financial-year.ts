import type { PlainDate } from "../values/london.ts"

type Span = { from: PlainDate; to: PlainDate }

/** The financial years that some days fall in, oldest first: "2017/18" is 1 April 2017 to 31 March 2018. */
export const yearsIn = ({ from, to }: Span) => {
  const years: { id: string; label: string }[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++)
    years.push({ id: `${year}-${last(year)}`, label: `${year}/${last(year)}` })
  return years
}

const yearOf = (day: PlainDate) => Number(day.slice(0, 4)) - (day.slice(5) < "04-01" ? 1 : 0)
const last = (year: number) => String((year + 1) % 100).padStart(2, "0")
