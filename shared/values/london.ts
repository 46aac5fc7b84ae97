import * as z from "zod"

/** A day in the calendar, YYYY-MM-DD. A day that does not exist, such as 30 February, is refused. */
export const plainDate = z.iso.date({ error: "Enter a real date, as year-month-day" })
export type PlainDate = z.infer<typeof plainDate>

type DatePart = "day" | "month" | "year"

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const
// biome-ignore format: a year is read in quarters
const months = [
  "January", "February", "March",
  "April", "May", "June",
  "July", "August", "September",
  "October", "November", "December",
] as const

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
})

/** The day it is in London at this instant. */
export const londonDate = (at: Date): PlainDate => onTheClock(at).date

/**
 * The instant at which London's clocks show this time ("17:00") on this day. A time that spring skips is
 * the first instant after the gap; a time that autumn shows twice is the first of the two.
 * Throws a RangeError where the day or the time is not one.
 */
export function atLondon(date: PlainDate, time: string): Date {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError("not a time of day")
  const greenwich = start(date) + Number(time.slice(0, 2)) * hour + Number(time.slice(3)) * minute
  const shown = [new Date(greenwich - hour), new Date(greenwich)].find((at) => {
    const seen = onTheClock(at)
    return seen.date === date && seen.time === time
  })
  return shown ?? new Date(Math.floor(greenwich / hour) * hour)
}

/** "25 August 2017" */
export function dateWords(date: PlainDate): string {
  const at = new Date(start(date))
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** "Friday 25 August 2017" */
export const dayWords = (date: PlainDate): string => `${weekdays[weekday(date)]} ${dateWords(date)}`

/** "March" */
export const monthName = (date: PlainDate): string => months[new Date(start(date)).getUTCMonth()] ?? ""

/** "March 2018" */
export const monthWords = (date: PlainDate): string => `${monthName(date)} ${date.slice(0, 4)}`

/** "5pm", "4:12pm", "midday", "midnight" */
export function timeWords(at: Date): string {
  const { time } = onTheClock(at)
  if (time === "00:00") return "midnight"
  if (time === "12:00") return "midday"
  const hours = Number(time.slice(0, 2))
  const minutes = time.slice(3)
  return `${hours % 12 || 12}${minutes === "00" ? "" : `:${minutes}`}${hours < 12 ? "am" : "pm"}`
}

/** "16:12", as London's clocks show it. */
export const clockTime = (at: Date): string => onTheClock(at).time

/** "4:12pm on 22 January 2018" */
export const momentWords = (at: Date): string => `${timeWords(at)} on ${dateWords(londonDate(at))}`

/** "5pm on Friday 25 August 2017" */
export const dayMomentWords = (at: Date): string => `${timeWords(at)} on ${dayWords(londonDate(at))}`

/** "4 June 2026 at 9:32am" */
export const stampWords = (at: Date): string => `${dateWords(londonDate(at))} at ${timeWords(at)}`

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export const weekday = (date: PlainDate): number => new Date(start(date)).getUTCDay()

export const addDays = (date: PlainDate, n: number): PlainDate =>
  new Date(start(date) + n * day).toISOString().slice(0, 10)

/** The same day of another month, or its last where it has no such day: 31 March and six months is 30 September. */
export const addMonths = (date: PlainDate, n: number): PlainDate => {
  const [year = 0, month = 0, of = 0] = date.split("-").map(Number)
  const last = new Date(Date.UTC(year, month + n, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + n, Math.min(of, last))).toISOString().slice(0, 10)
}

/** Days from `a` to `b`; negative where `b` is the earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => (start(b) - start(a)) / day

/** A date from three boxes. The month may be a number or its name, whole or cut to three letters or more. */
export function readDate(
  typed: Record<DatePart, string>,
): { date: PlainDate } | { problem: "missing"; parts: DatePart[] } | { problem: "impossible" } {
  const parts = (["day", "month", "year"] as const).filter((part) => typed[part].trim() === "")
  if (parts.length > 0) return { problem: "missing", parts }
  const dayTyped = typed.day.trim()
  const yearTyped = typed.year.trim()
  if (!/^\d{1,2}$/.test(dayTyped) || !/^[1-9]\d{3}$/.test(yearTyped)) return { problem: "impossible" }
  const month = String(monthOf(typed.month.trim().toLowerCase())).padStart(2, "0")
  const { success, data } = plainDate.safeParse(`${yearTyped}-${month}-${dayTyped.padStart(2, "0")}`)
  return success ? { date: data } : { problem: "impossible" }
}

const monthOf = (typed: string): number => {
  if (/^\d{1,2}$/.test(typed)) return Number(typed)
  return typed.length < 3 ? 0 : 1 + months.findIndex((name) => name.toLowerCase().startsWith(typed))
}

const start = (date: PlainDate): number => {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at)) throw new RangeError("not a date")
  return at
}

const onTheClock = (at: Date): { date: PlainDate; time: string } => {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]))
  return { date: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}
