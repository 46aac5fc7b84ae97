import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as london from "../../shared/values/london.ts"

const { addDays, atLondon, dateWords, daysBetween, londonDate, plainDate, readDate } = london

const at = fc.date({
  min: new Date("1996-01-01T00:00:00Z"),
  max: new Date("2037-12-31T00:00:00Z"),
  noInvalidDate: true,
})
const date = at.map(londonDate)
const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"))

describe("a date", () => {
  test.each(["2018-02-29", "2017-02-30", "2017-13-01", "2017-00-10", "2017-1-1", "20170101", "", "tbc"])(
    "%j is refused",
    (text) => {
      expect(plainDate.safeParse(text).success).toBe(false)
    },
  )

  test("every day of the calendar is taken", () => {
    fc.assert(fc.property(date, (one) => plainDate.safeParse(one).success))
    expect(plainDate.safeParse("2016-02-29").success).toBe(true)
  })

  test("days added are days between", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (one, n) => {
        expect(daysBetween(one, addDays(one, n))).toBe(n)
      }),
    )
  })

  test.each([
    ["2017-12-31", 1, "2018-01-01"],
    ["2016-02-28", 1, "2016-02-29"],
    ["2017-03-26", 1, "2017-03-27"],
    ["2017-03-01", -1, "2017-02-28"],
  ])("%s and %d days is %s", (from, n, to) => {
    expect(addDays(from, n)).toBe(to)
  })
})

describe("London's clock", () => {
  test.each([
    ["in winter", "2018-01-22", "17:00", "2018-01-22T17:00:00.000Z"],
    ["in summer", "2017-08-25", "17:00", "2017-08-25T16:00:00.000Z"],
    ["at a summer midnight", "2017-08-25", "00:00", "2017-08-24T23:00:00.000Z"],
    ["before the spring gap", "2017-03-26", "00:59", "2017-03-26T00:59:00.000Z"],
    ["where the spring gap starts", "2017-03-26", "01:00", "2017-03-26T01:00:00.000Z"],
    ["inside the spring gap", "2017-03-26", "01:30", "2017-03-26T01:00:00.000Z"],
    ["after the spring gap", "2017-03-26", "02:00", "2017-03-26T01:00:00.000Z"],
    ["in the autumn hour that comes twice", "2017-10-29", "01:30", "2017-10-29T00:30:00.000Z"],
    ["after it", "2017-10-29", "02:00", "2017-10-29T02:00:00.000Z"],
  ])("%s: %s %s", (_, day, hours, instant) => {
    expect(atLondon(day, hours).toISOString()).toBe(instant)
  })

  test("a day and time that London shows are shown at their instant", () => {
    fc.assert(
      fc.property(date, time, (day, hours) => {
        fc.pre(hours.slice(0, 2) !== "01")
        const instant = atLondon(day, hours)
        expect(londonDate(instant)).toBe(day)
        expect(instant.toLocaleTimeString("en-GB", { timeZone: "Europe/London" })).toBe(`${hours}:00`)
      }),
    )
  })

  test("a later time of the day is never an earlier instant", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("2017-03-26", "2017-10-29", "2018-06-01"),
        time,
        time,
        (day, one, other) => {
          const [first = "", last = ""] = [one, other].sort()
          expect(atLondon(day, first).getTime()).toBeLessThanOrEqual(atLondon(day, last).getTime())
        },
      ),
    )
  })

  test("the day changes at London's midnight", () => {
    expect(londonDate(new Date("2017-08-24T22:59:59Z"))).toBe("2017-08-24")
    expect(londonDate(new Date("2017-08-24T23:00:00Z"))).toBe("2017-08-25")
    expect(londonDate(new Date("2018-01-01T00:00:00Z"))).toBe("2018-01-01")
  })

  test.each(["24:00", "5pm", "17:60", "7:00"])("%s is not a time of day", (hours) => {
    expect(() => atLondon("2018-01-22", hours)).toThrow(RangeError)
  })

  test("a date that is none is told", () => {
    expect(() => atLondon("soon", "17:00")).toThrow(RangeError)
    expect(() => dateWords("soon")).toThrow(RangeError)
  })
})

describe("words", () => {
  test.each([
    ["17:00", "5pm"],
    ["16:12", "4:12pm"],
    ["12:00", "midday"],
    ["00:00", "midnight"],
    ["12:05", "12:05pm"],
    ["00:05", "12:05am"],
    ["09:32", "9:32am"],
    ["11:00", "11am"],
  ])("%s is %s", (hours, words) => {
    expect(london.timeWords(atLondon("2018-01-22", hours))).toBe(words)
    expect(london.timeWords(atLondon("2017-08-25", hours))).toBe(words)
  })

  test("dates and moments as people write them", () => {
    const closes = atLondon("2017-08-25", "17:00")
    expect(dateWords("2017-08-25")).toBe("25 August 2017")
    expect(london.dayWords("2017-08-25")).toBe("Friday 25 August 2017")
    expect(london.dayMomentWords(closes)).toBe("5pm on Friday 25 August 2017")
    expect(london.momentWords(atLondon("2018-01-22", "16:12"))).toBe("4:12pm on 22 January 2018")
    expect(london.stampWords(new Date("2026-06-04T08:32:00Z"))).toBe("4 June 2026 at 9:32am")
  })
})

describe("a date from three boxes", () => {
  const typed = (day: string, month: string, year: string) => readDate({ day, month, year })

  test.each([
    ["4", "6", "2003", "2003-06-04"],
    [" 04 ", "06", "2003", "2003-06-04"],
    ["25", "August", "2017", "2017-08-25"],
    ["25", "march", "2018", "2018-03-25"],
    ["25", "mar", "2018", "2018-03-25"],
    ["5", "SEPT", "2018", "2018-09-05"],
    ["29", "2", "2016", "2016-02-29"],
  ])("%s %s %s", (day, month, year, read) => {
    expect(typed(day, month, year)).toEqual({ date: read })
  })

  test.each([
    ["31", "2", "2017"],
    ["29", "2", "2017"],
    ["0", "1", "2017"],
    ["1", "13", "2017"],
    ["1", "0", "2017"],
    ["1", "ma", "2017"],
    ["1", "mayday", "2017"],
    ["1", "May", "17"],
    ["1", "May", "0017"],
    ["first", "May", "2017"],
    ["1", "-5", "2017"],
    ["1", "2.5", "2017"],
  ])("%s %s %s is impossible", (day, month, year) => {
    expect(typed(day, month, year)).toEqual({ problem: "impossible" })
  })

  test("what is missing is named, in the order of the boxes", () => {
    expect(typed("", " ", "2017")).toEqual({ problem: "missing", parts: ["day", "month"] })
    expect(typed("1", "x", "")).toEqual({ problem: "missing", parts: ["year"] })
    expect(typed("", "", "")).toEqual({ problem: "missing", parts: ["day", "month", "year"] })
  })

  test("a date in words is read back", () => {
    fc.assert(
      fc.property(date, (one) => {
        const [day = "", month = "", year = ""] = dateWords(one).split(" ")
        expect(typed(day, month, year)).toEqual({ date: one })
      }),
    )
  })
})
