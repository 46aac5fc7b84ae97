import { type Hit, hitsOf } from "./hit.ts"
import { type PlainDate, readDate } from "./london.ts"

const monthName = "((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})"
const numeric = /(?<![\d/.-])(\d{1,2})([/. -])(\d{1,2})\2(\d{4}|\d\d)(?![\d/]|[.-]\d)/g
const iso = /(?<![\d-])(\d{4})-(\d\d)-(\d\d)(?![\d-])/g
const named = new RegExp(
  `(?<![\\d£])(\\d{1,2})(?:st|nd|rd|th)?[ \\n]?(?:of )?${monthName}\\.?,?[ \\n]?'?(\\d{4}|\\d\\d)(?!\\d)`,
  "gi",
)
const monthFirst = new RegExp(`(?<![a-z])${monthName}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "gi")
const birth = /(?<![a-z])(?:born|birth(?:day|date)?|dob|d\. ?o\. ?b|d o b)(?![a-z])/i
const years = 12

/** Dates on which somebody may have been born: beside a word for birth, or more than 12 years before today. */
export function birthDatesIn(text: string, today: PlainDate): Hit[] {
  const before = `${String(Number(today.slice(0, 4)) - years).padStart(4, "0")}${today.slice(4)}`
  const seen = (match: RegExpExecArray, day = "", month = "", year = "", alone = true) => {
    const read = readDate({ day, month, year: year.length === 2 ? century(year, today) : year })
    if (!("date" in read)) return undefined
    return besideBirth(text, match) || (alone && read.date < before) ? read.date : undefined
  }
  return [
    ...hitsOf(text, "birth date", iso, (match) => seen(match, match[3], match[2], match[1])),
    ...hitsOf(text, "birth date", numeric, (match) => {
      const [, day, between, month, year = ""] = match
      return seen(match, day, month, year, between === "/" || (between !== " " && year.length === 4))
    }),
    ...hitsOf(text, "birth date", named, (match) =>
      seen(match, match[1], match[2], match[3], match[3]?.length === 4),
    ),
    ...hitsOf(text, "birth date", monthFirst, (match) => seen(match, match[2], match[1], match[3])),
  ]
}

const besideBirth = (text: string, { index, 0: match }: RegExpExecArray) =>
  birth.test(text.slice(Math.max(0, index - 24), index)) ||
  birth.test(text.slice(index + match.length, index + match.length + 16))

const century = (year: string, today: PlainDate) =>
  `${Number(year) <= Number(today.slice(2, 4)) ? 20 : 19}${year}`
