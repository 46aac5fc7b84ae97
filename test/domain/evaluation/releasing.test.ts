import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { expect, test } from "vitest"
import { changeChart, monthChart } from "../../../shared/domain/evaluation/analysis/chart.ts"
import type { GatheredSite } from "../../../shared/domain/evaluation/analysis/gathered.ts"
import { mainOf } from "../../../shared/domain/evaluation/analysis/saying.ts"
import {
  type CellAt,
  everySite,
  type MeasureCell,
  type MeasureTable,
} from "../../../shared/domain/evaluation/analysis/table.ts"
import { type Draft, draftRelease } from "../../../shared/domain/evaluation/releasing/release.ts"
import { coreMeasures } from "../../../shared/kinds/measures/core.ts"
import { count, figuresAt, share } from "../../support/evaluation/measured.ts"
import { programme } from "../../support/evaluation/programme.ts"

const cellOf = ({ cells }: MeasureTable, place: string, measure: string, at: CellAt) =>
  cells.find((one) => one.place === place && one.measure === measure && one.at === at)

const numbersOf = ({ says }: MeasureCell): Record<string, unknown> => ("gap" in says ? {} : { ...says })

/** Measures of the people or things of another: that one does not apply says that there is none of those. */
const isOf = (measure: string) => ["kept", "challenges-changed"].includes(measure)

/** What a table of a release may never say, whatever the sites said. */
const holdsTo = ({ table, truth }: Draft) => {
  const hiding = new Set(table.measures.filter(({ measure }) => measure.hidesSmall).map(({ key }) => key))
  for (const cell of table.cells.filter(({ measure, at }) => hiding.has(measure) && at !== "change")) {
    const real = cellOf(truth.table, cell.place, cell.measure, cell.at)
    const name = `${cell.place} ${cell.measure} ${cell.at}`
    const [shown, was] = [numbersOf(cell), real ? numbersOf(real) : {}]
    const isSaid =
      real && !("gap" in real.says && (real.says.gap !== "not applicable" || !isOf(cell.measure)))
    expect([name, "gap" in cell.says]).toEqual([name, !isSaid])
    for (const part of ["count", "numerator", "denominator", "n"]) {
      if (was[part] === undefined) continue
      if ((was[part] as number) < 5) expect([name, part, shown[part]]).toEqual([name, part, "[c]"])
      if (shown[part] !== "[c]")
        expect([name, part, Math.abs((shown[part] as number) - (was[part] as number)) <= 2]).toEqual([
          name,
          part,
          true,
        ])
    }
    if (shown.numerator === "[c]" || shown.denominator === "[c]")
      expect([name, shown.share ?? "[c]"]).toEqual([name, "[c]"])
    if (shown.n === "[c]") expect([name, shown.mean ?? "[c]"]).toEqual([name, "[c]"])
    expect(cell.says).not.toHaveProperty("because")
  }
}

test("a release of any programme hides what is small with what hangs on it, and gives away nothing that another hides", () => {
  fc.assert(
    fc.property(programme, (sites) => {
      const coached = sites.map((one) => ({ ...one, coaches: ["p-coach"] }))
      const first = draftRelease("NSW2", coached, [], [])
      holdsTo(first)
      expect(first.exposed).toEqual([])
      const later = coached.map((one) => ({
        ...one,
        figures: [
          ...one.figures.slice(1),
          figuresAt(one.organisation, { at: "midpoint", figures: [count("people", 12)] }),
        ],
      }))
      const second = draftRelease("NSW2", later, [], [first.truth.truth])
      holdsTo(second)
      expect(second.exposed).toEqual([])
    }),
    { numRuns: 12 },
  )
})

test("a release can be made where sites begin with nobody, and say that a share does not apply", () => {
  const begins = (organisation: string, people: number, kept?: number) => ({
    organisation,
    name: organisation,
    figures: [
      figuresAt(organisation, {
        at: "baseline",
        figures: [
          count("people", people),
          kept === undefined
            ? { measure: "kept", value: { notApplicable: "Nobody had a named social worker." } }
            : share("kept", kept, people),
        ],
      }),
    ],
  })
  const sites = [
    begins("bradford", 0),
    begins("halton", 0),
    begins("liverpool", 15, 14),
    begins("sheffield", 12, 11),
  ]
  const draft = draftRelease("NSW2", sites, [], [])
  holdsTo(draft)
  expect(draft.exposed).toEqual([])
  expect(draft.shown).toBeGreaterThan(0)
  const hidden = { numerator: "[c]", denominator: "[c]", share: "[c]" }
  expect(cellOf(draft.table, "halton", "kept", "baseline")?.says).toEqual(hidden)
})

test("the order in which anything was entered never matters to a release", () => {
  fc.assert(
    fc.property(programme, (sites) => {
      const backwards = sites.toReversed().map((one) => ({ ...one, figures: one.figures.toReversed() }))
      expect(draftRelease("NSW2", backwards, [], []).table).toEqual(draftRelease("NSW2", sites, [], []).table)
    }),
    { numRuns: 6 },
  )
})

test("a picture has no number that its table has not, released or true", () => {
  fc.assert(
    fc.property(programme, (sites) => {
      const { table, truth } = draftRelease("NSW2", sites, [], [])
      for (const one of [table, truth.table])
        for (const { key } of one.measures) {
          const own = one.cells.filter(({ measure }) => measure === key)
          const numbers = new Set(own.map(({ says }) => mainOf(says)))
          const charts = [changeChart(one, key), monthChart(one, key, everySite)]
          for (const mark of charts.flatMap((chart) => chart?.rows.flatMap(({ marks }) => marks) ?? []))
            if ("value" in mark) expect(numbers).toContain(mark.value)
        }
    }),
    { numRuns: 6 },
  )
})

const site = (organisation: string, all: Parameters<typeof figuresAt>[1][]): GatheredSite => ({
  organisation,
  name: organisation,
  figures: all.map((one) => figuresAt(organisation, one)),
})
const quiet = (organisation: string, admissions: number[]) =>
  site(
    organisation,
    admissions.map((n, month) => ({
      at: `2017-${10 + month}` as "2017-10",
      figures: [count("people", 17), count("admissions", n)],
    })),
  )

test("whoever releases that nobody was admitted in all months releases each of them, at their own site alone", () => {
  const sites = [quiet("a", [0, 0, 0]), quiet("b", [7, 1, 9]), quiet("c", [8, 2, 6]), quiet("d", [9, 3, 12])]
  const released = [{ organisation: "a", measure: "admissions", at: "months" as const, says: { count: 0 } }]
  const { table, exposed } = draftRelease("NSW2", sites, released, [])
  expect(exposed).toEqual([])
  for (const at of ["months", "2017-10", "2017-11", "2017-12"] as const)
    expect(cellOf(table, "a", "admissions", at)).toMatchObject({ says: { count: 0 }, released: true })
  for (const place of ["b", "c", "d"])
    expect(cellOf(table, place, "admissions", "2017-11")?.says).toEqual({ count: "[c]" })
})

test("a figure that was released counts for the number that it was released for, and for no other", () => {
  const released = [{ organisation: "a", measure: "people", at: "2017-10" as const, says: { count: 16 } }]
  const { table } = draftRelease("NSW2", [quiet("a", [0])], released, [])
  expect(cellOf(table, "a", "people", "2017-10")).toMatchObject({ says: { count: 15 } })
  expect(cellOf(table, "a", "people", "2017-10")).not.toHaveProperty("released")
})

test("so many of so many can be released as they are, with those who are not among them", () => {
  const kept = site("a", [{ at: "baseline", figures: [count("people", 17), share("kept", 13, 17)] }])
  const says = { numerator: 13, denominator: 17, share: 76 }
  const released = [{ organisation: "a", measure: "kept", at: "baseline" as const, says }]
  const others = ["b", "c", "d"].map((one) =>
    site(one, [{ at: "baseline", figures: [count("people", 40), share("kept", 20, 40)] }]),
  )
  const { table, exposed } = draftRelease("NSW2", [kept, ...others], released, [])
  expect(exposed).toEqual([])
  expect(cellOf(table, "a", "kept", "baseline")).toMatchObject({ says, released: true })
})

test("what people answered is released from five answers on, and a measure that counts no people as it is", () => {
  const answered = (n: number): GatheredSite => ({
    ...site("a", [
      { at: "baseline", figures: [{ measure: "protected-days", value: { amount: 1.5, n: 2 } }] },
    ]),
    answers: [
      { measure: "confidence", at: "baseline", value: { mean: 3.5, n } },
      { measure: "knows-who", at: "baseline", value: { numerator: n, denominator: 2 * n } },
    ],
  })
  const saysOf = (n: number, measure: string) =>
    cellOf(draftRelease("NSW2", [answered(n)], [], []).table, "a", measure, "baseline")?.says
  expect(saysOf(4, "confidence")).toEqual({ mean: "[c]", n: "[c]" })
  expect(saysOf(4, "knows-who")).toMatchObject({ numerator: "[c]", share: "[c]" })
  expect(saysOf(10, "confidence")).toEqual({ mean: 3.5, n: 10 })
  expect(saysOf(10, "knows-who")).toEqual({ numerator: 10, denominator: 20, share: 50 })
  expect(saysOf(4, "protected-days")).toEqual({ amount: 1.5, n: 2 })
  expect(coreMeasures["protected-days"].hidesSmall).toBe(false)
})

const sources = ["shared", "functions", "infra"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
)

test("a month without a challenge is released like any other: 0 of 0 is hidden in the shape of every small number", () => {
  const raised = (at: "2017-10" | "2017-11", many: number) =>
    figuresAt("halton", {
      at,
      figures: [
        count("challenges-formal", many),
        count("challenges-meeting", 0),
        share("challenges-changed", 0, many),
      ],
    })
  const site = { organisation: "halton", name: "Halton", from: "2017-09-01", to: "2018-04-30" }
  const draft = draftRelease(
    "NSW2",
    [{ ...site, figures: [raised("2017-10", 1), raised("2017-11", 0)] }],
    [],
    [],
  )
  expect(draft.exposed).toEqual([])
  for (const at of ["2017-10", "2017-11"] as const)
    expect(cellOf(draft.table, "halton", "challenges-changed", at)?.says).toEqual({
      numerator: "[c]",
      denominator: "[c]",
      share: "[c]",
    })
})

test("a table is suppressed in one place: nothing but the maker of releases reaches for the engine or its rounding", () => {
  const naming = (what: RegExp) => sources.filter((file) => what.test(readFileSync(file, "utf8"))).sort()
  const outside = (file: string) => !file.startsWith("shared/domain/evaluation/disclosure/")
  expect(naming(/disclosure\/release\.ts"/).filter(outside)).toEqual([
    "shared/domain/evaluation/releasing/release.ts",
  ])
  expect(naming(/toNearestFive/).filter(outside)).toEqual([])
  expect(naming(/releasing\/release\.ts"/)).toEqual([
    "functions/findings/releases/desk.ts",
    "functions/findings/releases/making.ts",
    "functions/findings/releases/pages/draft.tsx",
  ])
})
