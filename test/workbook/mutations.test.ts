import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { about, fileOf, givenBack, reworked } from "../support/workbooks.ts"

const base = about("spending-update")

/** Whatever came, it is taken, or it is refused in words, or it is said where it is wrong. */
const isAnswered = (bytes: Uint8Array, name?: string) => {
  const { taken, refused } = givenBack(base, bytes, name)
  if (refused === undefined) expect(taken?.problems.every((one) => /^[^:]{2,}(:| \w)/.test(one))).toBe(true)
  else expect(refused.length).toBeGreaterThan(10)
}

describe("whatever is done to a workbook, it is answered:", () => {
  test.each(["xlsx", "ods"] as const)("bytes of it changed, as %s", (format) => {
    const whole = fileOf(format, base)
    const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(change, (changes) => {
        const bytes = whole.slice()
        for (const [at, to] of changes) bytes[at] = to
        isAnswered(bytes)
      }),
      { numRuns: 100 },
    )
  })

  test.each(["xlsx", "ods"] as const)("its words and marks changed, as %s", (format) => {
    const whole = fileOf(format, base)
    const bits = [
      "<c ",
      't="s"',
      "<v>",
      "</row>",
      'r="',
      "&",
      "]]>",
      "<f>",
      "0",
      "-",
      "\u00a0",
      "office:value",
      "spending",
      "~head",
      "",
    ]
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(20), fc.constantFrom(...bits), (which, from, length, bit) => {
        const bytes = reworked(whole, (parts) => {
          const names = Object.keys(parts).filter((one) => /xml$/.test(one))
          const name = names[which % names.length] ?? ""
          const text = parts[name] ?? ""
          const at = from % text.length
          parts[name] = text.slice(0, at) + bit + text.slice(at + length)
        })
        isAnswered(bytes)
      }),
      { numRuns: 100 },
    )
  })

  test("anything as CSV", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) =>
        isAnswered(Buffer.from(text), "a.csv"),
      ),
      { numRuns: 100 },
    )
  })
})
