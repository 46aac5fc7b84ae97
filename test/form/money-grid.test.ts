import fc from "fast-check"
import { expect, test } from "vitest"
import { differenceWords, moneyGrid, totalOf } from "../../shared/form/questions/index.ts"
import { maximum } from "../../shared/form/questions/money.ts"
import { columnTotal, rowTotal } from "../../shared/form/questions/money-grid.ts"
import { pounds } from "../../shared/values/money.ts"

const ids = (what: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `${what}${at}`, label: `${what} ${at}` }))
const rows = ids("row", 10)
const columns = ids("quarter", 6)
const grid = moneyGrid({ label: "Profile", called: "the profile", rows, columns })
const amounts = fc.dictionary(
  fc.constantFrom(...rows.map(({ id }) => id)),
  fc.dictionary(fc.constantFrom(...columns.map(({ id }) => id)), fc.integer({ min: 0, max: maximum })),
)
const sum = (all: number[]) => all.reduce((one, two) => one + two, 0)

test("rows, columns and the total agree to the penny, for any figures there can be", () => {
  fc.assert(
    fc.property(amounts, (figures) => {
      const total = totalOf(figures)
      expect(sum(rows.map(({ id }) => rowTotal(figures, id)))).toBe(total)
      expect(sum(columns.map(({ id }) => columnTotal(figures, id)))).toBe(total)
      expect(Number.isSafeInteger(total)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test("the total that is read back in words is the total of what was typed", () => {
  fc.assert(
    fc.property(amounts, (figures) => {
      fc.pre(Object.values(figures).some((line) => Object.keys(line).length > 0))
      const read = grid.read(grid.write(figures, "q"), "q")
      expect("value" in read && totalOf(read.value as typeof figures)).toBe(totalOf(figures))
      expect(grid.words(figures).split("\n").at(-1)).toBe(`Total: ${pounds(totalOf(figures))}`)
    }),
  )
})

test("an empty cell is not nought: it has no figure, and nought has one", () => {
  expect(grid.read({ "q.row0.quarter0": "0", "q.row1.quarter1": "" }, "q")).toEqual({
    value: { row0: { quarter0: 0 } },
  })
})

test("a row with nothing in it is left out", () => {
  expect(grid.schema.parse({ row0: { quarter0: 1 }, row1: {} })).toEqual({ row0: { quarter0: 1 } })
})

test("a figure that cannot be read says which: its row and its column", () => {
  expect(grid.read({ "q.row3.quarter2": "92k" }, "q")).toEqual({
    problem: "Row 3, quarter 2 must be an amount in pounds, like 92,827 or 92,827.50",
    part: "row3.quarter2",
  })
})

test.each([
  [9_280_000, 9_282_700, "£92,800", "£92,827", "£27"],
  [9_282_700, 9_280_000, "£92,827", "£92,800", "£27"],
  [9_282_701, 9_282_700, "£92,827.01", "£92,827", "£0.01"],
])("%i pence where %i were asked for is said in pounds, with the difference", (total, asked, ...said) => {
  const [figures, amount, difference] = said
  expect(differenceWords(total, asked)).toBe(
    `Your figures come to ${figures}. You asked for ${amount}. The difference is ${difference}`,
  )
})
