import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { divided, readValueCell, unpacked } from "../../../shared/domain/evaluation/import/cells.ts"
import { measureColumnProblems, measuresMap, plainMap } from "../../../shared/domain/evaluation/import/map.ts"
import { entriesOf, type Known } from "../../../shared/domain/evaluation/import/rows.ts"
import { conflicts, countedOnce, mergedWith, setsOf } from "../../../shared/domain/evaluation/import/sets.ts"
import { valueFrom } from "../../../shared/domain/evaluation/import/value.ts"
import { coreMeasureList, coreMeasures } from "../../../shared/kinds/measures/core.ts"
import type { Figures, Value } from "../../../shared/kinds/measures/figure.ts"
import { isKnown } from "../../../shared/kinds/measures/figure.ts"
import type { Measure } from "../../../shared/kinds/measures/measure.ts"

const { admissions, kept, confidence } = coreMeasures
const days = coreMeasures["protected-days"]
const cell = (text: string | undefined, column: string) =>
  text === undefined ? {} : { [column]: { column, says: readValueCell(text) } }
const why = { reason: "The form came late.", knownBy: "2018-05-31" }
const read = (
  measure: Measure,
  given: Partial<Record<"value" | "numerator" | "denominator" | "n", string>>,
  because: object = why,
) =>
  valueFrom(
    measure,
    Object.assign({}, ...Object.entries(given).map(([column, text]) => cell(text, column))),
    because,
  )

describe("what a cell says", () => {
  test.each([
    ["0", { says: "number", number: 0 }],
    ["1,234", { says: "number", number: 1234 }],
    ["3.50", { says: "number", number: 3.5 }],
    ["2%", { says: "percent", percent: 2, places: 0, written: "2%" }],
    ["3 of 17", { says: "of", numerator: 3, denominator: 17 }],
    ["N/K", { says: "not known" }],
    ["not known", { says: "not known" }],
    ["N/A", { says: "not applicable" }],
    ["Not our group", { says: "not applicable" }],
    ["-", { says: "dash" }],
    ["–", { says: "dash" }],
    ["  ", { says: "blank" }],
  ])("“%s” is what it is", (text, says) => expect(readValueCell(text)).toEqual(says))

  test.each(["12,34", "about 5", "3/4", "£12", "[c]", "<5", "none", "O", "1e3", "12; 15; 17", "TBC"])(
    "“%s” is nothing that is read",
    (text) => expect(readValueCell(text).says).toBe("nothing we read"),
  )
})

describe("one value", () => {
  test.each<[string, Measure, Parameters<typeof read>[1], Value]>([
    ["nought is nought", admissions, { value: "0" }, { count: 0 }],
    [
      "numerator and denominator",
      kept,
      { numerator: "15", denominator: "17" },
      { numerator: 15, denominator: 17 },
    ],
    ["so many of so many", kept, { value: "15 of 17" }, { numerator: 15, denominator: 17 }],
    [
      "a percentage of so many",
      kept,
      { value: "88%", denominator: "17" },
      { numerator: 15, denominator: 17 },
    ],
    ["an average of so many", confidence, { value: "3.4", n: "5" }, { mean: 3.4, n: 5 }],
    ["an amount of so many", days, { value: "1.5", n: "4" }, { amount: 1.5, n: 4 }],
    ["not known", admissions, { value: "n/k" }, { notKnown: why.reason, knownBy: why.knownBy }],
    ["not applicable", admissions, { value: "N/A" }, { notApplicable: why.reason }],
  ])("%s", (_, measure, given, value) => expect(read(measure, given)).toEqual({ value }))

  test.each<[string, Measure, Parameters<typeof read>[1], string]>([
    ["2% is not 2", admissions, { value: "2%" }, "value"],
    ["2% of nobody knows how many", kept, { value: "2%" }, "value"],
    ["a percentage that no whole number comes to", kept, { value: "50%", denominator: "17" }, "value"],
    ["a percentage that several come to", kept, { value: "50%", denominator: "1000" }, "value"],
    [
      "a percentage beside another numerator",
      kept,
      { value: "50%", numerator: "3", denominator: "17" },
      "value",
    ],
    ["a number alone for a share", kept, { value: "15", denominator: "17" }, "value"],
    ["more than there are", kept, { numerator: "18", denominator: "17" }, "numerator"],
    ["half a person", admissions, { value: "2.5" }, "value"],
    ["less than none", admissions, { value: "-1" }, "value"],
    ["a score off its scale", confidence, { value: "6", n: "5" }, "value"],
    ["an average of nobody knows how many", confidence, { value: "3.4" }, "n"],
    ["a number beside not known", kept, { numerator: "n/k", denominator: "17" }, "denominator"],
    ["a dash", admissions, { value: "-" }, "value"],
    ["a denominator of a count", admissions, { value: "3", denominator: "17" }, "denominator"],
  ])("%s is refused by its column", (_, measure, given, column) =>
    expect(read(measure, given)).toMatchObject({ column, problem: expect.any(String) }),
  )

  test("what is not known or does not apply needs its reason, and what is not known a day", () => {
    expect(read(admissions, { value: "n/k" }, {})).toHaveProperty("problem")
    expect(read(admissions, { value: "n/k" }, { reason: "Late." })).toHaveProperty("problem")
    expect(read(admissions, { value: "n/a" }, {})).toHaveProperty("problem")
  })

  test("an empty cell says nothing", () => expect(read(admissions, { value: " " })).toEqual({ blank: true }))

  test("nothing but a number ever becomes one, of whatever measure", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("N/A", "n/k", "-", "none", "nil", "zero", "O", "", "not applicable", "[c]", "x"),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...coreMeasureList), (given, measure) => {
        fc.pre(!/\d/.test(given))
        for (const name of ["value", "numerator", "denominator", "n"] as const) {
          const one = read(measure, { numerator: "1", denominator: "17", [name]: given })
          const alone = read(measure, { [name]: given })
          for (const made of [one, alone])
            if ("value" in made && isKnown(made.value))
              expect([name, made]).toEqual([name, { value: { numerator: 1, denominator: 17 } }])
          if ("value" in alone) expect(isKnown(alone.value)).toBe(false)
        }
      }),
    )
  })
})

describe("lists in a cell", () => {
  test("are as many rows as they are long, beside what is the same for all", () => {
    expect(divided("12; 15;\n17".replace("\n", ""))).toEqual(["12", "15", "17"])
    expect(unpacked({ site: "halton", month: "2017-10\n2017-11", value: "3;4" }, ["month", "value"])).toEqual(
      [
        { site: "halton", month: "2017-10", value: "3" },
        { site: "halton", month: "2017-11", value: "4" },
      ],
    )
  })

  test("that are not equally long are named, with how long each is", () => {
    expect(unpacked({ month: "2017-10; 2017-11", value: "12; 15; 17" }, ["month", "value"])).toEqual({
      refused: "its lists are not equally long: “month” has 2, “value” has 3",
    })
  })

  test("come to rows of the same number whenever their lengths are one, and to none otherwise", () => {
    const list = fc.array(fc.constantFrom("1", "", "n/k"), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(list, list, (one, other) => {
        const rows = unpacked({ a: `0;${one.join(";")};0`, b: `0;${other.join(";")};0` }, ["a", "b"])
        if (one.length === other.length) expect(rows).toHaveLength(one.length + 2)
        else expect(rows).toHaveProperty("refused")
      }),
    )
  })
})

const headings = [
  "site",
  "point",
  "measure",
  "value",
  "numerator",
  "denominator",
  "n",
  "date",
  "method",
  "reason",
  "known by",
]
const map = plainMap("tests.csv", headings)
const known: Known = {
  today: "2018-01-16",
  phase: "NSW2",
  measuresOf: (organisation) =>
    ["halton", "bradford"].includes(organisation)
      ? {
          measures: coreMeasureList.filter(({ id }) => !(organisation === "bradford" && id === "admissions")),
          notOurGroup: Object.fromEntries(
            organisation === "bradford" ? [["admissions", "Nobody is in hospital."]] : [],
          ),
        }
      : undefined,
}
const rowOf = (cells: Record<string, string>) => ({
  ...Object.fromEntries(headings.map((one) => [one, ""])),
  ...cells,
})
const entries = (cells: Record<string, string>) => entriesOf(rowOf(cells), map, known)

describe("a row", () => {
  test("names its value by site, point and measure, and keeps its day and method", () => {
    expect(
      entries({
        site: "Halton",
        point: "Baseline",
        measure: "Admissions",
        value: "0",
        date: "1 October 2017",
        method: "Case records",
      }),
    ).toEqual({
      entries: [
        {
          organisation: "halton",
          phase: "NSW2",
          point: "baseline",
          figure: { measure: "admissions", value: { count: 0 }, on: "2017-10-01", method: "Case records" },
        },
      ],
    })
  })

  test("of three months in one cell is three values", () => {
    const made = entries({
      site: "halton",
      point: "2017-10; 2017-11; 2017-12",
      measure: "people",
      value: "12; 15; 17",
    })
    expect("entries" in made && made.entries.map(({ point, figure }) => [point, figure.value])).toEqual([
      ["2017-10", { count: 12 }],
      ["2017-11", { count: 15 }],
      ["2017-12", { count: 17 }],
    ])
  })

  test.each([
    [{ site: "leeds", point: "final", measure: "people", value: "1" }, "leeds is no site of NSW2"],
    [{ site: "halton", point: "later", measure: "people", value: "1" }, "“point” is no point"],
    [{ site: "halton", point: "midpoint", measure: "people", value: "1" }, "does not take"],
    [
      { site: "halton", point: "final", measure: "peoples", value: "1" },
      "no measure of the name in “measure”",
    ],
    [{ site: "bradford", point: "final", measure: "admissions", value: "1" }, "does not fit the group"],
    [{ site: "halton", point: "2018-02", measure: "people", value: "1" }, "2018-02 has not come yet"],
    [{ site: "halton", point: "final", measure: "people", value: "2%" }, "“2%” is not 2"],
    [
      { site: "halton", point: "final", measure: "people", value: "1", date: "2018-02-01" },
      "has not come yet",
    ],
    [
      { site: "halton", point: "final", measure: "people", value: "1", method: "Ask on 07700 900123" },
      "“method” looks like personal data",
    ],
  ])("%j is refused: %s", (cells, says) => {
    expect(entries(cells as never)).toEqual({ problems: [expect.stringContaining(says)] })
  })
})

describe("the rows of a file", () => {
  const made = fc.record({
    site: fc.constantFrom("halton", "bradford"),
    point: fc.constantFrom("baseline", "final"),
    measure: fc.constantFrom("people", "discharges", "challenges-formal"),
    value: fc.constantFrom("0", "3", "n/k", "N/A", ""),
  })
  const numbered = (rows: { site: string; point: string; measure: string; value: string }[]) =>
    rows.map((one, at) => {
      const row = entriesOf(rowOf({ ...one, reason: "Late.", "known by": "2018-05-31" }), map, known)
      if (!("entries" in row)) throw new Error(row.problems.join())
      return { number: at, entries: row.entries }
    })
  const come = (rows: Parameters<typeof numbered>[0]) => {
    const read = numbered(rows)
    const differ = conflicts(read)
    const which = [...differ.keys()].map((at) => JSON.stringify(rows[at])).sort()
    const sets = setsOf(read.filter(({ number }) => !differ.has(number)))
    return { which, sets: sets.map(({ rows: _, ...one }) => one) }
  }

  test("come to the same in whatever order they stand", () => {
    fc.assert(
      fc.property(
        fc
          .array(made, { maxLength: 12 })
          .chain((rows) =>
            fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
          ),
        ([rows, shuffled]) => {
          expect(come(shuffled)).toEqual(come(rows))
        },
      ),
    )
  })

  test("that say two things of one are all refused, and the same twice is once", () => {
    const one = { site: "halton", point: "final", measure: "people", value: "3" }
    expect(come([one, one])).toMatchObject({ which: [], sets: [{ figures: [{ value: { count: 3 } }] }] })
    const { which, sets } = come([one, { ...one, value: "0" }])
    expect([which.length, sets]).toEqual([2, []])
  })
})

describe("a map", () => {
  test("leaves no column without a word", () => {
    expect(measureColumnProblems(map, headings)).toEqual([])
    expect(measureColumnProblems(map, [...headings, "Notes"])).toEqual([
      "The file has a column “Notes”: map it, or ignore it with a reason.",
    ])
  })

  test("takes a column for each measure, and the month of a day", () => {
    const wide = measuresMap.parse({
      source: "Visits",
      site: { is: "halton" },
      phase: "NSW2",
      point: { monthOf: { columns: ["Day"], formats: ["d/m/yyyy"] } },
      values: [
        { measure: { is: "people" }, value: "People" },
        { measure: { is: "discharges" }, value: "Out" },
      ],
      dash: "blank",
    })
    const read = entriesOf({ Day: "3/11/2017", People: "17", Out: "-" }, wide, known)
    expect(read).toMatchObject({ entries: [{ point: "2017-11", figure: { measure: "people" } }] })
    expect("entries" in read && read.entries).toHaveLength(1)
  })
})

test("figures that were taken over are counted where no return says the same, and kept when a file says less", () => {
  const figures = (kind: string, point: string, ids: string[]) =>
    ({
      kind,
      point,
      figures: ids.map((measure) => ({ measure, value: { count: 1 } })),
    }) as unknown as Figures
  const all = [
    figures("import", "final", ["people", "discharges"]),
    figures("import", "baseline", ["people"]),
    figures("a return", "final", ["people"]),
  ]
  expect(countedOnce(all).map((one) => one.figures.map(({ measure }) => measure))).toEqual([
    ["discharges"],
    ["people"],
    ["people"],
  ])
  const before = [{ measure: "people", value: { count: 1 } }]
  const now = [{ measure: "discharges", value: { count: 2 } }]
  expect(mergedWith(before, now)).toEqual([...now, ...before])
})
