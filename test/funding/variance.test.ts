import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { quarterEnd, quartersBetween, yearEnd, yearIdOf, yearsIn } from "../../shared/kinds/financial-year.ts"
import {
  isMoreThan,
  isOut,
  limitOf,
  percentWords,
  variancesOf,
  varianceWords,
} from "../../shared/kinds/variance.ts"

const heads = [{ id: "backfill", label: "Backfill" }]
const of = (profile: number, spent: number) => {
  const [one] = variancesOf(heads, { backfill: profile }, { backfill: spent })
  if (!one) throw new Error("There is one head")
  return one
}

describe("a head is out by more than 10 % of its profile or £2,500, whichever is greater", () => {
  test.each([
    ["9.99 % over a profile of £100,000", 10_000_000, 10_999_000, false, "9.99 %"],
    ["10 % over it", 10_000_000, 11_000_000, false, "10 %"],
    ["a penny more than 10 % over it", 10_000_000, 11_000_001, true, "10 %"],
    ["10.01 % over it", 10_000_000, 11_001_000, true, "10.01 %"],
    ["9.99 % under it", 10_000_000, 9_001_000, false, "-9.99 %"],
    ["10 % under it", 10_000_000, 9_000_000, false, "-10 %"],
    ["10.01 % under it", 10_000_000, 8_999_000, true, "-10.01 %"],
    ["£2,500 over a profile of £9,000", 900_000, 1_150_000, false, "27.77 %"],
    ["a penny more than £2,500 over it", 900_000, 1_150_001, true, "27.77 %"],
    ["£2,500 under it", 900_000, 650_000, false, "-27.77 %"],
    ["a penny more than £2,500 under it", 900_000, 649_999, true, "-27.77 %"],
    ["£2,500 where both limits meet", 2_500_000, 2_750_000, false, "10 %"],
    ["a penny more where both limits meet", 2_500_000, 2_750_001, true, "10 %"],
    ["£2,500 with no profile", 0, 250_000, false, ""],
    ["a penny more than £2,500 with no profile", 0, 250_001, true, ""],
    ["nothing spent, and nothing to be", 0, 0, false, ""],
    ["nothing spent of £2,500", 250_000, 0, false, "-100 %"],
    ["nothing spent of a penny more", 250_001, 0, true, "-100 %"],
    ["less than nothing, by a correction", 0, -250_001, true, ""],
    ["less than nothing against a profile", 900_000, -100_000, true, "-111.11 %"],
    ["the profile to the penny", 900_000, 900_000, false, "0 %"],
  ])("%s", (_, profile, spent, out, percent) => {
    const one = of(profile, spent)
    expect([one.out, percentWords(one)]).toEqual([out, percent])
  })

  test("it is said by how much, over or under, in pounds", () => {
    expect(varianceWords(of(900_000, 1_240_000))).toBe("Backfill is £3,400 over its profile of £9,000")
    expect(varianceWords(of(900_000, 559_950))).toBe("Backfill is £3,400.50 under its profile of £9,000")
  })
})

const amount = fc.integer({ min: 0, max: 1_000_000_000 })

test("over and under are held to the same, and no amount within the limit is out, for any profile", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (profile, by) => {
      expect(isOut(by, profile)).toBe(isOut(-by, profile))
      expect(isOut(limitOf(profile), profile)).toBe(false)
      expect(isOut(limitOf(profile) + 1, profile)).toBe(true)
      if (Math.abs(by) <= limitOf(profile)) expect(isOut(by, profile)).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})

test("what is said as a part of the profile is never more than it is", () => {
  fc.assert(
    fc.property(amount, amount, (profile, spent) => {
      fc.pre(profile > 0)
      const difference = BigInt(Math.abs(spent - profile))
      const [whole = "", part = ""] = percentWords({ profile, difference: spent - profile })
        .replace(/[- %]/g, "")
        .split(".")
      const hundredths = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0") || "0")
      expect(hundredths * BigInt(profile) <= difference * 10_000n).toBe(true)
      expect((hundredths + 1n) * BigInt(profile) > difference * 10_000n).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test("5 % of an award is not more than 5 % of it, and a penny more is", () => {
  expect(isMoreThan(5, 464_135, 9_282_700)).toBe(false)
  expect(isMoreThan(5, 464_136, 9_282_700)).toBe(true)
})

describe("the financial year", () => {
  test.each([
    ["2018-03-31", "2017-18", "2018-03-31", "2018-03-31"],
    ["2018-04-01", "2018-19", "2019-03-31", "2018-06-30"],
    ["2017-09-01", "2017-18", "2018-03-31", "2017-09-30"],
    ["2017-12-31", "2017-18", "2018-03-31", "2017-12-31"],
    ["2000-01-01", "1999-00", "2000-03-31", "2000-03-31"],
  ])("%s lies in %s", (day, year, end, quarter) => {
    expect([yearIdOf(day), yearEnd(day), quarterEnd(day)]).toEqual([year, end, quarter])
    expect(yearsIn({ from: day, to: day }).map(({ id }) => id)).toEqual([year])
  })

  test("the quarters that are left end with the pilot, each called by its months", () => {
    const left = quartersBetween("2017-09-30", "2018-04-30")
    expect(left.map(({ id }) => id)).toEqual(["2017-12-31", "2018-03-31", "2018-06-30"])
    expect(left.map(({ label }) => label)).toEqual([
      "October to December 2017",
      "January to March 2018",
      "April 2018",
    ])
    expect(quartersBetween("2018-03-31", "2018-04-12").map(({ label }) => label)).toEqual([
      "1 April 2018 to 12 April 2018",
    ])
    expect(quartersBetween("2018-04-30", "2018-04-30")).toEqual([])
  })
})
