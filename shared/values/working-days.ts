import { bankHolidays } from "./bank-holidays.ts"
import { addDays, type PlainDate, weekday } from "./london.ts"

/**
 * Monday to Friday, but for the bank holidays of England and Wales. Outside the years from
 * `holidaysKnownFrom` to `holidaysKnownTo` every weekday counts as a working day.
 */
export const isWorkingDay = (date: PlainDate): boolean => weekday(date) % 6 !== 0 && !bankHolidays.has(date)

/** The nth working day after this day, or before it where `n` is negative; the day itself where `n` is 0. */
export function addWorkingDays(date: PlainDate, n: number): PlainDate {
  let reached = date
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, Math.sign(n))
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/**
 * How many working days come after `from`, up to and including `to`. Where `to` is the earlier it is the
 * same count with a minus, so that a journey by way of any third day adds up.
 */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number {
  if (to < from) return 0 - workingDaysBetween(to, from)
  let count = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) count += 1
  }
  return count
}
