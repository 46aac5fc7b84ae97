import { expect, test } from "vitest"
import { csvOf } from "../../shared/web/csv.ts"

test.each([
  ["words", "Reported", "Reported"],
  ["a comma", "Missing, 2 days late", '"Missing, 2 days late"'],
  ["a quotation mark", 'Said "no"', '"Said ""no"""'],
  ["two lines", "one\ntwo", '"one\ntwo"'],
  ["a formula", "=1+1", "'=1+1"],
  ["a sum", "+44 20", "'+44 20"],
  ["a negative number", "-27.50", "-27.50"],
  ["a difference", "-5+2", "'-5+2"],
  ["a dash", "- none", "'- none"],
  ["a name in a spreadsheet", '@SUM(A1,"B")', `"'@SUM(A1,""B"")"`],
  ["letters of any language", "Ōtāhuhu – “café”", "Ōtāhuhu – “café”"],
])("a cell with %s is read back as it was, and runs nothing", (_, text, cell) => {
  expect(csvOf([["Head", text]])).toBe(`Head,${cell}\r\n`)
})
