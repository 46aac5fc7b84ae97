import { addDays, addMonths, daysBetween, type PlainDate } from "../../values/london.ts"
import { spendingQuarters } from "../calendar/spending-quarters.ts"
import { type Profile, sumOf } from "./profile.ts"

type Span = { from: PlainDate; to: PlainDate }

/** A quarter of the financial year, known by its last day, with how many days of a pilot lie in it. */
export type Quarter = { to: PlainDate; label: string; days: number }

export const quarterEnd = (day: PlainDate): PlainDate => {
  const last = Math.ceil(Number(day.slice(5, 7)) / 3) * 3
  return addDays(addMonths(`${day.slice(0, 4)}-${String(last).padStart(2, "0")}-01`, 1), -1)
}

/** "Q3 2017/18 (Oct to Dec 2017)" */
export const quarterWords = (to: PlainDate): string => spendingQuarters(to, to)[0]?.label ?? to

/** The quarters that a pilot touches, oldest first. */
export const quartersIn = ({ from, to }: Span): Quarter[] => {
  const found: Quarter[] = []
  for (let first = from; first <= to; ) {
    const end = quarterEnd(first)
    const last = end < to ? end : to
    found.push({ to: end, label: quarterWords(end), days: daysBetween(first, last) + 1 })
    first = addDays(end, 1)
  }
  return found
}

/**
 * Whole pence shared out by weights. It comes to the amount; what is left of a penny goes to the largest remainders,
 * the earlier first where two are the same.
 */
export const sharedOut = (amount: number, weights: readonly number[]): number[] => {
  const whole = weights.reduce((sum, one) => sum + one, 0)
  const parts = weights.map((weight) => Math.floor((amount * weight) / whole))
  const left = amount - parts.reduce((sum, one) => sum + one, 0)
  const first = weights
    .map((weight, place) => ({ place, rest: (amount * weight) % whole }))
    .toSorted((a, b) => b.rest - a.rest || a.place - b.place)
    .slice(0, left)
    .map(({ place }) => place)
  return parts.map((part, place) => (first.includes(place) ? part + 1 : part))
}

/** An amount spread over a pilot by its days, all of it under one head until it is split. */
export const spreadByDays = (amount: number, span: Span, head: string): Profile => {
  const quarters = quartersIn(span)
  const parts = sharedOut(
    amount,
    quarters.map(({ days }) => days),
  )
  return quarters.map(({ to }, place) => ({ to, amounts: { [head]: parts[place] ?? 0 } }))
}

/** The same by quarter alone: "Q3 2017/18 (Oct to Dec 2017): £34,000" */
export const profileByQuarter = (profile: Profile) =>
  profile.map(({ to, amounts }) => ({ to, label: quarterWords(to), amount: sumOf(amounts) }))
