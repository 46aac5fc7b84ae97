import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { pounds, readPounds } from "../../shared/values/money.ts"
import { readDecimal, readWhole } from "../../shared/values/number.ts"

describe("money", () => {
  test.each([
    [0, "£0"],
    [-0, "£0"],
    [5, "£0.05"],
    [9282700, "£92,827"],
    [9282750, "£92,827.50"],
    [-2700, "-£27"],
    [-5, "-£0.05"],
    [100000000, "£1,000,000"],
  ])("%d pence reads %s", (pence, words) => {
    expect(pounds(pence)).toBe(words)
  })

  test.each([
    ["92,827", 9282700],
    ["£92,827.00", 9282700],
    [" £1,200.50 ", 120050],
    ["£ 27", 2700],
    ["12.5", 1250],
    ["0", 0],
    ["007", 700],
    ["1200", 120000],
    ["\u00a092,827\u00a0", 9282700],
  ])("%j is taken as %d pence", (text, pence) => {
    expect(readPounds(text)).toEqual({ pence })
  })

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["£", "empty"],
    ["92k", "not money"],
    ["tbc", "not money"],
    ["1,23", "not money"],
    ["1234,567", "not money"],
    ["1,2345", "not money"],
    [",123", "not money"],
    ["12.", "not money"],
    [".50", "not money"],
    ["1e3", "not money"],
    ["92 827", "not money"],
    ["€5", "not money"],
    ["(27)", "not money"],
    ["--5", "not money"],
    ["12.345", "more than two decimals"],
    ["12.500", "more than two decimals"],
    ["-£27", "negative"],
    ["90071992547409.92", "too large"],
    ["9".repeat(400), "too large"],
  ])("%j is refused: %s", (text, problem) => {
    expect(readPounds(text)).toEqual({ problem })
  })

  test.each(["-27", "-£27", "£-27", "- £27.00", "−£27"])("%j is a minus where one is allowed", (text) => {
    expect(readPounds(text, { negative: true })).toEqual({ pence: -2700 })
  })

  test("minus nothing is nothing", () => {
    expect(readPounds("-0", { negative: true })).toStrictEqual({ pence: 0 })
  })

  test("every amount is read back as it was written", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (pence) => {
        expect(readPounds(pounds(pence), { negative: true })).toStrictEqual({ pence })
      }),
    )
  })

  test("whatever is typed gives whole pence or a problem", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?£?[0-9,.]{0,20}$/)), (text) => {
        const read = readPounds(text, { negative: true })
        expect("problem" in read || Number.isSafeInteger(read.pence)).toBe(true)
      }),
    )
  })
})

describe("numbers", () => {
  test.each([
    ["17", { value: 17 }],
    [" 1,204 ", { value: 1204 }],
    ["", { problem: "empty" }],
    ["about 40", { problem: "not a number" }],
    ["1.5", { problem: "not whole" }],
    ["-1", { problem: "negative" }],
    ["9007199254740992", { problem: "too large" }],
  ])("%j as a whole number", (text, read) => {
    expect(readWhole(text)).toEqual(read)
  })

  test.each([
    ["0.6", 2, { value: 0.6 }],
    ["37.50", 2, { value: 37.5 }],
    ["4", 1, { value: 4 }],
    ["0.65", 1, { problem: "too many decimals" }],
    ["half", 1, { problem: "not a number" }],
    ["", 1, { problem: "empty" }],
    ["-0.5", 1, { problem: "negative" }],
  ])("%j as a number to %d places", (text, places, read) => {
    expect(readDecimal(text, places)).toEqual(read)
  })

  test("a decimal is the number that its digits say", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (units, places) => {
        const text = (units / 10 ** places).toFixed(places)
        expect(readDecimal(text, places, { negative: true })).toEqual({ value: Number(text) + 0 })
      }),
    )
  })
})
