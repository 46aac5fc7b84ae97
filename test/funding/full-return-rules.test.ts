import { describe, expect, test } from "vitest"
import { emptyPosting } from "../../shared/form/posting.ts"
import { fundingReturn } from "../../shared/kinds/funding-return.ts"
import {
  derived,
  facts,
  filled,
  funding,
  problems,
  spending,
  warnings,
} from "../support/funding/full-return.ts"

test("a return that is written in full can be sent, and warns of nothing", () => {
  expect(problems(filled())).toEqual([])
  expect(warnings(filled())).toEqual([])
})

test("what is promised, or received and not paid for, is never added to what was spent", () => {
  const question = fundingReturn.sections(facts())[0]?.asks.spending
  const words = question?.words({ backfill: { actual: 120_050, accrued: 5_000, committed: 80_000 } })
  expect(words?.split("\n").at(-1)).toBe(
    "Total: Spent in this period £1,200.50; Received, not paid for yet £50; Promised £800",
  )
})

describe("what is out against the profile", () => {
  test("asks for a reason by the name of its head, over and under", () => {
    expect(problems(filled(spending(3_340_000)))).toEqual([
      "reasons: Practitioner salaries is £3,400 over its profile of £30,000: give a reason",
    ])
    expect(problems(filled(spending(2_600_000)))).toContain(
      "reasons: Practitioner salaries is £4,000 under its profile of £30,000: give a reason",
    )
  })

  test("asks for none within 10 % of it, and for none once it is given", () => {
    const reason = { head: "practitioners", reason: "recruitment", words: "A post was filled early." }
    expect(problems(filled(spending(3_300_000)))).toEqual([])
    expect(problems(filled({ ...spending(3_300_001), reasons: { reasons: [reason] } }))).toEqual([])
    expect(
      problems(filled({ ...spending(3_300_001), reasons: { reasons: [{ ...reason, head: "backfill" }] } })),
    ).toHaveLength(1)
    expect(problems(filled({ ...spending(3_300_001), reasons: { reasons: [reason, reason] } }))).toEqual([
      "reasons: Enter one reason for each head of cost",
    ])
  })

  test("counts what was received and is not paid for yet, less what was so before", () => {
    const accrued = {
      spending: {
        spending: { practitioners: { actual: 2_400_000, accrued: 600_000 }, backfill: { actual: 900_000 } },
      },
    }
    expect(problems(filled(accrued))).toEqual([])
    const before = funding.earlier.map((one) => ({
      ...one,
      posting: { ...one.posting, accrued: { practitioners: 600_000 } },
    }))
    expect(problems(filled(accrued), facts({ earlier: before }))).toContain(
      "reasons: Practitioner salaries is £6,000 under its profile of £30,000: give a reason",
    )
  })

  test("shows the reason of last time beside it, and hides a percentage where there is no profile", () => {
    const earlier = funding.earlier.map((one) => ({
      ...one,
      posting: { ...one.posting, reasons: [{ row: "backfill", reason: "sickness", words: "Two were ill." }] },
    }))
    const [period, year] = derived("reasons", filled(), facts({ earlier }))
    expect(period?.says).toContain("Last time, Backfill: Sickness. “Two were ill.”")
    expect(period?.rows.find(({ label }) => label === "Other")?.cells).toEqual(["£0", "£120", "£120", "", ""])
    expect(year?.rows.find(({ label }) => label === "Practitioner salaries")?.cells).toEqual([
      "£60,000",
      "£58,879.50",
      "-£1,120.50",
      "-1.86 %",
    ])
  })

  test("is read as a whole where the profile was agreed by the five lines", () => {
    const quarters = funding.profile.quarters.map(({ to, amounts }) => ({
      to,
      amounts: { workers: Object.values(amounts).reduce((sum, one) => sum + one, 0) },
    }))
    const about = facts({ profile: { version: 1, quarters } })
    expect(problems(filled(spending(3_500_000)), about)).toEqual([
      "reasons: Everything together is £5,000 over its profile of £39,000: give a reason",
    ])
    expect(fundingReturn.sections(about).map(({ id }) => id)).not.toContain("moving")
  })

  test("stays as it was for what was sent, whatever profile is agreed later", () => {
    const sent = facts()
    const later = facts({
      profile: { version: 2, quarters: [{ to: "2018-03-31", amounts: { practitioners: 9_282_700 } }] },
    })
    expect(problems(filled(spending(3_300_000)), sent)).toEqual([])
    expect(problems(filled(spending(3_300_000)), later)).not.toEqual([])
    expect(fundingReturn.spends?.(sent, filled()).profile).toBe(1)
    expect(fundingReturn.spends?.(later, filled()).profile).toBe(2)
  })
})

describe("corrections", () => {
  const correction = (amount: number, head = "practitioners") => ({
    corrections: { any: true, corrections: [{ of: "before", head, amount, why: "Posted twice." }] },
  })

  test("are asked about only where something was accepted before", () => {
    const first = facts({ earlier: [] })
    expect(fundingReturn.sections(first).map(({ id }) => id)).not.toContain("corrections")
    expect(fundingReturn.spends?.(first, filled(correction(-1))).corrections).toEqual([])
  })

  test("take back what was said and not a penny more", () => {
    expect(problems(filled(correction(-2_900_000))).filter((one) => one.startsWith("corrections"))).toEqual(
      [],
    )
    expect(problems(filled(correction(-2_900_001)))).toContain(
      "corrections: Practitioner salaries came to £29,000 in Return before: it cannot be £29,000.01 less",
    )
    expect(problems(filled(correction(-1, "travel")))).toContain(
      "corrections: Travel and subsistence came to £0 in Return before: it cannot be £0.01 less",
    )
  })

  test("of £0 correct nothing", () => {
    expect(problems(filled(correction(0)))).toContain(
      "corrections: A difference of £0 corrects nothing: enter the difference, or take the row out",
    )
  })

  test("count with those that were accepted since, in the year and the return they are of", () => {
    const earlier = [
      ...funding.earlier,
      {
        round: "second",
        title: "Second return",
        from: "2018-01-01",
        to: "2018-02-28",
        posting: {
          ...emptyPosting,
          corrections: [
            {
              id: "a",
              round: "before",
              year: "2017-18",
              row: "practitioners",
              amount: -2_000_000,
              because: ".",
            },
          ],
        },
      },
    ]
    expect(problems(filled(correction(-900_001)), facts({ earlier }))).toContain(
      "corrections: Practitioner salaries came to £9,000 in Return before: it cannot be £9,000.01 less",
    )
  })

  test("typed and then said to be none count for nothing", () => {
    const none = { corrections: { ...correction(-5).corrections, any: false } }
    expect(fundingReturn.spends?.(facts(), filled(none)).corrections).toEqual([])
  })
})
