import { strToU8, zipSync } from "fflate"
import { expect, test } from "vitest"
import { opened } from "../../shared/workbook/opened.ts"
import { about, fileOf, givenBack, reworked, sheetPart } from "../support/workbooks.ts"

const base = about("spending-update")

/** A workbook of ours with very many rows below its table, each with words of its own. */
const withRows = (rows: number) =>
  reworked(fileOf("xlsx", base), (parts) => {
    const part = sheetPart(parts, "What you spent")
    const lines = Array.from({ length: rows }, (_, row) => {
      const at = row + 100
      return `<row r="${at}"><c r="B${at}" t="inlineStr"><is><t>Line ${row} of a ledger</t></is></c><c r="C${at}"><v>${row}.25</v></c><c r="D${at}"><v>${row * 7919}</v></c></row>`
    })
    parts[part] = (parts[part] ?? "").replace("</sheetData>", `${lines.join("")}</sheetData>`)
  })

const heap = () => {
  global.gc?.()
  return process.memoryUsage().heapUsed
}

test("ten thousand rows are read in little memory, and said to be too many", () => {
  const bytes = withRows(10_000)
  givenBack(base, bytes)
  const before = heap()
  const { taken } = givenBack(base, bytes)
  const grown = heap() - before
  expect(taken?.problems.some((one) => one.startsWith("What you spent: there are more rows"))).toBe(true)
  expect(grown).toBeLessThan(60_000_000)
  const { sheets } = opened("a.xlsx", bytes)
  expect(sheets.every(({ rows }) => rows.size <= 2_000)).toBe(true)
})

test("what is packed very small is stopped before it is large", () => {
  const bytes = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60_000_000).fill(32) })
  const before = process.memoryUsage().rss
  expect(givenBack(base, bytes).refused).toMatch(/far more/)
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
})

test("two megabytes are read, or refused, in a few seconds at most on any machine", () => {
  let state = 7
  const noise = Array.from({ length: 70_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return `<si><t>${state.toString(36)}${(state * 31).toString(36)}</t></si>`
  })
  const bytes = zipSync({ "xl/sharedStrings.xml": strToU8(`<sst>${noise.join("")}</sst>`) }, { level: 1 })
  const from = performance.now()
  givenBack(base, bytes)
  expect(performance.now() - from).toBeLessThan(4_000)
})
