import { atLondon, londonDate, type PlainDate } from "../../values/london.ts"
import { addWorkingDays, workingDaysBetween } from "../../values/working-days.ts"
import { nextDay } from "../notices/notices.ts"
import type { Expected } from "./expected.ts"

/** When it locks where it is due at another instant: as long after it as before. */
export const locksAt = ({ by, locks }: Pick<Expected, "by" | "locks">, other: string) => {
  if (locks === undefined) return undefined
  const day = (instant: string) => londonDate(new Date(instant))
  return atLondon(addWorkingDays(day(other), workingDaysBetween(day(by), day(locks))), "17:00").toISOString()
}

/** With another date by which it is due: whoever was told of the old one, or said who certifies on it, is asked about the new one. */
export const moved = (
  one: Expected,
  { by, locks }: Pick<Expected, "by" | "locks">,
  today: PlainDate,
): Expected => {
  const { cover: _, ...rest } = one
  const next = { ...rest, by, locks, told: {}, sequence: one.sequence + 1 }
  return { ...next, next: nextDay(next, today) }
}
