import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Answer } from "../../../shared/domain/evaluation/answers/answer.ts"
import { answerGroupNames, answerGroups } from "../../../shared/domain/evaluation/answers/groups.ts"
import {
  answerQuestions,
  askedBy,
  everyAnswerQuestion,
  notSaid,
} from "../../../shared/domain/evaluation/answers/questions.ts"
import { answerTotals, figuresFromAnswers } from "../../../shared/domain/evaluation/answers/totals.ts"
import { isOpen, nextWave } from "../../../shared/domain/evaluation/answers/wave.ts"
import { coreMeasures } from "../../../shared/kinds/measures/core.ts"
import { value } from "../../../shared/kinds/measures/figure.ts"
import { pointNames } from "../../../shared/kinds/measures/measure.ts"

const given = fc.constantFrom(...answerGroupNames).chain((group) =>
  fc.record({
    organisation: fc.constantFrom("halton", "bradford"),
    phase: fc.constant("NSW2"),
    wave: fc.constantFrom("001", "002"),
    point: fc.constantFrom(...pointNames),
    group: fc.constant(group),
    id: fc.string(),
    on: fc.constant("2018-01-16"),
    by: fc.constantFrom("link" as const, "paper" as const),
    said: fc.record(
      Object.fromEntries(
        answerQuestions[group].map(({ id, options }) => [id, fc.constantFrom(...Object.keys(options))]),
      ),
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>,
    words: fc.constant({}),
  }),
) satisfies fc.Arbitrary<Answer>
const answers = fc.array(given, { maxLength: 30 })

describe("totals of what people answered", () => {
  test("are the same in whatever order answers came", () => {
    fc.assert(
      fc.property(
        answers.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(answerTotals(shuffled)).toEqual(answerTotals(all))
          expect(figuresFromAnswers(answerTotals(shuffled))).toEqual(figuresFromAnswers(answerTotals(all)))
        },
      ),
    )
  })

  test("count everybody once in who was asked, and in who answered only those who said something", () => {
    fc.assert(
      fc.property(answers, (all) => {
        for (const total of answerTotals(all)) {
          const here = all.filter(
            ({ organisation, group, point }) =>
              organisation === total.organisation && group === total.group && point === total.point,
          )
          const { [notSaid]: silent = 0, ...chosen } = total.counts
          const blank = here.filter(({ said }) => said[total.question] === undefined).length
          expect(total.asked).toBe(here.length)
          expect(total.n).toBe(Object.values(chosen).reduce((sum, one) => sum + one, 0))
          expect(total.n + silent + blank).toBe(total.asked)
        }
      }),
    )
  })

  test("of two sites are those of each, side by side", () => {
    fc.assert(
      fc.property(answers, (all) => {
        const of = (site: string) => answerTotals(all.filter(({ organisation }) => organisation === site))
        expect(answerTotals(all)).toEqual([...of("bradford"), ...of("halton")])
      }),
    )
  })
})

const person = (said: Record<string, string>, group: Answer["group"] = "people"): Answer => ({
  organisation: "halton",
  phase: "NSW2",
  wave: "001",
  point: "final",
  group,
  id: "one",
  on: "2018-01-16",
  by: "link",
  said,
  words: {},
})

describe("core measures from people’s own answers", () => {
  test("are those who said yes of those who answered, and the average of scores", () => {
    const all = [
      person({ "knows-who": "yes", decided: "no" }),
      person({ "knows-who": "sometimes" }),
      person({ "knows-who": notSaid, decided: notSaid }),
      person({ confidence: "4", "days-actual": "0.5" }, "practitioners"),
      person({ confidence: "1" }, "practitioners"),
    ]
    const [found] = figuresFromAnswers(answerTotals(all))
    expect(found).toEqual({
      organisation: "halton",
      phase: "NSW2",
      point: "final",
      figures: [
        { measure: "knows-who", value: { numerator: 1, denominator: 2 } },
        { measure: "decided", value: { numerator: 0, denominator: 1 } },
        { measure: "confidence", value: { mean: 2.5, n: 2 } },
      ],
    })
    for (const { value: one } of found?.figures ?? []) expect(value.safeParse(one).success).toBe(true)
  })

  test("are none where nobody answered: silence is never a nought", () => {
    expect(figuresFromAnswers(answerTotals([person({ "knows-who": notSaid })]))).toEqual([])
    expect(answerTotals([])).toEqual([])
  })
})

describe("the questions", () => {
  test("have ids of their own, and each may be left unsaid", () => {
    const ids = everyAnswerQuestion.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { options } of everyAnswerQuestion) expect(Object.keys(options)).toContain(notSaid)
    expect(Object.keys(askedBy)).toContain(notSaid)
    expect(Object.keys(answerQuestions)).toEqual(Object.keys(answerGroups))
  })

  test("are five for people, each with the same four answers", () => {
    expect(answerQuestions.people.map(({ asks }) => asks)).toHaveLength(5)
    for (const { options } of answerQuestions.people)
      expect(Object.values(options)).toEqual(["Yes", "Sometimes", "No", "I do not want to say"])
  })

  test("give exactly the core measures that come from answers", () => {
    const given = everyAnswerQuestion.flatMap(({ gives }) => (gives ? [gives.measure as string] : []))
    const wanted = Object.values(coreMeasures)
      .filter(({ from }) => from === "answers")
      .map(({ id }) => id)
    expect(given.sort()).toEqual(wanted.sort())
  })

  test("are numbers wherever they are scored, from the least to the most", () => {
    for (const { options } of everyAnswerQuestion.filter(({ scored }) => scored)) {
      const scores = Object.keys(options)
        .filter((one) => one !== notSaid)
        .map(Number)
      expect(scores.every(Number.isFinite)).toBe(true)
      expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    }
  })
})

test("a wave is open to the end of its day, and closed before by whoever closes it", () => {
  const one = { until: "2018-01-16" }
  expect([isOpen(one, "2018-01-16"), isOpen(one, "2018-01-17")]).toEqual([true, false])
  const closed = { at: "2018-01-10T09:00:00.000Z", by: { person: "p", name: "N" } }
  expect(isOpen({ ...one, closed }, "2018-01-10")).toBe(false)
  expect(nextWave([{ wave: "002" }, { wave: "010" }])).toBe("011")
})
