import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { bankHolidays, holidaysKnownFrom, holidaysKnownTo } from "../../shared/values/bank-holidays.ts"
import { addDays, weekday } from "../../shared/values/london.ts"
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "../../shared/values/working-days.ts"

const years = Array.from({ length: 13 }, (_, n) => 2016 + n)
const [saturday, sunday, monday] = [6, 0, 1]

/** Easter Sunday by the anonymous Gregorian computus. */
const easter = (year: number) => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)]
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const days = h + l - 7 * m + 114
  return on(year, Math.floor(days / 31), (days % 31) + 1)
}
const on = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
const next = (date: string, day: number) => addDays(date, (day - weekday(date) + 7) % 7)

describe.each(years)("bank holidays of %d", (year) => {
  test("Good Friday and Easter Monday stand around Easter", () => {
    expect(bankHolidays).toContain(addDays(easter(year), -2))
    expect(bankHolidays).toContain(addDays(easter(year), 1))
  })

  test("the rest are the standing ones with their substitutes, but for the days set once", () => {
    const newYear = on(year, 1, 1)
    const [christmas, boxingDay] = [on(year, 12, 25), on(year, 12, 26)]
    const standing = [
      [saturday, sunday].includes(weekday(newYear)) ? next(newYear, monday) : newYear,
      next(on(year, 5, 1), monday),
      next(on(year, 5, 25), monday),
      next(on(year, 8, 25), monday),
      [saturday, sunday].includes(weekday(christmas)) ? on(year, 12, 27) : christmas,
      [saturday, sunday].includes(weekday(boxingDay)) ? on(year, 12, 28) : boxingDay,
      addDays(easter(year), -2),
      addDays(easter(year), 1),
    ]
    const moved = ["2020-05-04", "2022-05-30"]
    const once = ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"]
    const expected = standing.filter((date) => !moved.includes(date))
    expected.push(...once.filter((date) => date.startsWith(`${year}`)))
    expect([...bankHolidays].filter((date) => date.startsWith(`${year}`)).sort()).toEqual(expected.sort())
  })
})

test("the years that are known are the years that are written, and no holiday is at a weekend", () => {
  const all = [...bankHolidays].sort()
  expect([holidaysKnownFrom, holidaysKnownTo]).toEqual(["2016-01-01", "2028-12-31"])
  expect(all.at(0)?.slice(0, 4)).toBe("2016")
  expect(all.at(-1)?.slice(0, 4)).toBe("2028")
  for (const date of all) expect([saturday, sunday]).not.toContain(weekday(date))
})

const date = fc.integer({ min: -200, max: 5200 }).map((n) => addDays(holidaysKnownFrom, n))
const some = fc.integer({ min: 1, max: 60 })

describe("working days", () => {
  test.each([
    ["2017-08-25", true],
    ["2017-08-26", false],
    ["2017-08-27", false],
    ["2017-08-28", false],
    ["2018-12-25", false],
    ["2029-12-25", true],
    ["2015-12-25", true],
  ])("%s: %s", (day, works) => {
    expect(isWorkingDay(day)).toBe(works)
  })

  test.each([
    ["2017-08-25", 1, "2017-08-29"],
    ["2017-08-29", -1, "2017-08-25"],
    ["2017-12-22", 1, "2017-12-27"],
    ["2017-08-26", 0, "2017-08-26"],
    ["2017-08-26", 1, "2017-08-29"],
  ])("%s and %d is %s", (from, n, to) => {
    expect(addWorkingDays(from, n)).toBe(to)
  })

  test("a return due on Monday 22 January and sent on Wednesday is 2 working days late", () => {
    expect(workingDaysBetween("2018-01-22", "2018-01-24")).toBe(2)
    expect(workingDaysBetween("2018-01-24", "2018-01-22")).toBe(-2)
    expect(workingDaysBetween("2018-01-26", "2018-01-28")).toBe(0)
  })

  test("what is added is what lies between", () => {
    fc.assert(
      fc.property(date, some, (from, n) => {
        expect(workingDaysBetween(from, addWorkingDays(from, n))).toBe(n)
      }),
    )
  })

  test("it lands on a working day, and from a working day the way back leads home", () => {
    fc.assert(
      fc.property(date, some, fc.boolean(), (from, size, back) => {
        const n = back ? -size : size
        expect(isWorkingDay(addWorkingDays(from, n))).toBe(true)
        if (isWorkingDay(from)) expect(addWorkingDays(addWorkingDays(from, n), -n)).toBe(from)
      }),
    )
  })

  test("steps add up", () => {
    fc.assert(
      fc.property(date, some, some, (from, one, other) => {
        expect(addWorkingDays(addWorkingDays(from, one), other)).toBe(addWorkingDays(from, one + other))
      }),
    )
  })

  test("a journey by way of a third day is as long, and the way back is its minus", () => {
    const near = fc.integer({ min: -90, max: 90 })
    fc.assert(
      fc.property(date, near, near, (a, toB, toC) => {
        const [b, c] = [addDays(a, toB), addDays(a, toC)]
        expect(workingDaysBetween(a, b) + workingDaysBetween(b, c)).toBe(workingDaysBetween(a, c))
        expect(workingDaysBetween(b, a)).toBe(0 - workingDaysBetween(a, b))
        expect(workingDaysBetween(a, a)).toBe(0)
      }),
    )
  })
})
