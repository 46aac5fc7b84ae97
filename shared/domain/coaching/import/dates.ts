import { type PlainDate, readDate } from "../../../values/london.ts"

/** How a day is written in a file: said by whoever knows the file, and never guessed. */
export const dateFormats = [
  "yyyy-mm-dd",
  "d/m/yyyy",
  "m/d/yyyy",
  "d/m/yy",
  "m/d/yy",
  "d month yyyy",
  "d month yy",
  "month d yyyy",
] as const
export type DateFormat = (typeof dateFormats)[number]

export type Day = { date: PlainDate; time?: string }

/**
 * The day that a cell says in one of these formats, with its time of day where one stands beside it. In words why not,
 * where it fits none of them, fits two that make different days of it, or is no day of the calendar.
 */
export const readDay = (cell: string, formats: readonly DateFormat[]): Day | { problem: string } => {
  const [, written = "", time] = timed.exec(cell.trim()) ?? []
  const found = formats.flatMap((format) => daysIn(written, format))
  const [date, other] = new Set(found)
  if (date === undefined) return { problem: `is no day written as ${formats.join(" or ")}` }
  if (other !== undefined) return { problem: `could be two days, written as ${formats.join(" or as ")}` }
  return { date, ...(time !== undefined && time !== "00:00" && { time: time.padStart(5, "0") }) }
}

const timed = /^(.*?)(?:[ T]((?:[01]?\d|2[0-3]):[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?$/s

const numbers = String.raw`(\d{1,2})([/.-])(\d{1,2})\2`
const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
const dayFirst = String.raw`${weekday}(\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?([a-z]+)\.?,?[ -]`
const monthFirst = String.raw`${weekday}([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? `

type Parts = { day: string; month: string; year: string }
type Reading = { pattern: RegExp; parts: (match: string[]) => Parts }

const reading = (pattern: string, parts: Reading["parts"]): Reading => ({
  pattern: new RegExp(`^${pattern}$`, "i"),
  parts,
})
const part = (match: string[], at: number) => match[at] ?? ""

const readings: Record<DateFormat, Reading> = {
  "yyyy-mm-dd": reading(String.raw`(\d{4})-(\d{1,2})-(\d{1,2})`, (one) => ({
    day: part(one, 3),
    month: part(one, 2),
    year: part(one, 1),
  })),
  "d/m/yyyy": reading(`${numbers}(\\d{4})`, (one) => inOrder(one, 1, 3, 4)),
  "m/d/yyyy": reading(`${numbers}(\\d{4})`, (one) => inOrder(one, 3, 1, 4)),
  "d/m/yy": reading(`${numbers}(\\d\\d)`, (one) => inOrder(one, 1, 3, 4)),
  "m/d/yy": reading(`${numbers}(\\d\\d)`, (one) => inOrder(one, 3, 1, 4)),
  "d month yyyy": reading(`${dayFirst}(\\d{4})`, (one) => inOrder(one, 1, 2, 3)),
  "d month yy": reading(`${dayFirst}(\\d\\d)`, (one) => inOrder(one, 1, 2, 3)),
  "month d yyyy": reading(`${monthFirst}(\\d{4})`, (one) => inOrder(one, 2, 1, 3)),
}

const inOrder = (match: string[], day: number, month: number, year: number): Parts => ({
  day: part(match, day),
  month: part(match, month),
  year: `${part(match, year).length === 2 ? "20" : ""}${part(match, year)}`,
})

const daysIn = (written: string, format: DateFormat): PlainDate[] => {
  const { pattern, parts } = readings[format]
  const match = pattern.exec(written)
  const read = match && readDate(parts(match))
  return read && "date" in read ? [read.date] : []
}
