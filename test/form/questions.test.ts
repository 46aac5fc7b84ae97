import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as z from "zod"
import { type Question, type QuestionType, questionTypes } from "../../shared/form/question.ts"
import {
  choice,
  choices,
  count,
  date,
  decimal,
  declaration,
  figure,
  longText,
  money,
  moneyGrid,
  person,
  repeated,
  text,
  wholeNumber,
  yesNo,
} from "../../shared/form/questions/index.ts"
import type { Json } from "../../shared/values/canonical.ts"

const wording = { label: "How many?", called: "the number" }
const options = { red: "Red", green: "Green", blue: "Blue" }
const lines = (...ids: string[]) => ids.map((id) => ({ id, label: `The ${id}` }))
const words = (n: number) => Array.from({ length: n }, () => "word").join(" ")

/** One question of each type, and answers to it: valid ones with their words, and ones that are refused. */
type Case = {
  question: Question
  valid: [answer: Json, words: string][]
  refused: unknown[]
  any: fc.Arbitrary<unknown>
}

const plain = fc.string({ unit: fc.constantFrom("a", "é", " ", "1", "£", "'"), minLength: 1, maxLength: 40 })
const people = fc.record(
  {
    name: plain.map((typed) => `A${typed}`),
    jobTitle: plain.map((typed) => `B${typed}`),
    email: fc.constant("a@halton.example"),
  },
  { requiredKeys: ["name"] },
)
const pennies = fc.integer({ min: 0, max: 1_000_000_000 })
const inGrid = fc.dictionary(
  fc.constantFrom("one", "two"),
  fc.dictionary(fc.constantFrom("q1", "q2"), pennies),
)

const cases: Record<QuestionType, Case> = {
  text: {
    question: text({ ...wording, upTo: 20 }),
    valid: [
      ["a", "a"],
      ["a".repeat(20), "a".repeat(20)],
    ],
    refused: ["", "   ", "a".repeat(21), 7, null, "\ud800", "a\u0000b", ["a"]],
    any: plain,
  },
  longText: {
    question: longText({ ...wording, words: 5 }),
    valid: [
      ["One.\nTwo.", "One.\nTwo."],
      [words(5), words(5)],
    ],
    refused: ["", " \n ", words(6), "a".repeat(51), 7, null, "\udc00", "a\u0007"],
    any: plain,
  },
  money: {
    question: money({ ...wording, least: 100, most: 10_000_000 }),
    valid: [
      [100, "£1"],
      [120_050, "£1,200.50"],
      [10_000_000, "£100,000"],
    ],
    refused: [99, 10_000_001, -100, 100.5, "100", null, Number.NaN],
    any: fc.integer({ min: 100, max: 10_000_000 }),
  },
  wholeNumber: {
    question: wholeNumber({ ...wording, least: 1, most: 5 }),
    valid: [
      [1, "1"],
      [5, "5"],
    ],
    refused: [0, 6, 2.5, "3", null],
    any: fc.integer({ min: 1, max: 5 }),
  },
  decimal: {
    question: decimal({ ...wording, least: 0.1, most: 100, places: 2 }),
    valid: [
      [0.1, "0.1"],
      [3.4, "3.4"],
      [99.99, "99.99"],
      [100, "100"],
    ],
    refused: [0.09, 100.01, 0.125, "3.4", null, Number.POSITIVE_INFINITY],
    any: fc.integer({ min: 10, max: 10_000 }).map((units) => units / 100),
  },
  count: {
    question: count({ ...wording, least: 1, most: 2_000 }),
    valid: [
      [{ number: 1 }, "1"],
      [{ number: 2_000 }, "2,000"],
      [{ notKnown: "Two sites have not answered" }, "Not known: Two sites have not answered"],
    ],
    refused: [
      { number: 0 },
      { number: 2_001 },
      { number: -1 },
      { number: 1.5 },
      { notKnown: "" },
      { notKnown: words(21) },
      { number: 1, notKnown: "x" },
      { notApplicable: true },
      {},
      17,
      null,
      "",
    ],
    any: fc.oneof(
      fc.record({ number: fc.integer({ min: 1, max: 2_000 }) }),
      fc.record({ notKnown: plain.map((typed) => `x${typed.slice(0, 12)}`) }),
    ),
  },
  date: {
    question: date({ ...wording, notBefore: "2017-09-01", notAfter: "2018-02-28" }),
    valid: [
      ["2017-09-01", "1 September 2017"],
      ["2018-02-28", "28 February 2018"],
    ],
    refused: ["2017-08-31", "2018-03-01", "2018-02-29", "2017-9-1", "01/09/2017", "", null, 20170901],
    any: fc
      .integer({ min: 0, max: 180 })
      .map((days) => new Date(Date.UTC(2017, 8, 1 + days)).toISOString().slice(0, 10)),
  },
  choice: {
    question: choice({ ...wording, options }),
    valid: [["red", "Red"]],
    refused: ["purple", "", null, ["red"], "toString", "Red"],
    any: fc.constantFrom("red", "green", "blue"),
  },
  choices: {
    question: choices({ ...wording, options }),
    valid: [
      [["red"], "Red"],
      [["red", "green", "blue"], "Red\nGreen\nBlue"],
    ],
    refused: [[], ["purple"], ["red", "red"], "red", null, ["red", "green", "blue", "red"]],
    any: fc.subarray(["red", "green", "blue"], { minLength: 1 }),
  },
  yesNo: {
    question: yesNo(wording),
    valid: [
      [true, "Yes"],
      [false, "No"],
    ],
    refused: ["yes", 1, null, "true"],
    any: fc.boolean(),
  },
  person: {
    question: person(wording),
    valid: [
      [{ name: "Ann Example" }, "Ann Example"],
      [
        { name: "Ann Example", jobTitle: "Lead", email: "ann@halton.example" },
        "Ann Example\nLead\nann@halton.example",
      ],
    ],
    refused: [
      {},
      { name: "" },
      { name: "a".repeat(101) },
      { name: "Ann", email: "ann" },
      { name: "Ann", born: "1990" },
      "Ann",
      null,
    ],
    any: people,
  },
  repeated: {
    question: repeated({
      ...wording,
      calledRow: "risk",
      upTo: 3,
      of: {
        risk: text({ label: "Risk", called: "the risk" }),
        impact: wholeNumber({ label: "Impact", called: "the impact", least: 1, most: 5 }),
      },
    }),
    valid: [
      [[{ id: "a", risk: "Late" }], "Risk 1\nRisk: Late"],
      [
        [
          { id: "a", risk: "Late", impact: 5 },
          { id: "b", impact: 1 },
        ],
        "Risk 1\nRisk: Late\nImpact: 5\n\nRisk 2\nImpact: 1",
      ],
    ],
    refused: [
      [],
      [{ id: "a" }],
      [{ id: "a", impact: 6 }],
      [{ id: "a b", impact: 1 }],
      [
        { id: "a", impact: 1 },
        { id: "a", impact: 2 },
      ],
      [{ id: "a", other: 1 }],
      Array.from({ length: 4 }, (_, at) => ({ id: `r${at}`, impact: 1 })),
      { id: "a" },
      null,
    ],
    any: fc
      .uniqueArray(fc.stringMatching(/^[A-Za-z0-9_-]{1,24}$/), { minLength: 1, maxLength: 3 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.record(
              {
                id: fc.constant(id),
                risk: plain.map((typed) => `x${typed}`),
                impact: fc.integer({ min: 1, max: 5 }),
              },
              { requiredKeys: ["id", "risk"] },
            ),
          ),
        ),
      ),
  },
  moneyGrid: {
    question: moneyGrid({ ...wording, rows: lines("one", "two"), columns: lines("q1", "q2") }),
    valid: [
      [{ one: { q1: 100 } }, "The one: The q1 £1\nTotal: £1"],
      [{ one: { q1: 0 }, two: { q2: 250 } }, "The one: The q1 £0\nThe two: The q2 £2.50\nTotal: £2.50"],
    ],
    refused: [
      {},
      { one: {} },
      { three: { q1: 1 } },
      { one: { q3: 1 } },
      { one: { q1: -1 } },
      { one: { q1: 0.5 } },
      { one: { q1: "1" } },
      null,
      [],
    ],
    any: inGrid,
  },
  figure: {
    question: figure({
      ...wording,
      unit: "share",
      counts: "people who said yes",
      outOf: "people",
      none: "Does not apply",
      causes: { helped: "The pilot helped", "cannot-tell": "We cannot tell" },
      knownBy: { notBefore: "2017-10-01", notAfter: "2019-10-01" },
    }),
    valid: [
      [{ value: { numerator: 0, denominator: 17 } }, "0 of 17"],
      [
        { value: { notKnown: "Nobody counted.", knownBy: "2018-01-05" } },
        "Not known yet: Nobody counted. It will be known by 5 January 2018",
      ],
      [
        { value: { notApplicable: "Nobody was asked" }, on: "2018-01-05" },
        "Does not apply: Nobody was asked\nOf 5 January 2018",
      ],
      [
        {
          value: { numerator: 12, denominator: 17 },
          method: "The list",
          complete: 90,
          attribution: "cannot-tell",
          because: "Too few.",
        },
        "12 of 17\nHow it was found: The list\n90% of the data is in it\nWe cannot tell\nToo few.",
      ],
    ],
    refused: [
      { value: { numerator: 18, denominator: 17 } },
      { value: { numerator: 1 } },
      { value: { count: 1 } },
      { value: { numerator: -1, denominator: 3 } },
      { value: { notKnown: "", knownBy: "2018-01-05" } },
      { value: { notKnown: "Nobody counted." } },
      { value: { notKnown: "Nobody counted.", knownBy: "2016-01-05" } },
      { value: { notApplicable: "word ".repeat(21) } },
      { value: { numerator: 1, denominator: 3 }, attribution: "always" },
      { value: { numerator: 1, denominator: 3 }, complete: 101 },
      { on: "2018-01-05" },
      "12 of 17",
      0,
      null,
    ],
    any: fc.record(
      {
        value: fc.oneof(
          fc.record({
            numerator: fc.integer({ min: 0, max: 50 }),
            denominator: fc.integer({ min: 50, max: 100 }),
          }),
          fc.record({ notKnown: plain, knownBy: fc.constantFrom("2018-01-05", "2019-02-28") }),
          fc.record({ notApplicable: plain }),
        ),
        on: fc.constantFrom("2017-12-31", "2018-02-03"),
        method: plain,
        complete: fc.integer({ min: 0, max: 100 }),
        attribution: fc.constantFrom("helped", "cannot-tell"),
        because: plain,
      },
      { requiredKeys: ["value"] },
    ),
  },
  declaration: {
    question: declaration({ ...wording, statement: ["We agree.", "We understand."] }),
    valid: [[true, "Confirmed:\nWe agree.\nWe understand."]],
    refused: [false, "yes", null, 1],
    any: fc.constant(true),
  },
}

const entriesIn = (question: Question, answer: Json) => question.write(answer, "q")
const zodsOwn = /^(Invalid|Too |Expected|Unrecognized)/

test("there is a table for each type of question", () => {
  expect(Object.keys(cases).sort()).toEqual([...questionTypes].sort())
  for (const [type, { question }] of Object.entries(cases)) expect(question.type).toBe(type)
})

describe.each(Object.entries(cases))("%s", (_, { question, valid, refused, any }) => {
  test.each(valid)("takes %j", (answer, said) => {
    expect(question.schema.parse(answer)).toEqual(answer)
    expect(question.words(answer)).toBe(said)
  })

  test.each(refused.map((one) => [one]))("refuses %j", (answer) => {
    expect(question.schema.safeParse(answer).success).toBe(false)
  })

  test("a valid answer survives a page: written into its fields and read back it is the same", () => {
    fc.assert(
      fc.property(any, (given) => {
        const parsed = question.schema.safeParse(given)
        fc.pre(parsed.success)
        const answer = parsed.data as Json
        const read = question.read(entriesIn(question, answer), "q")
        expect(read).toHaveProperty("value")
        expect("value" in read && question.schema.parse(read.value)).toEqual(answer)
      }),
    )
  })

  test("a valid answer is kept as it is when it is held to its question again", () => {
    fc.assert(
      fc.property(any, (given) => {
        const parsed = question.schema.safeParse(given)
        fc.pre(parsed.success)
        expect(question.schema.parse(parsed.data)).toEqual(parsed.data)
      }),
    )
  })

  test("nothing typed is no answer, never nought and never no", () => {
    expect(question.read({}, "q")).toEqual({ blank: true })
    const emptied = Object.fromEntries(
      valid.flatMap(([one]) => Object.keys(entriesIn(question, one))).map((name) => [name, ""]),
    )
    if (question.type !== "declaration" && question.type !== "choices")
      expect(question.read(emptied, "q")).toEqual({ blank: true })
  })

  const names = valid.flatMap(([one]) => Object.keys(entriesIn(question, one)))
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(
      "0",
      "-1",
      "1e9",
      "£",
      "1,2",
      "__proto__",
      "a,b,__proto__",
      "not known",
      "999999999999999999",
      "NaN",
    ),
  )

  test("reading never throws, whatever is typed, and gives an answer, nothing, or what is wrong in words", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("q", "q.is", "q.why", "q.rows", ...names), typed),
        (entries) => {
          const read = question.read(entries, "q")
          if ("problem" in read) expect(read.problem).toMatch(/^[A-Z].{5,}$/s)
          else expect("value" in read || "blank" in read).toBe(true)
          if (!("value" in read)) return
          const parsed = question.schema.safeParse(read.value)
          if (!parsed.success)
            for (const { message } of parsed.error.issues) expect(message).not.toMatch(zodsOwn)
        },
      ),
      { numRuns: 300 },
    )
  })

  test("what is missing and what is free text can be said of every valid answer", () => {
    for (const [answer] of valid) {
      for (const { says } of question.missing(answer)) expect(says).toMatch(/^(Enter|Select|Confirm) /)
      for (const one of question.texts(answer))
        expect(JSON.stringify(answer)).toContain(JSON.stringify(one).slice(1, -1))
    }
  })

  test("has a JSON schema, for whoever sends answers by program", () => {
    expect(z.toJSONSchema(question.schema, { io: "input" })).toHaveProperty("$schema")
  })
})

describe("how a page speaks", () => {
  const problemOf = (question: Question, entries: Record<string, string>) => {
    const read = question.read(entries, "q")
    if ("problem" in read) return read.problem
    if ("value" in read) return question.schema.safeParse(read.value).error?.issues[0]?.message
    return undefined
  }
  const { money: amount, wholeNumber: whole, count: people, date: day, longText: long } = cases

  test.each([
    [amount, { q: "92k" }, "The number must be an amount in pounds, like 92,827 or 92,827.50"],
    [amount, { q: "tbc" }, "The number must be an amount in pounds, like 92,827 or 92,827.50"],
    [amount, { q: "1.234" }, "The number must have pence of two figures or none, like 92,827 or 92,827.50"],
    [amount, { q: "-5" }, "The number must be £0 or more"],
    [amount, { q: "0.99" }, "The number must be £1 or more"],
    [amount, { q: "100000.01" }, "The number must be £100,000 or less"],
    [whole, { q: "2.5" }, "The number must be a whole number, like 17"],
    [whole, { q: "6" }, "The number must be 5 or fewer"],
    [people, { q: "lots" }, "The number must be a whole number, like 17"],
    [people, { q: "0" }, "The number must be between 1 and 2,000"],
    [people, { "q.is": "not known" }, "Enter why this is not known"],
    [people, { "q.is": "not known", "q.why": words(21) }, "Say why it is not known in 20 words or fewer"],
    [day, { "q.day": "31", "q.month": "2", "q.year": "2018" }, "The number must be a real date"],
    [day, { "q.day": "1" }, "The number must include a month and a year"],
    [
      day,
      { "q.day": "1", "q.month": "August", "q.year": "2017" },
      "The number must be on or after 1 September 2017",
    ],
    [long, { q: words(7) }, "The number must be 5 words or fewer. You have 7, which is 2 too many"],
    [long, { q: "a".repeat(51) }, "The number must be shorter: it has more than 50 characters"],
  ] as [Case, Record<string, string>, string][])("$1 is answered with: $2", ({ question }, entries, says) => {
    expect(problemOf(question, entries)).toBe(says)
  })

  test.each([
    ["92,827", 9_282_700],
    ["£92,827.00", 9_282_700],
    [" £ 92827.5 ", 9_282_750],
    ["0", 0],
  ])("money typed as %j is %i pence", (typed, pence) => {
    expect(money(wording).read({ q: typed }, "q")).toEqual({ value: pence })
  })
})

describe("which options were chosen", () => {
  test("are kept in the order they are asked, in whatever order a program sends them", () => {
    expect(cases.choices.question.schema.parse(["blue", "red"])).toEqual(["red", "blue"])
  })
})

describe("450 kB typed into one answer", () => {
  const large = "word ".repeat(90_000)
  const long = longText({ ...wording, words: 300 })

  test.each([
    ["words", large],
    ["one word", "a".repeat(450_000)],
    ["spaces and lines", " \n".repeat(225_000)],
    ["accents", "e\u0301".repeat(225_000)],
  ])("%s: is refused or blank, in less than a second", (_, typed) => {
    const began = performance.now()
    const read = long.read({ q: typed }, "q")
    if ("value" in read) expect(long.schema.safeParse(read.value).success).toBe(false)
    expect(performance.now() - began).toBeLessThan(1_000)
  })

  test("says how many words there are, and how many too many", () => {
    expect(long.schema.safeParse(large).error?.issues[0]?.message).toBe(
      "The number must be 300 words or fewer. You have 90000, which is 89700 too many",
    )
  })
})
