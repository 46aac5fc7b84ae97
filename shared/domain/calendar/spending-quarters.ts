import { addDays, addMonths, monthName, type PlainDate } from "../../values/london.ts"

/** The most quarters that one form can hold: three years of them. */
const most = 12

/** The quarters of financial years between two days: "Q2 2017/18 (Jul to Sep 2017)". */
export const spendingQuarters = (from: PlainDate, to: PlainDate): { id: string; label: string }[] => {
  const found = []
  let first: PlainDate = `${from.slice(0, 4)}-${padded(firstMonth(from))}-01`
  for (; first <= to && found.length < most; first = addMonths(first, 3)) found.push(quarterFrom(first))
  return found
}

const quarterFrom = (first: PlainDate) => {
  const last = addDays(addMonths(first, 3), -1)
  const month = Number(first.slice(5, 7))
  const year = Number(first.slice(0, 4))
  const number = month === 1 ? 4 : (month - 1) / 3
  const begins = month === 1 ? year - 1 : year
  const ends = padded((begins + 1) % 100)
  const months = `${monthName(first).slice(0, 3)} to ${monthName(last).slice(0, 3)} ${year}`
  return { id: `${begins}-${ends}-q${number}`, label: `Q${number} ${begins}/${ends} (${months})` }
}

const firstMonth = (date: PlainDate) => Math.floor((Number(date.slice(5, 7)) - 1) / 3) * 3 + 1
const padded = (number: number) => String(number).padStart(2, "0")
