import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { choice, choices, count, longText, repeated, text, yesNo } from "../../shared/form/questions/index.ts"
import {
  askedIn,
  problemsIn,
  progressOf,
  section,
  visibleAnswers,
  warningsIn,
} from "../../shared/form/section.ts"

const asked = (label: string) => ({ label, called: label.toLowerCase() })
const one = section({
  id: "one",
  title: "One",
  minutes: 1,
  asks: {
    together: yesNo(asked("Together")),
    partner: text({ ...asked("Partner"), when: { question: "together", is: true } }),
    sector: choice({
      ...asked("Sector"),
      options: { nhs: "NHS", other: "Other" },
      when: { question: "together", is: true },
    }),
    which: text({ ...asked("Which"), when: { question: "sector", is: "other" } }),
    groups: choices({ ...asked("Groups"), options: { autism: "Autism", other: "Other" } }),
    other: text({ ...asked("Other group"), when: { question: "groups", is: "other" } }),
    comment: longText({ ...asked("Comment"), words: 10, optional: true }),
  },
  checks: [
    {
      at: "partner",
      needs: ["partner", "comment"],
      holds: ({ partner, comment }) => partner !== comment,
      otherwise: ({ partner }) => `${partner} is there twice`,
    },
    { at: "comment", needs: ["comment"], weighs: "warning", holds: () => false, otherwise: "Look again" },
  ],
})
const keysAsked = (answers: Record<string, never>) => askedIn(one, answers).map(([key]) => key)
const given = (answers: object) => answers as Record<string, never>

describe("a question that hangs on another", () => {
  test.each([
    [{}, ["together", "groups", "comment"]],
    [{ together: false }, ["together", "groups", "comment"]],
    [{ together: true }, ["together", "partner", "sector", "groups", "comment"]],
    [{ together: true, sector: "other" }, ["together", "partner", "sector", "which", "groups", "comment"]],
    [{ groups: ["autism", "other"] }, ["together", "groups", "other", "comment"]],
  ])("given %j, asks %j", (answers, keys) => expect(keysAsked(given(answers))).toEqual(keys))

  test("is hidden with the one it hangs on, whatever was answered before", () => {
    expect(keysAsked(given({ together: false, sector: "other", which: "A college" }))).toEqual([
      "together",
      "groups",
      "comment",
    ])
  })

  test("counts for nothing while it is hidden, and is back when it is asked again", () => {
    const answers = given({ together: true, partner: "A trust", sector: "nhs", groups: ["autism"] })
    const hidden = given({ ...answers, together: false })
    expect(visibleAnswers(one, hidden)).toEqual({ together: false, groups: ["autism"] })
    expect(problemsIn(one, hidden)).toEqual([])
    expect(visibleAnswers(one, given({ ...hidden, together: true }))).toEqual(answers)
  })

  test("is missing only where it is asked", () => {
    const problems = (answers: object) => problemsIn(one, given(answers)).map(({ question }) => question)
    expect(problems({ together: true, groups: ["other"] })).toEqual(["partner", "sector", "other"])
    expect(problems({ together: false, groups: ["autism"] })).toEqual([])
  })

  test("hidden answers fail no check", () => {
    const same = { partner: "Same", comment: "Same", groups: ["autism"], sector: "nhs" }
    expect(problemsIn(one, given({ ...same, together: true }))).toEqual([
      { question: "partner", says: "Same is there twice" },
    ])
    expect(problemsIn(one, given({ ...same, together: false }))).toEqual([])
  })

  test("whatever is answered: what is visible is asked, and seeing it again changes nothing", () => {
    const some = fc.record(
      {
        together: fc.boolean(),
        partner: fc.constant("P"),
        sector: fc.constantFrom("nhs", "other"),
        which: fc.constant("W"),
        groups: fc.subarray(["autism", "other"], { minLength: 1 }),
        other: fc.constant("O"),
        comment: fc.constantFrom("C", "P"),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(some, (answers) => {
        const seen = visibleAnswers(one, given(answers))
        expect(Object.keys(seen).every((key) => keysAsked(given(answers)).includes(key))).toBe(true)
        expect(visibleAnswers(one, seen)).toEqual(seen)
        expect(askedIn(one, seen).map(([key]) => key)).toEqual(keysAsked(given(answers)))
        expect(problemsIn(one, seen)).toEqual(problemsIn(one, given(answers)))
      }),
    )
  })
})

describe("how far a section is", () => {
  test.each([
    [{}, "not started"],
    [{ partner: "Hidden, so it counts for nothing" }, "not started"],
    [{ together: false }, "in progress"],
    [{ together: false, groups: ["autism"] }, "answered"],
    [{ together: true, groups: ["autism"] }, "in progress"],
  ])("given %j it is %s", (answers, progress) => expect(progressOf(one, given(answers))).toBe(progress))

  test("a warning is shown and stands in nobody's way", () => {
    const answers = given({ together: false, groups: ["autism"], comment: "Hm" })
    expect(warningsIn(one, answers)).toEqual([{ question: "comment", says: "Look again" }])
    expect(problemsIn(one, answers)).toEqual([])
  })
})

describe("rows of the same questions", () => {
  const risks = repeated({
    ...asked("Risks"),
    calledRow: "risk",
    upTo: 3,
    of: {
      risk: text(asked("Risk")),
      people: count({ ...asked("People"), optional: true }),
    },
  })
  const settle = (value: object[], before: object[] = [], seed = "s") =>
    risks.settle?.(value as never, before as never, (one) => `${seed}-${one}`) as { id: string }[] | undefined

  test.each([1, 2, 3])("are up to three, never exactly: %i", (count) => {
    const rows = Array.from({ length: count }, () => ({ risk: "Late" }))
    expect(risks.schema.safeParse(rows).success).toBe(true)
  })

  test("four are too many, and it says so in words", () => {
    const rows = Array.from({ length: 4 }, () => ({ risk: "Late" }))
    expect(risks.schema.safeParse(rows).error?.issues[0]?.message).toBe("Risks must be 3 or fewer")
  })

  test("none are no answer, by a page or by a program", () => {
    expect(risks.schema.safeParse([]).error?.issues[0]?.message).toBe("Enter risks")
    expect(risks.read({ "q.rows": "a,b" }, "q")).toEqual({ blank: true })
  })

  test("a row with nothing in it is left out", () => {
    expect(risks.schema.parse([{ id: "a" }, { id: "b", risk: "Late" }])).toEqual([{ id: "b", risk: "Late" }])
  })

  test("what is missing in a row says which row", () => {
    expect(risks.missing([{ id: "a", people: { number: 3 } }])).toEqual([
      { part: "a.risk", says: "Enter risk (risk 1)" },
    ])
  })

  test("new rows get ids that are the same for the same save, and different for another", () => {
    const rows = [{ risk: "a" }, { id: "new-7", risk: "b" }]
    expect(settle(rows)).toEqual(settle(rows))
    expect(settle(rows, [], "t")).not.toEqual(settle(rows))
  })

  test("however rows come, every one has an id of its own, in the order they came", () => {
    const row = fc.oneof(
      fc.record({ risk: fc.string() }),
      fc.record({ id: fc.constantFrom("new-1", "new-2", "new-3"), risk: fc.string() }),
      fc.record({ id: fc.constantFrom("kept-1", "kept-2"), risk: fc.string() }),
    )
    const rows = fc.uniqueArray(row, {
      selector: (one) => ("id" in one ? one.id : {}),
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(rows, (rows) => {
        const settled = settle(rows, [{ id: "kept-1" }, { id: "kept-2" }]) ?? []
        expect(new Set(settled.map(({ id }) => id)).size).toBe(rows.length)
        expect(settled.map(({ id: _, ...rest }) => rest)).toEqual(rows.map(({ risk }) => ({ risk })))
        for (const [at, one] of rows.entries())
          if ("id" in one && one.id.startsWith("kept")) expect(settled[at]?.id).toBe(one.id)
      }),
    )
  })

  test.each(["mine", "kept-3", "new-1000", "__proto__"])(
    "an id that was never given, %s, is refused",
    (id) => {
      expect(settle([{ id, risk: "a" }], [{ id: "kept-1" }])).toBeUndefined()
    },
  )

  test("free texts of every row are looked at for personal data", () => {
    const rows = [
      { id: "a", risk: "One" },
      { id: "b", people: { notKnown: "Two" } },
    ]
    expect(risks.texts(rows)).toEqual(["One", "Two"])
  })
})
