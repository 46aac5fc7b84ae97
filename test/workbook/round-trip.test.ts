import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Answers, Question } from "../../shared/form/question.ts"
import type { KindId } from "../../shared/kinds/index.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { about, fileOf, formats, givenBack } from "../support/workbooks.ts"

/** Text that a person could type and that XML can hold. */
const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => !/[\p{C}\ufffe\uffff]/u.test(text) && text.trim() !== "")

/** Any figure: by what it is made of, or that it is none. */
const figureOf = ({ shape: { figure, options } }: Question): fc.Arbitrary<unknown> => {
  const n = fc.integer({ min: 1, max: 40 })
  const tenths = fc.integer({ min: 0, max: 50 }).map((one) => one / 10)
  const known = {
    count: fc.record({ count: n }),
    share: n.chain((denominator) =>
      fc.record({
        numerator: fc.integer({ min: 0, max: denominator }),
        denominator: fc.constant(denominator),
      }),
    ),
    mean: fc.record({ mean: tenths, n }),
    amount: fc.record({ amount: tenths, n }, { requiredKeys: ["amount"] }),
  }[figure?.unit ?? "count"]
  return fc.record(
    {
      value: fc.oneof(
        known,
        fc.record({ notKnown: words, knownBy: fc.constantFrom("2018-05-01", "2019-02-28") }),
        fc.record({ notApplicable: words }),
      ),
      on: fc.constantFrom("2017-12-31", "2018-02-03"),
      method: words,
      complete: fc.integer({ min: 0, max: 100 }),
      ...(options && { attribution: fc.constantFrom(...Object.keys(options)), because: words }),
    },
    { requiredKeys: ["value"] },
  )
}

/** Any answer that a question takes. */
const answerTo = (question: Question): fc.Arbitrary<unknown> => {
  const { shape } = question
  const keys = Object.keys(shape.options ?? {})
  const amount = fc.integer({ min: 0, max: 1_000_000_000 })
  switch (question.type) {
    case "money":
      return fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
    case "wholeNumber":
      return fc.integer({ min: 0, max: 10_000 })
    case "decimal":
      return fc.integer({ min: 0, max: 10_000 }).map((units) => units / 100)
    case "date":
      return fc
        .integer({ min: 0, max: 3_000 })
        .map((days) => new Date(Date.UTC(2016, 0, 1 + days)).toISOString().slice(0, 10))
    case "choice":
      return fc.constantFrom(...keys)
    case "yesNo":
      return fc.boolean()
    case "choices":
      return fc.subarray(keys, { minLength: 1 })
    case "count":
      return fc.oneof(
        fc.integer({ min: 0, max: 1_000 }).map((number) => ({ number })),
        words.map((notKnown) => ({ notKnown })),
      )
    case "person":
      return fc.record({ name: words, email: fc.constant("a@b.gov.uk") })
    case "declaration":
      return fc.constant(true)
    case "figure":
      return figureOf(question)
    case "text":
    case "longText":
      return words
    case "moneyGrid":
      return fc.dictionary(
        fc.constantFrom(...(shape.rows ?? []).map(({ id }) => id)),
        fc.dictionary(fc.constantFrom(...(shape.columns ?? []).map(({ id }) => id)), amount, { minKeys: 1 }),
        { minKeys: 1 },
      )
    case "repeated":
      return fc.array(
        fc.record(
          Object.fromEntries(Object.entries(shape.of ?? {}).map(([key, one]) => [key, answerTo(one)])),
          { requiredKeys: [] },
        ),
        { minLength: 1, maxLength: Math.min(4, shape.upTo ?? 1) },
      )
  }
}

const kinds: KindId[] = [
  "spending-update",
  "funding-return",
  "statement-of-grant-usage",
  "evaluation-final",
  "follow-up",
]

/** What a section may hold: only answers that its questions take, as they are kept. */
const answersFor = (id: KindId): fc.Arbitrary<Record<string, Answers>> =>
  fc
    .record(
      Object.fromEntries(
        about(id).sections.map((section) => [
          section.id,
          fc.record(
            Object.fromEntries(Object.entries(section.asks).map(([key, one]) => [key, answerTo(one)])),
            { requiredKeys: [] },
          ),
        ]),
      ),
    )
    .map((all) =>
      Object.fromEntries(
        about(id).sections.map(({ id: section, asks }) => [
          section,
          Object.fromEntries(
            Object.entries((all as Record<string, Record<string, unknown>>)[section] ?? {}).flatMap(
              ([key, given]) => {
                const parsed = asks[key]?.schema.safeParse(given)
                if (!parsed?.success) return []
                const value =
                  asks[key]?.type === "repeated"
                    ? (parsed.data as object[]).map((row, at) => ({ ...row, id: `row-${at}` }))
                    : parsed.data
                return [[key, value as Json]]
              },
            ),
          ),
        ]),
      ),
    )

const withoutIds = (value: Json): Json =>
  JSON.parse(JSON.stringify(value, (name, given) => (name === "id" ? undefined : given)))

describe.each(kinds)("a workbook of the %s", (id) => {
  test.each(formats)("that nobody touched changes nothing, as %s", (format) => {
    fc.assert(
      fc.property(answersFor(id), (answers) => {
        const one = about(id, answers)
        const { taken, refused } = givenBack(one, fileOf(format, one))
        expect(refused).toBeUndefined()
        expect(taken?.problems).toEqual([])
        expect(taken?.warnings).toEqual([])
        expect(taken?.answers).toEqual({})
      }),
      { numRuns: 12 },
    )
  })

  test.each(formats)("filled in says exactly what typing the same says, as %s", (format) => {
    fc.assert(
      fc.property(answersFor(id), (answers) => {
        const empty = about(id)
        // As a spreadsheet program would leave it: the figures of one in the places of the other, with no marks of them.
        const filled = fileOf(format, { ...about(id), begins: answers })
        const { taken } = givenBack(empty, filled)
        expect(taken?.problems).toEqual([])
        const kept = Object.fromEntries(
          Object.entries(answers).filter(([, one]) => Object.keys(one).length > 0),
        )
        expect(canonical(withoutIds((taken?.answers ?? {}) as Json))).toBe(
          canonical(withoutIds(kept as Json)),
        )
      }),
      { numRuns: 12 },
    )
  })
})
