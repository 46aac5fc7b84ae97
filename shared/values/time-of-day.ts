import * as z from "zod"
import { atLondon, timeWords } from "./london.ts"

/** A time of day as it is kept: "17:00". */
export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, {
  error: "Enter a time, like 5pm or 17:00",
})

/** A time as people type it: "5pm", "5.30 pm", "17:00", "midday". Undefined where it is none. */
export const readTime = (typed: string): string | undefined => {
  const text = typed.trim().toLowerCase()
  if (text === "midday" || text === "noon") return "12:00"
  if (text === "midnight") return "00:00"
  const [, hours, minutes = "00", half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?$/.exec(text) ?? []
  if (hours === undefined || (half === undefined && !/[:.]/.test(text))) return undefined
  const hour = half === undefined ? Number(hours) : halved(Number(hours), half)
  const found = `${String(hour).padStart(2, "0")}:${minutes}`
  return timeOfDay.safeParse(found).data
}

const halved = (hours: number, half: string) => {
  if (hours < 1 || hours > 12) return 99
  return (hours % 12) + (half === "p" ? 12 : 0)
}

/** "5pm", "4:12pm", "midday" */
export const timeOfDayWords = (time: string) => timeWords(atLondon("2017-01-02", time))
