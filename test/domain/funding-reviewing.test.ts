import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compared, isSame } from "../../shared/domain/submissions/compared.ts"
import { figureAt, figuresIn, withFigure } from "../../shared/domain/submissions/figures.ts"
import { answersOf } from "../../shared/domain/submissions/progress.ts"
import { sentFrom, sentIn } from "../../shared/domain/submissions/sent.ts"
import { emptyPosting } from "../../shared/form/posting.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import { nothingSpent } from "../../shared/kinds/nothing-spent.ts"
import { sampleReturn } from "../../shared/kinds/return-facts.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { certifier, contributor, later, lead, refusalOf } from "./given.ts"
import {
  acceptedReturn,
  certifiedReturn,
  filledReturn,
  finance,
  locks,
  sentReturn,
  statement,
  withCertifier,
} from "./given-return.ts"

const rows = ["workers", "training"]
const quarters = ["2017-12-31", "2018-03-31", "2018-06-30"]
const forecast = fc.uniqueArray(
  fc.record({
    to: fc.constantFrom(...quarters),
    row: fc.constantFrom(...rows),
    amount: fc.integer({ min: 0, max: 10_000_000 }),
  }),
  { selector: ({ to, row }) => `${to} ${row}` },
)

test("nothing to report spends nothing and leaves what is expected, line by line, and never in the past", () => {
  fc.assert(
    fc.property(forecast, fc.constantFrom(...quarters), (all, to) => {
      const { funding } = sampleReturn
      const [before] = funding?.earlier ?? []
      if (!funding || !before) throw new Error("The sample has an earlier return")
      const after = nothingSpent({
        ...sampleReturn,
        return: { ...sampleReturn.return, to },
        site: { ...sampleReturn.site, to: "2018-09-30" },
        funding: {
          ...funding,
          carryOvers: [],
          earlier: [{ ...before, posting: { ...emptyPosting, forecast: all } }],
        },
      })
      expect(after.spent).toEqual([])
      for (const row of rows) {
        const sum = (lines: typeof all) =>
          lines.filter((one) => one.row === row).reduce((total, { amount }) => total + amount, 0)
        expect(sum(after.forecast)).toBe(sum(all))
      }
      for (const one of after.forecast) expect(one.to > to).toBe(true)
      const places = after.forecast.map((one) => `${one.to} ${one.row}`)
      expect(new Set(places).size).toBe(places.length)
    }),
  )
})

const update = kindOf("spending-update")
const sections = update.sections(update.sample)
const asked = sections.flatMap((one) => figuresIn([one], {}))
const grid = sections[0]?.asks.spending
const amounts = fc.dictionary(
  fc.constantFrom(...(grid?.shape.rows ?? []).map(({ id }) => id)),
  fc.dictionary(
    fc.constantFrom(...(grid?.shape.columns ?? []).map(({ id }) => id)),
    fc.integer({ min: 0, max: 9_999_999 }),
    { noNullPrototype: true },
  ),
  { noNullPrototype: true },
)

describe("what one version says otherwise than another", () => {
  const { head } = filledReturn().whole
  const by = { person: "p", name: "P" }
  const at = "2018-04-16T08:00:00.000Z"
  const said = (spending: Json) =>
    sentIn(
      sentFrom(
        update,
        update.sample,
        head,
        { spending: { section: "spending", answers: { spending }, stamps: {}, cleared: {}, at, by } },
        by,
        at,
        "Halton",
      ),
    )
  const drawn = (section: string, question: string) =>
    sections.find(({ id }) => id === section)?.asks[question]

  test("is nothing beside itself, and every figure that differs beside another, each once", () => {
    fc.assert(
      fc.property(amounts, amounts, (one, two) => {
        expect(isSame(compared(said(one), said(one), drawn))).toBe(true)
        const cells = asked.filter(({ question, part }) => question === "spending" && part)
        const differ = cells.filter(({ part }) => figureAt(one, part) !== figureAt(two, part))
        const found = compared(said(one), said(two), drawn).sections.flatMap(({ differences }) => differences)
        expect(found.map(({ label }) => label).sort()).toEqual(differ.map(({ label }) => label).sort())
        const back = compared(said(two), said(one), drawn).sections.flatMap(({ differences }) => differences)
        expect(back.map(({ before, after }) => [after, before])).toEqual(
          found.map(({ before, after }) => [before, after]),
        )
      }),
    )
  })

  test("another figure at one place changes that place alone", () => {
    const cells = asked.flatMap(({ question, part }) => (question === "spending" && part ? [part] : []))
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom(...cells),
        fc.integer({ min: 0, max: 9_999 }),
        (one, part, pence) => {
          const after = withFigure(one, part, pence)
          for (const each of cells)
            expect(figureAt(after, each)).toBe(each === part ? pence : figureAt(one, each))
        },
      ),
    )
  })
})

describe("what is opened for changes", () => {
  const late = later(locks, 3_600_000)
  const saves = (seen: number) => ({
    move: "save" as const,
    section: "usage",
    edit: { answers: { why: "It was late." }, seen },
  })

  test("by the department is taken after its last day too; a certifier’s “not yet” gives nobody more time", () => {
    const back = sentReturn().goes("send back")
    expect(back.takes(saves(back.whole.head.revision), contributor, { at: late }).head.state).toBe("draft")
    expect(back.does("sign", lead, { at: late }).head.state).toBe("waiting")
    const step = { move: "decline" as const, note: "Which post?", sections: ["usage"] }
    const declined = withCertifier()
    declined.takes(step, certifier)
    expect(declined.whole.head.back).toMatchObject({ move: "decline", sections: [{ id: "usage" }] })
    expect(refusalOf(() => declined.does("sign", lead, { at: late })).refusal).toBe("too late")
  })

  test("stays that of the department where a certifier says “not yet” meanwhile", () => {
    const one = sentReturn().goes("send back", "save", "sign")
    one.takes({ move: "decline", note: "Which post?", sections: ["usage"] }, certifier)
    expect(one.whole.head.back).toMatchObject({ move: "send back", by: { name: finance.name } })
    expect(one.whole.head.declined?.note).toBe("Which post?")
  })

  test("a section that is none of the form’s, or none at all, is no answer", () => {
    for (const sections of [[], ["nothing"], ["usage", "nothing"]]) {
      const one = sentReturn()
      const step = { move: "send back" as const, note: "Why?", sections, seen: one.whole.head.revision }
      expect(refusalOf(() => one.takes(step, finance)).details.problems?.[0]?.says).toBe(
        "Select which sections need changes",
      )
    }
  })
})

describe("two steps that fall to one person", () => {
  test("are one act of two lines, or nothing of either", () => {
    const one = withCertifier()
    const seen = one.whole.head.revision
    one.takes({ move: "sign", seen, also: "send" }, certifier)
    expect(one.events.slice(-2).map(({ move }) => move)).toEqual(["sign", "send"])
    expect(one.whole.head).toMatchObject({ state: "sent", version: 1, revision: seen + 2 })
    const early = filledReturn()
    const before = structuredClone(early.whole)
    const act = () => early.takes({ move: "sign", seen: before.head.revision, also: "send" }, certifier)
    expect(refusalOf(act).refusal).toBe("not complete")
    expect(early.whole).toEqual(before)
  })
})

test("what is accepted is what was signed and sent: no answer of it changes by reading, asking or accepting", () => {
  const sent = sentReturn()
  const before = answersOf(sent.whole.sections)
  sent.goes("look", "check completeness", "ask", "answer", "settle", "accept")
  expect(answersOf(sent.whole.sections)).toEqual(before)
  expect(sent.whole.head.signatures).toEqual(certifiedReturn().whole.head.signatures)
  expect(acceptedReturn().whole.head.state).toBe("accepted")
  expect(statement.workflow).toBe("sent and accepted")
})
