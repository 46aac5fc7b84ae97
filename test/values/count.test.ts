import fc from "fast-check"
import { expect, test } from "vitest"
import { type Count, count, countWordsOf, sumCounts } from "../../shared/values/count.ts"

const anyCount: fc.Arbitrary<Count> = fc.oneof(
  fc.record({ number: fc.nat() }),
  fc.constant({ notKnown: "not asked" }),
  fc.constant({ notApplicable: true as const }),
)

test.each([
  { number: 0 },
  { number: 17 },
  { notKnown: "two sites have not answered" },
  { notApplicable: true },
])("%j is a count", (one) => {
  expect(count.parse(one)).toEqual(one)
})

test.each([
  {},
  null,
  "",
  0,
  { number: "" },
  { number: null },
  { number: -1 },
  { number: 1.5 },
  { number: 2 ** 53 },
  { number: 3, notKnown: "both" },
  { notKnown: "" },
  { notKnown: " \n" },
  { notKnown: "word ".repeat(21) },
  { notApplicable: false },
])("%j is not a count", (one) => {
  expect(count.safeParse(one).success).toBe(false)
})

test("a reason of 20 words is enough, and is told where it is not", () => {
  expect(count.safeParse({ notKnown: "word ".repeat(20) }).success).toBe(true)
  const { error } = count.safeParse({ notKnown: "word ".repeat(21) })
  expect(error?.issues).toMatchObject([
    { path: ["notKnown"], message: "Say why it is not known in 20 words or fewer" },
  ])
})

test.each<[Count, string]>([
  [{ number: 1204 }, "1,204"],
  [{ number: 0 }, "0"],
  [{ notKnown: "not asked" }, "Not known: not asked"],
  [{ notApplicable: true }, "Not applicable"],
])("%j reads %s", (one, words) => {
  expect(countWordsOf(one)).toBe(words)
})

test("what is not known is counted and never becomes nought", () => {
  expect(sumCounts([{ number: 4 }, { notKnown: "x" }, { notApplicable: true }, { number: 0 }])).toEqual({
    known: 4,
    unknown: 1,
  })
  expect(sumCounts([])).toEqual({ known: 0, unknown: 0 })
})

test("the sum of two lists is the sum of their sums", () => {
  fc.assert(
    fc.property(fc.array(anyCount), fc.array(anyCount), (one, other) => {
      const [a, b, both] = [sumCounts(one), sumCounts(other), sumCounts([...one, ...other])]
      expect(both).toEqual({ known: a.known + b.known, unknown: a.unknown + b.unknown })
    }),
  )
})
