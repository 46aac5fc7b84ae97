import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  conditionsFor,
  type MoneyReturn,
  plannedAnew,
  plannedPayments,
  profileAnew,
} from "../../shared/domain/funding/award-plan.ts"
import { headsOf, headWords } from "../../shared/domain/funding/heads.ts"
import { offerLines } from "../../shared/domain/funding/offer-letter.ts"
import { termsEditions, termsNow } from "../../shared/domain/funding/offer-terms.ts"
import { balanced } from "../../shared/domain/funding/offering.ts"
import { profileTotal, sumOf } from "../../shared/domain/funding/profile.ts"
import { quartersIn, sharedOut, spreadByDays } from "../../shared/domain/funding/quarters.ts"
import { addDays, daysBetween } from "../../shared/values/london.ts"
import "../support/chance.ts"
import { offerFor } from "../support/funding/award.ts"

const halton = { from: "2017-09-01", to: "2018-04-30" }
const amounts = fc.integer({ min: 1, max: 1_000_000_000 })
const spans = fc
  .tuple(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 730 }))
  .map(([from, long]) => ({
    from: addDays("2016-04-01", from),
    to: addDays("2016-04-01", from + long),
  }))
const returns: MoneyReturn[] = [
  { round: "r-12", title: "Spending update, October to December 2017", to: "2017-12-31", statement: false },
  { round: "r-03", title: "Spending update, January to March 2018", to: "2018-03-31", statement: false },
  { round: "r-end", title: "Statement of grant usage", to: "2018-04-30", statement: true },
]

describe("an amount that is shared out", () => {
  test("comes to itself to the penny, and no part is more than a penny from its own", () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 24 })
      .filter((all) => all.some((one) => one > 0))
    fc.assert(
      fc.property(amounts, weights, (amount, all) => {
        const parts = sharedOut(amount, all)
        const whole = all.reduce((sum, one) => sum + one, 0)
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(amount)
        for (const [place, part] of parts.entries())
          expect(Math.abs(part - (amount * (all[place] ?? 0)) / whole)).toBeLessThan(1)
      }),
    )
  })

  test("gives the pennies that are left to the largest remainders, the earlier first", () => {
    expect(sharedOut(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(sharedOut(9_282_700, [40, 40, 20])).toEqual([3_713_080, 3_713_080, 1_856_540])
  })
})

describe("a pilot by quarters of the financial year", () => {
  test("has every one of its days in one of them", () => {
    fc.assert(
      fc.property(spans, (span) => {
        const days = quartersIn(span).reduce((sum, one) => sum + one.days, 0)
        expect(days).toBe(daysBetween(span.from, span.to) + 1)
      }),
    )
  })

  test("is four quarters and two financial years at Halton", () => {
    expect(quartersIn(halton)).toEqual([
      { to: "2017-09-30", label: "Q2 2017/18 (Jul to Sep 2017)", days: 30 },
      { to: "2017-12-31", label: "Q3 2017/18 (Oct to Dec 2017)", days: 92 },
      { to: "2018-03-31", label: "Q4 2017/18 (Jan to Mar 2018)", days: 90 },
      { to: "2018-06-30", label: "Q1 2018/19 (Apr to Jun 2018)", days: 30 },
    ])
  })

  test("spreads Halton’s award by days, to the penny", () => {
    const profile = spreadByDays(9_282_700, halton, "workers")
    expect(profile.map(({ amounts }) => sumOf(amounts))).toEqual([1_150_748, 3_528_960, 3_452_244, 1_150_748])
    expect(profileTotal(profile)).toBe(9_282_700)
  })
})

describe("an award that is worked out", () => {
  test("always balances, whatever its amount and its pilot", () => {
    fc.assert(
      fc.property(
        amounts,
        spans,
        fc.constantFrom("light" as const, "full" as const),
        (amount, span, form) => {
          const profile = profileAnew(amount, [], span, form)
          balanced({ amount, profile, payments: plannedPayments(amount, returns, span) })
        },
      ),
    )
  })

  test("keeps its proportions where the amount changes, and its sums where the form does", () => {
    const { profile, payments } = offerFor()
    fc.assert(
      fc.property(amounts, fc.constantFrom("light" as const, "full" as const), (amount, form) => {
        const after = profileAnew(amount, profile, halton, form)
        balanced({ amount, profile: after, payments: plannedAnew(amount, payments) })
        const known = headsOf(form).map(({ id }) => id)
        for (const { amounts: heads } of after)
          for (const head of Object.keys(heads)) expect(known).toContain(head)
      }),
    )
    expect(profileAnew(9_282_700, profile, halton, "light")).toEqual(profile)
  })

  test("is paid at the start, after the return of the middle of the pilot, and at the end", () => {
    expect(plannedPayments(9_282_700, returns, halton)).toEqual([
      { amount: 3_713_080, condition: { is: "offer accepted" } },
      {
        amount: 3_713_080,
        condition: {
          is: "return accepted",
          round: "r-12",
          title: "Spending update, October to December 2017",
        },
      },
      { amount: 1_856_540, condition: { is: "statement accepted" } },
    ])
    expect(plannedPayments(100, [], halton).map(({ condition }) => condition.is)).toEqual([
      "offer accepted",
      "set-up done",
      "statement accepted",
    ])
  })

  test("can wait for what the site is asked for, and for nothing else", () => {
    expect(Object.keys(conditionsFor(returns))).toEqual([
      "offer accepted",
      "set-up done",
      "r-12",
      "r-03",
      "statement accepted",
    ])
  })
})

describe("the words of an offer", () => {
  test("say how much, for when, how it is paid, who accepts and by when", () => {
    const { letter: _, terms: __, ...offer } = offerFor()
    const letter = offerLines(offer, {
      council: "Halton Borough Council",
      phaseTitle: "Phase 2",
      announced: false,
    }).join("\n")
    expect(letter).toContain("offers Halton Borough Council £92,827")
    expect(letter).toContain("from Friday 1 September 2017 to Monday 30 April 2018")
    expect(letter).toContain("£37,130.80 when the offer is accepted")
    expect(letter).toContain("your sponsor and your section 151 officer")
    expect(letter).toContain("by Friday 6 October 2017")
    expect(letter).toContain("In confidence until the Department announces.")
  })

  test("keep an edition of the terms, each of which is found once", () => {
    expect(new Set(termsEditions.map(({ edition }) => edition)).size).toBe(termsEditions.length)
    const terms = termsNow().lines.join("\n")
    for (const word of ["seven years", "5 working days", "paid back", "In confidence"])
      expect(terms).toContain(word)
  })

  test("call every head of cost by its own name", () => {
    expect(headsOf("light").map(({ id }) => id)).toEqual([
      "workers",
      "experience",
      "training",
      "evaluation",
      "rest",
    ])
    expect(headsOf("full")).toHaveLength(10)
    expect(headWords("backfill")).toBe("Backfill")
  })
})
