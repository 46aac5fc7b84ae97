import { expect, test } from "vitest"
import { readTime, timeOfDayWords } from "../../shared/values/time-of-day.ts"

test.each([
  ["5pm", "17:00"],
  ["5 PM", "17:00"],
  ["5.30pm", "17:30"],
  ["17:00", "17:00"],
  ["9:05", "09:05"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["midday", "12:00"],
  ["midnight", "00:00"],
  ["11:59 p.m.", "23:59"],
])("%j is %s", (typed, time) => {
  expect(readTime(typed)).toBe(time)
})

test.each(["", "5", "soon", "25:00", "13pm", "0am", "5:60", "17", "5pmm", "-1:00", "٥pm"])(
  "%j is no time",
  (typed) => {
    expect(readTime(typed)).toBeUndefined()
  },
)

test("every minute of a day is read back from its words", () => {
  for (let minute = 0; minute < 24 * 60; minute++) {
    const time = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`
    expect(readTime(timeOfDayWords(time))).toBe(time)
  }
})
