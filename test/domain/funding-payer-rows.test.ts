import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { payerRowsFrom } from "../../shared/domain/funding/payer-rows.ts"
import { type Claim, chosenFrom } from "../../shared/domain/funding/sample.ts"
import { Refused } from "../../shared/domain/refused.ts"

const head = ["Reference", "Outcome", "Date", "Payer's reference", "Remittance text", "Reason", "Amount"]
const paid = ["NSW2-HAL-P1-222222", "paid", "26/01/2018", "BACS 17", "NSW pilot", "", "37,130.80"]

const refusedFor = (rows: string[][]): string[] => {
  try {
    payerRowsFrom(rows)
  } catch (error) {
    if (error instanceof Refused) return (error.details.problems ?? []).map(({ says }) => says)
    throw error
  }
  return []
}

describe("what the payer answers is read as payment systems and spreadsheets write it", () => {
  test("in any case of the names, with blanks, marks and columns that we do not know", () => {
    const names = [
      "  REFERENCE",
      "Out come",
      "DATE ",
      "payer’s  reference",
      "Remittance",
      "REASON",
      "amount",
      "Notes",
    ]
    expect(payerRowsFrom([[""], names, [], [...paid, "x", ""], ["", " "]])).toEqual([
      {
        row: 4,
        reference: "NSW2-HAL-P1-222222",
        outcome: "paid",
        on: "2018-01-26",
        payerReference: "BACS 17",
        remittance: "NSW pilot",
        amount: 3_713_080,
      },
    ])
  })

  test.each(["2018-01-26", "26/01/2018", "26.1.2018", "26 January 2018", "26-Jan-2018"])(
    "the day %s",
    (day) => {
      expect(payerRowsFrom([head, paid.with(2, day)])[0]?.on).toBe("2018-01-26")
    },
  )

  test("every problem is said with its row and column, and nothing is read by halves", () => {
    const rows = [
      head,
      paid.with(0, ""),
      paid.with(1, "maybe").with(2, "31/02/2018"),
      paid.with(3, "").with(6, "a lot"),
      paid.with(1, "unpaid"),
      [...paid, "", "more"],
    ]
    expect(refusedFor(rows)).toEqual([
      "Row 2, reference: it is empty",
      "Row 3, outcome: write paid or unpaid",
      "Row 3, date: write the day like 26/01/2018",
      "Row 4, payer’s reference: it is missing",
      "Row 4, amount: write pounds, like 37,130.80",
      "Row 5, reason: say why it was not paid",
      "Row 6, end: it has more columns than the row of their names",
    ])
  })

  test("a file without its columns, or without a row, says so", () => {
    expect(refusedFor([["Reference", "Date"], paid])).toEqual([
      "Row 1, outcome: there is no column of this name",
      "Row 1, payer’s reference: there is no column of this name",
    ])
    expect(refusedFor([[...head, "date"], paid])).toEqual(["Row 1, date: this column is there twice"])
    expect(refusedFor([head])).toEqual(["There is no row below the names of the columns."])
    expect(refusedFor([])).toEqual(["There is nothing in the file."])
  })

  test("whatever cells there are, it is read or refused in words", () => {
    const cells = fc.array(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(...head, ...paid)), { maxLength: 9 }),
      {
        maxLength: 6,
      },
    )
    fc.assert(fc.property(cells, (rows) => void refusedFor(rows)))
    fc.assert(fc.property(cells, (rows) => void refusedFor([head, ...rows])))
  })
})

const claim = fc.record({
  organisation: fc.constantFrom("halton", "bradford", "sheffield", "liverpool"),
  name: fc.constant("A site"),
  round: fc.uuid(),
  title: fc.constant("A return"),
  amount: fc.integer({ min: -5_000, max: 5_000_000 }),
}) satisfies fc.Arbitrary<Claim>

describe("claims that are checked", () => {
  test("are the same for the same seed, in whatever order they come, and come to the rate: one at least", () => {
    const all = fc.array(claim, { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(all, fc.string(), fc.integer({ min: 10, max: 100 }), (claims, seed, rate) => {
        const first = chosenFrom(claims, { seed, rate })
        expect(chosenFrom(claims.toReversed(), { seed, rate }).chosen).toEqual(first.chosen)
        expect(first.chosen.length).toBeGreaterThan(0)
        expect(first.value * 100).toBeGreaterThanOrEqual(first.total * rate)
        const last = first.chosen.at(-1)?.amount ?? 0
        if (first.chosen.length > 1)
          expect((first.value - Math.max(0, last)) * 100).toBeLessThan(first.total * rate)
        const more = chosenFrom(claims, { seed, rate: 100 }).chosen
        expect(more.slice(0, first.chosen.length)).toEqual(first.chosen)
      }),
    )
  })

  test("are others for another seed, sooner or later", () => {
    const claims = Array.from({ length: 20 }, (_, at) => ({
      organisation: `site-${at}`,
      name: "",
      round: "r",
      title: "",
      amount: 100_000,
    }))
    const firsts = ["a", "b", "c", "d", "e"].map((seed) => chosenFrom(claims, { seed, rate: 10 }).chosen)
    expect(new Set(firsts.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1)
    expect(firsts.every((one) => one.length === 2)).toBe(true)
  })
})
