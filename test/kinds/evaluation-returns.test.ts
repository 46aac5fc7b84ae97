import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Answers } from "../../shared/form/question.ts"
import type { FigureValue } from "../../shared/form/questions/figure-words.ts"
import { problemsIn } from "../../shared/form/section.ts"
import { talliedOf } from "../../shared/kinds/evaluation-return/earlier.ts"
import {
  evaluationBaseline,
  evaluationFinal,
  evaluationMidpoint,
} from "../../shared/kinds/evaluation-return.ts"
import { coreMeasureList, coreMeasures } from "../../shared/kinds/measures/core.ts"
import { type Figure, figure as figureSchema } from "../../shared/kinds/measures/figure.ts"
import type { Measure } from "../../shared/kinds/measures/measure.ts"
import { type EvaluationFacts, type ReturnFacts, sampleReturn } from "../../shared/kinds/return-facts.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { returnForms } from "../support/returns.ts"

const agreed: EvaluationFacts = {
  version: 1,
  measures: [...coreMeasureList],
  notOurGroup: {},
  earlier: [],
  promised: {},
}
const given = (more: Partial<EvaluationFacts>): ReturnFacts => ({
  ...sampleReturn,
  evaluation: { ...agreed, ...more },
})
const own = (id: string, more: Partial<Measure> = {}): Measure => ({
  ...coreMeasures.admissions,
  id,
  of: "site",
  name: `Measure ${id}`,
  from: "return",
  points: ["baseline", "midpoint", "final"],
  ...more,
})
const asked = (kind: typeof evaluationFinal, facts: ReturnFacts) =>
  kind.sections(facts).flatMap(({ asks }) => Object.keys(asks))
const minutesOf = (kind: typeof evaluationFinal, facts: ReturnFacts) =>
  kind.sections(facts).reduce((sum, { minutes }) => sum + minutes, 0)

describe("what is asked", () => {
  test("is each agreed measure at its points; what people answer themselves, and what does not fit the group, is not", () => {
    const facts = given({
      measures: [...coreMeasureList, own("later", { points: ["final"] }), own("always")],
      notOurGroup: { admissions: "Nobody of this group is admitted." },
    })
    const at = [evaluationBaseline, evaluationMidpoint, evaluationFinal].map((kind) => asked(kind, facts))
    expect(at.map((keys) => keys.includes("later"))).toEqual([false, false, true])
    expect(at.map((keys) => keys.includes("always"))).toEqual([true, true, true])
    for (const keys of at)
      for (const id of ["admissions", "knows-who", "decided", "confidence"]) expect(keys).not.toContain(id)
  })

  test("takes an hour at a baseline and two at the end at most, with eight measures of the site's own", () => {
    const facts = given({
      measures: [...coreMeasureList, ..."12345678".split("").map((id) => own(`own-${id}`))],
    })
    expect(minutesOf(evaluationBaseline, facts)).toBeLessThanOrEqual(60)
    expect(minutesOf(evaluationFinal, facts)).toBeLessThanOrEqual(120)
  })

  test("a return at the end asks why there is no baseline, until there is one", () => {
    const earlier = [{ point: "baseline" as const, title: "Baseline", figures: [] }]
    expect(asked(evaluationFinal, given({}))).toContain("none")
    expect(asked(evaluationFinal, given({ earlier }))).not.toContain("none")
    expect(asked(evaluationMidpoint, given({ earlier }))).not.toContain("none")
  })
})

/** What a person may type in place of a number: none of it is one. */
const noNumber = fc.oneof(
  fc.constantFrom("N/A", "n/a", "none", "nil", "tbc", "-", "?", "2%", "1.5", "not known", "0 or 1", "O"),
  fc.string({ unit: fc.constantFrom("a", "N", "/", "%", "-", " ", ".", "?"), minLength: 1, maxLength: 8 }),
)
const reason = fc.constantFrom("0", "nought", "Nobody counted.", "0 of 17")
const value: fc.Arbitrary<FigureValue> = fc.oneof(
  fc.record({ count: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ notKnown: reason, knownBy: fc.constant("2018-06-01") }),
  fc.record({ notApplicable: reason }),
)
const counts = ["challenges-formal", "challenges-meeting"] as const
const known = (values: readonly Figure["value"][]) =>
  values.reduce((sum, one) => sum + ("count" in one ? one.count : 0), 0)

describe("what it says in figures", () => {
  const facts = given({})
  const filled = returnForms["evaluation-final"] as Record<string, Answers>
  const said = (answers: Record<string, Answers>) =>
    (evaluationFinal.figures?.(facts, answers).figures ?? []).map((one) => figureSchema.parse(one))

  test("text is never a number: it is refused, and nothing of it counts", () => {
    const question = evaluationFinal.sections(facts).find(({ id }) => id === "workers")?.asks[
      "challenges-formal"
    ]
    fc.assert(
      fc.property(noNumber, (typed) => {
        const read = question?.read({ q: typed, "q.is": "figure" }, "q")
        expect(read && "value" in read).toBe(false)
      }),
    )
  })

  test("“not known” and “does not apply” are themselves and never a nought; a nought is one", () => {
    fc.assert(
      fc.property(fc.tuple(value, value), (values) => {
        const workers = { ...filled.workers }
        for (const [at, id] of counts.entries()) workers[id] = { value: values[at] } as unknown as Json
        const of = said({ ...filled, workers }).filter(({ measure }) => counts.some((id) => id === measure))
        expect(of.map((one) => one.value)).toEqual(values)
        expect(known(of.map((one) => one.value))).toBe(known(values))
      }),
    )
  })

  test("the order in which it was filled in never matters", () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray(Object.keys(filled), { minLength: Object.keys(filled).length }),
      fc.boolean(),
    )
    const whole = canonical(said(filled) as unknown as Json)
    fc.assert(
      fc.property(shuffled, ([sections, backwards]) => {
        const answers = Object.fromEntries(
          sections.map((id) => {
            const pairs = Object.entries(filled[id] ?? {})
            return [id, Object.fromEntries(backwards ? pairs.reverse() : pairs)]
          }),
        )
        expect(canonical(said(answers) as unknown as Json)).toBe(whole)
      }),
    )
  })

  test("what was not answered is in no figure", () => {
    expect(said({})).toEqual([])
    expect(said({ workers: { "challenges-formal": { value: { count: 0 } } } })).toEqual([
      { measure: "challenges-formal", value: { count: 0 } },
    ])
  })
})

describe("what was tallied", () => {
  const month = (at: number) => `2018-0${at + 1}`
  const withTallies = (values: FigureValue[], order = values.map((_, at) => at)) =>
    given({
      earlier: order.map((at) => ({
        point: month(at),
        title: `Tally ${at}`,
        figures: [{ measure: "challenges-formal", value: values[at] as Figure["value"] }],
      })),
    })
  const three = fc.array(value, { minLength: 3, maxLength: 3 })

  test("adds up what is known, whatever came first, and says of how many months", () => {
    fc.assert(
      fc.property(three, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (values, order) => {
        const found = talliedOf(withTallies(values, order), coreMeasures["challenges-formal"])
        const there = values.filter((one) => "count" in one)
        expect(found?.value).toEqual(there.length > 0 ? { count: known(values) } : undefined)
        if (found) expect(found.months).toBe(values.filter((one) => !("notKnown" in one)).length)
      }),
    )
  })

  test("begins a figure only where no month is missing from it", () => {
    const facts = (values: FigureValue[]) => {
      const one = withTallies(values)
      return { ...one, site: { ...one.site, from: "2018-01-01" } }
    }
    const begins = (values: FigureValue[]) => evaluationFinal.begins?.(facts(values)).workers
    expect(begins([{ count: 1 }, { count: 0 }, { count: 2 }])).toEqual({
      "challenges-formal": { value: { count: 3 } },
    })
    expect(begins([{ count: 1 }, { notKnown: "Lost.", knownBy: "2018-06-01" }, { count: 2 }])).toBeUndefined()
    expect(begins([{ count: 1 }, { count: 2 }])).toBeUndefined()
    expect(begins([{ count: 1 }, { notApplicable: "The team was closed." }, { count: 2 }])).toEqual({
      "challenges-formal": { value: { count: 3 } },
    })
  })
})

describe("what the figures ask of each other", () => {
  const facts = given({
    measures: [
      ...coreMeasureList,
      own("life", { level: "people", unit: "mean", name: "Quality of life", scale: { least: 1, most: 5 } }),
    ],
    earlier: [
      {
        point: "baseline",
        title: "Baseline",
        figures: [
          { measure: "people", value: { count: 20 } },
          { measure: "kept", value: { numerator: 18, denominator: 20 } },
        ],
      },
      { point: "2018-03", title: "Tally", figures: [{ measure: "people", value: { count: 18 } }] },
    ],
  })
  const warned = (people: Record<string, object>) =>
    evaluationFinal.warns?.(facts, { people: people as Answers }).map(({ says }) => says) ?? []

  test("is a question and never in the way; what cannot be is refused", () => {
    const all = warned({
      people: { value: { count: 17 } },
      kept: { value: { numerator: 15, denominator: 17 } },
      life: { value: { mean: 3.4, n: 19 } },
    })
    expect(all).toEqual([
      "“People with a named social worker”: the last monthly tally says 18, and this says 17. Did somebody join or leave since?",
      "“People with a named social worker” is of 17, and the baseline was of 20. Why are they fewer: did some leave, die, withdraw or move? Say so with the figures of people",
      "“Kept the same named social worker” is of 17, and the baseline was of 20. Why are they fewer: did some leave, die, withdraw or move? Say so with the figures of people",
      "“Quality of life” is from 19 people, and 17 have a named social worker. Is it right?",
    ])
    expect(warned({ people: { value: { count: 18 } }, fewer: ["died"] as unknown as object })).toEqual([])
    const kept = evaluationFinal.sections(facts).find(({ id }) => id === "people")?.asks.kept
    expect(kept?.schema.safeParse({ value: { numerator: 18, denominator: 17 } }).success).toBe(false)
  })

  test("what made the difference is asked of what is known, and “we cannot tell” is an answer", () => {
    const section = evaluationFinal.sections(facts).find(({ id }) => id === "system")
    const problems = (admissions: object) =>
      section
        ? problemsIn(section, { admissions } as unknown as Answers).filter(
            ({ question }) => question === "admissions",
          )
        : []
    expect(problems({ value: { count: 2 } })).toHaveLength(1)
    expect(problems({ value: { count: 2 }, attribution: "cannot-tell" })).toEqual([])
    expect(problems({ value: { notKnown: "No answer.", knownBy: "2018-06-01" } })).toEqual([])
  })
})
