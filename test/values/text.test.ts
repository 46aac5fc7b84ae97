import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { cleaned, cleanText, oneLine } from "../../shared/values/text.ts"
import { countWords, withinWords } from "../../shared/values/words.ts"

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("a", " ", "\n", "\r", "\t", "e", "\u0301", "\u00e9", "\u00a0", "\ufeff"),
  }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
)

describe("text at the edge", () => {
  test.each([
    ["one\r\ntwo\rthree\n", "one\ntwo\nthree"],
    ["cafe\u0301", "caf\u00e9"],
    ["\n \t\n\n  indented\n\nlast  \n\n", "  indented\n\nlast"],
    ["a\tb", "a\tb"],
    ["  \n ", ""],
    ["", ""],
  ])("%j is kept as %j", (raw, text) => {
    expect(cleanText(raw)).toEqual({ text })
  })

  test.each([
    [undefined, "not text"],
    [null, "not text"],
    [17, "not text"],
    [["a"], "not text"],
    ["\ud800", "not well formed"],
    ["a\udc00b", "not well formed"],
    ["a\0b", "control characters"],
    ["\u001b[31m", "control characters"],
    ["a\u0085b", "control characters"],
    ["a\u007fb", "control characters"],
  ])("%j is refused: %s", (raw, problem) => {
    expect(cleanText(raw)).toEqual({ problem })
  })

  test("text once cleaned stays as it is, and is what it promises", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const clean = cleanText(raw)
        if ("problem" in clean) return
        const { text } = clean
        expect(cleanText(text)).toEqual({ text })
        expect(text).toBe(text.normalize("NFC"))
        expect(text).not.toMatch(/\r|\s$|^[^\S\n]*\n/)
      }),
    )
  })

  test("nothing inside is lost", () => {
    const inside = fc.string({ unit: "grapheme-ascii", minLength: 1 }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(inside, fc.nat(5), (text, blanks) => {
        fc.pre(text !== "")
        expect(cleanText(`${"\n".repeat(blanks)}${text}\n`)).toEqual({ text })
      }),
    )
  })

  test("the schema takes, cleans and refuses alike", () => {
    expect(cleaned.parse("a\r\n")).toBe("a")
    for (const raw of [undefined, "\ud800", "\0"]) {
      const { error } = cleaned.safeParse(raw)
      expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(/\w/)])
    }
    expect(oneLine.parse(" Halton \r\n Borough\tCouncil ")).toBe("Halton Borough Council")
    expect(oneLine.safeParse("\0").success).toBe(false)
  })

  test("one line stays one line", () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { data, success } = oneLine.safeParse(raw)
        if (!success) return
        expect(data).not.toContain("\n")
        expect(oneLine.parse(data)).toBe(data)
      }),
    )
  })
})

describe("words", () => {
  test.each([
    ["", 0],
    [" \n ", 0],
    ["one", 1],
    ["  one two\nthree\u00a0four\u3000five\tsix ", 6],
    ["well-known", 1],
  ])("%j has %d", (text, words) => {
    expect(countWords(text)).toBe(words)
  })

  test("texts put together with a space have the words of both", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        expect(countWords(`${one} ${other}`)).toBe(countWords(one) + countWords(other))
      }),
    )
  })

  test("a limit is of words, and of 10 characters for each", () => {
    expect(withinWords("one two", 2)).toBe(true)
    expect(withinWords("one two three", 2)).toBe(false)
    expect(withinWords("x".repeat(20), 2)).toBe(true)
    expect(withinWords("x".repeat(21), 2)).toBe(false)
    expect(withinWords("", 0)).toBe(true)
  })
})
