import { describe, expect, test } from "vitest"
import { corpus } from "../support/workbook-corpus.ts"
import { about, givenBack } from "../support/workbooks.ts"

const base = about("spending-update")

test("there are sixty broken workbooks and more, each of another kind", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60)
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length)
})

describe("a workbook with", () => {
  test.each(corpus)("$name", ({ file, bytes, refused, problem, warning, spent, says }) => {
    const given = givenBack(base, bytes, file)
    if (refused) {
      expect(given.refused).toMatch(refused)
      return
    }
    expect(given.refused).toBeUndefined()
    const { problems = [], warnings = [], answers } = given.taken ?? {}
    if (problem) {
      expect(
        problems.some((one) => problem.test(one)),
        problems.join("\n"),
      ).toBe(true)
      return
    }
    expect(problems).toEqual([])
    if (warning) expect(warnings.some((one) => warning.test(one))).toBe(true)
    if (spent !== undefined)
      expect(JSON.stringify(answers?.spending?.spending)).toContain(`{"spent":${spent}}`)
    if (says) expect(answers).toEqual(says)
  })
})
