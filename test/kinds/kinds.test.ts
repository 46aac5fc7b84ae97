import { describe, expect, test } from "vitest"
import * as z from "zod"
import { roleNames } from "../../shared/domain/people/role.ts"
import { nilOf } from "../../shared/form/nil.ts"
import { type Question, questionTypes } from "../../shared/form/question.ts"
import { derivedIn, problemsIn, progressOf } from "../../shared/form/section.ts"
import { workflows } from "../../shared/form/workflow.ts"
import { type Kind, kindIds, kindOf } from "../../shared/kinds/index.ts"
import { factsOf, fullForm, fullRound, shortForm, shortRound } from "../domain/given.ts"
import { returnForms } from "../support/returns.ts"

/** Words that mean something else to the people who read these pages. */
const notOnPages = {
  contact: /\bcontacts?\b(?! details| with)/i,
  assessment: /(?<!data protection impact )\bassess(?:ment|or)s?\b(?! and treatment unit)/i,
  eligibility: /\beligib(?:le|ility)\b/i,
  outcome: /\boutcomes?\b/i,
  panel: /(?<!selection )\bpanel\b/i,
  client: /\bclients?\b/i,
  case: /\bcases?\b/i,
  "service user": /\bservice users?\b/i,
  cohort: /\bcohorts?\b/i,
  subject: /\bsubjects?\b/i,
  "case study": /\bcase stud(?:y|ies)\b/i,
  returned: /\breturned\b/i,
  waived: /\bwaived\b/i,
  submit: /\bsubmit(?:s|ted|ting)?\b/i,
  exactly: /\bexactly\b/i,
}

/** Every question of a section, those in rows too, by its address. */
const questionsIn = (asks: Record<string, Question>, at: string): [string, Question][] =>
  Object.entries(asks).flatMap(([key, question]) => [
    [`${at}.${key}`, question],
    ...questionsIn(question.shape.of ?? {}, `${at}.${key}`),
  ])

const textsOf = ({ label, called, hint, why, ask, shape }: Question) => [
  label,
  called,
  hint ?? "",
  why ?? "",
  ask,
  shape.calledRow ?? "",
  ...(shape.statement ?? []),
  ...Object.values(shape.options ?? {}),
  ...[...(shape.rows ?? []), ...(shape.columns ?? [])].map((line) => line.label),
]

type Form = { name: string; kind: Kind; facts: object; filled: Record<string, Record<string, unknown>> }

const [eoi, ...returns] = kindIds
const forms: Form[] = [
  { name: `${eoi}, the short form`, kind: kindOf(eoi), facts: factsOf(shortRound), filled: shortForm },
  { name: `${eoi}, the full form`, kind: kindOf(eoi), facts: factsOf(fullRound), filled: fullForm },
  ...returns.map((id) => {
    const kind = kindOf(id)
    return { name: id, kind, facts: kind.sample, filled: returnForms[id] ?? {} }
  }),
  ...returns.map(kindOf).flatMap((kind) =>
    kind.nil
      ? [
          {
            name: `${kind.id}, with nothing to report`,
            kind: nilOf(kind),
            facts: kind.sample,
            filled: { nothing: { reason: "The first worker starts in January." } },
          },
        ]
      : [],
  ),
]

describe.each(forms)("$name", ({ kind, facts, filled }) => {
  const sections = kind.sections(facts)
  const questions = sections.flatMap(({ id, asks }) => questionsIn(asks, id))
  const signatures = kind.signatures(facts)

  test("asks each section once, under an id of its own", () => {
    const ids = sections.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, minutes } of sections) {
      expect(id).toMatch(/^[a-z][a-z-]{2,30}$/)
      expect(minutes).toBeGreaterThan(0)
    }
  })

  test("somebody's word is given before it goes, or whoever sends it has written it", () => {
    const declared = sections.at(-1)?.id === "declaration" || signatures.length > 0
    expect(declared || kind.asked !== "in a round").toBe(true)
  })

  test("is the same each time it is asked: nothing in it but the facts", () => {
    const plain = (value: unknown) => JSON.stringify(value)
    const again = structuredClone(facts)
    expect(plain(kind.sections(again))).toBe(plain(sections))
    expect(plain(kind.signatures(again))).toBe(plain(signatures))
  })

  test("makes its questions once for the same facts, and anew for others", () => {
    expect(kind.sections(facts)[0]).toBe(sections[0])
  })

  test.each(questions)("%s has words for everyone who meets it", (_, question) => {
    const { type, label, called, ask } = question
    expect(questionTypes).toContain(type)
    expect(label).toMatch(/^[A-Z].*[^.]$/s)
    expect(called).toMatch(/^\S.*[^.?]$/)
    expect(called[0]).toBe(called[0]?.toLowerCase())
    expect(ask).toMatch(/^(Enter|Select|Confirm) /)
    expect(ask).toContain(called)
  })

  test.each(questions)("%s says nothing that means something else to its readers", (_, question) => {
    for (const text of textsOf(question))
      for (const [word, pattern] of Object.entries(notOnPages)) expect(text, word).not.toMatch(pattern)
  })

  test("its sections, its signatures and its summary do not either", () => {
    const texts = [
      kind.title,
      kind.called,
      ...sections.flatMap(({ title, intro }) => [title, intro ?? ""]),
      ...signatures.flatMap(({ declares }) => declares),
      ...kind.summary.map(({ label }) => label),
    ]
    for (const text of texts)
      for (const [word, pattern] of Object.entries(notOnPages)) expect(text, word).not.toMatch(pattern)
  })

  test.each(questions)("%s has a JSON schema", (_, { schema }) => {
    expect(Object.keys(z.toJSONSchema(schema, { io: "input" })).length).toBeGreaterThan(1)
  })

  test("a question that hangs on another comes after it, and on an answer that it can have", () => {
    for (const { asks } of sections)
      for (const [key, { when }] of Object.entries(asks)) {
        if (!when) continue
        const keys = Object.keys(asks)
        const other = asks[when.question]
        expect(keys.indexOf(when.question), key).toBeGreaterThanOrEqual(0)
        expect(keys.indexOf(when.question)).toBeLessThan(keys.indexOf(key))
        const possible = other?.type === "choices" ? [when.is] : when.is
        expect(other?.schema.safeParse(possible).success, key).toBe(true)
      }
  })

  test("rows are one level deep, and none of their questions hangs on another", () => {
    for (const [, { shape }] of questions)
      for (const inner of Object.values(shape.of ?? {})) {
        expect(inner.shape.of).toBeUndefined()
        expect(inner.when).toBeUndefined()
      }
  })

  test("its summary is of questions that it asks", () => {
    for (const { section, question } of kind.summary)
      expect(sections.find(({ id }) => id === section)?.asks, `${section}.${question}`).toHaveProperty(
        question,
      )
  })

  test("its workflow is one we have, and each role signs once, saying what it puts its name to", () => {
    expect(workflows).toHaveProperty([kind.workflow])
    expect(new Set(signatures.map(({ role }) => role)).size).toBe(signatures.length)
    for (const { role, declares, differsFrom } of signatures) {
      expect(roleNames).toContain(role)
      expect(declares.length).toBeGreaterThan(0)
      for (const other of differsFrom)
        expect(["writer", ...signatures.map((one) => one.role)]).toContain(other)
    }
  })

  test("whoever signs the money has money to sign", () => {
    const money = sections.some((section) => section.money)
    for (const { covers } of signatures) expect(covers === "all" || money).toBe(true)
  })

  test("a form filled in as its questions ask has nothing missing; an empty one says what is, each once", () => {
    for (const section of sections) {
      const answers = Object.fromEntries(
        Object.entries(filled[section.id] ?? {}).map(([key, given]) => [
          key,
          section.asks[key]?.schema.parse(given),
        ]),
      ) as never
      expect(problemsIn(section, answers), section.id).toEqual([])
      expect(progressOf(section, answers)).toBe("answered")
      const missing = problemsIn(section, {})
      expect(new Set(missing.map(({ says }) => says)).size).toBe(missing.length)
    }
  })

  test("the same form has nothing missing between its sections either, and tables that are whole", () => {
    const all = Object.fromEntries(
      sections.map(({ id, asks }) => [
        id,
        Object.fromEntries(
          Object.entries(filled[id] ?? {}).map(([key, given]) => {
            const parsed = asks[key]?.schema.parse(given) as never
            return [key, asks[key]?.settle?.(parsed, undefined, (seed) => seed) ?? parsed]
          }),
        ),
      ]),
    )
    expect(kind.checks(facts, all)).toEqual([])
    for (const one of sections)
      for (const { columns, rows } of derivedIn(one, all))
        for (const { cells } of rows) expect(cells).toHaveLength(columns.length)
    expect(Object.keys(kind.begins?.(facts) ?? {}).filter((id) => !all[id])).toEqual([])
  })

  test("facts are kept with what is sent: they are plain data, and held to their schema", () => {
    expect(kind.facts.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts)
    expect(kind.facts.safeParse({ ...(facts as object), extra: 1 }).success).toBe(false)
  })
})

test("no two kinds share an id; the letter of a reference is of one kind, or of one return at several points", () => {
  const all = kindIds.map(kindOf)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const shared = Map.groupBy(all, ({ letter }) => letter)
  const several = [...shared.values()].filter(({ length }) => length > 1)
  expect(several.map((kinds) => kinds.map(({ id }) => id))).toEqual([
    ["evaluation-baseline", "evaluation-midpoint", "evaluation-final"],
  ])
  for (const [at, { id }] of all.entries()) expect(id).toBe(kindIds[at])
})

describe("the short form", () => {
  const sections = kindOf(kindIds[0]).sections(factsOf(shortRound))
  const words = sections.flatMap(({ asks }) => Object.values(asks).map(({ shape }) => shape.words ?? 0))

  test("is about a page of words, and under two hours", () => {
    expect(words.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1_000)
    expect(sections.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(120)
  })

  test("a round that allows no partnership does not ask about one", () => {
    const [first] = kindOf(kindIds[0]).sections(factsOf({ ...shortRound, partnerships: false }))
    expect(Object.keys(first?.asks ?? {})).toEqual(["lead", "sponsor"])
  })

  test("the amount is held to the round's ceiling, to the penny", () => {
    const { schema } = sections.find(({ id }) => id === "amount")?.asks.amount ?? {}
    expect(schema?.safeParse(shortRound.ceiling).success).toBe(true)
    expect(schema?.safeParse(shortRound.ceiling + 1).success).toBe(false)
  })
})

describe("the profile and the amount", () => {
  const checks = (amount: unknown, profile: unknown) =>
    kindOf(kindIds[0]).checks(factsOf(fullRound), {
      ...(amount !== undefined && { amount: { amount: amount as number } }),
      ...(profile !== undefined && { profile: { profile: profile as never } }),
    })
  const quarters = { backfill: { "2017-18-q3": 9_000_000, "2017-18-q4": 280_000 } }

  test("must agree to the penny, and the difference is said in pounds", () => {
    expect(checks(9_282_700, quarters)).toEqual([
      {
        section: "profile",
        question: "profile",
        says: "Your figures come to £92,800. You asked for £92,827. The difference is £27",
      },
    ])
    expect(checks(9_280_000, quarters)).toEqual([])
    expect(checks(9_280_001, quarters)).toHaveLength(1)
  })

  test("are compared only where both are there", () => {
    expect(checks(undefined, quarters)).toEqual([])
    expect(checks(9_282_700, undefined)).toEqual([])
  })
})
