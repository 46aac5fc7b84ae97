import { addDays, daysBetween, type PlainDate, readDate } from "../values/london.ts"

/** A day as spreadsheets count it: from the last but one day of 1899, as their 29 February 1900 asks for. */
const first = "1899-12-30"
const first1904 = "1904-01-01"

export const serialOf = (day: PlainDate) => daysBetween(first, day)

/** The day that a number stands for, or nothing where it stands for none that a form may ask. */
export const dayOf = (serial: number, from1904: boolean): PlainDate | undefined => {
  if (!Number.isInteger(serial) || serial < 61 || serial > 2_900_000) return undefined
  return addDays(from1904 ? first1904 : first, serial)
}

/** A day as it is written in words or figures: day first, as it is here. */
export const dayIn = (text: string): PlainDate | undefined => {
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T[\d:.]+Z?)?$/.exec(text)
  const ours = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([A-Za-z]+|\d{1,2})[\s/.,-]+(\d{4})$/i.exec(text)
  const [day = "", month = "", year = ""] = whole
    ? [whole[3], whole[2], whole[1]]
    : [ours?.[1], ours?.[2], ours?.[3]]
  const read = readDate({ day, month, year })
  return "date" in read ? read.date : undefined
}
