import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { edited } from "../../shared/domain/submissions/edit.ts"
import { longText } from "../../shared/form/questions/index.ts"
import { section } from "../../shared/form/section.ts"
import { begun, contributor, filled, fullRound, lead, monday, refusalOf, shortForm } from "./given.ts"

const rowsOf = (one: ReturnType<typeof begun>) =>
  (one.whole.sections.risks?.answers.risks ?? []) as { id: string; risk: string }[]
const proposal = (one: ReturnType<typeof begun>) => one.whole.sections.proposal

describe("saving a page", () => {
  test("keeps the answers that were changed, and the revision at which each was", () => {
    const one = begun()
    one.saves("proposal", { whyHere: "First.", differently: "Second." })
    const change = one.saves("proposal", { differently: "Third." })
    expect(change.event?.changed).toEqual({ proposal: ["differently"] })
    expect(proposal(one)?.answers).toEqual({ whyHere: "First.", differently: "Third." })
    expect(proposal(one)?.stamps).toEqual({ whyHere: 2, differently: 3 })
  })

  test("names in its history which answers changed, and never their words", () => {
    const one = begun()
    const { event } = one.saves("proposal", { whyHere: "A sentence of ours." })
    expect(JSON.stringify(event)).not.toContain("sentence of ours")
  })

  test("the same again stores nothing: no revision, no line of history, no letter", () => {
    const one = filled()
    const { head } = one.whole
    for (const [id, answers] of Object.entries(shortForm))
      expect(one.saves(id, answers)).toEqual({ before: head, head, letters: [] })
  })

  test("what only looks different is the same: line ends, space around, accents by two ways", () => {
    const one = begun()
    one.saves("proposal", { whyHere: "Café\nnext" })
    expect(one.saves("proposal", { whyHere: "Cafe\u0301\r\nnext  \n" }).event).toBeUndefined()
  })

  test("null takes an answer away; taking away what is not there stores nothing", () => {
    const one = begun()
    one.saves("proposal", { whyHere: "First." })
    expect(one.saves("proposal", { whyHere: null }).section?.answers).toEqual({})
    expect(one.saves("proposal", { whyHere: null }).event).toBeUndefined()
  })

  test("one answer that is not valid stores nothing of the page, and says which", () => {
    const one = begun()
    const refused = refusalOf(() =>
      one.saves("people", { groups: ["transition"], expected: { number: 0 }, nonsense: 1 }),
    )
    expect(refused.refusal).toBe("not valid")
    expect(refused.details.problems?.map(({ question }) => question)).toEqual(["expected", "nonsense"])
    expect(one.whole.sections).toEqual({})
  })

  test.each(["constructor", "__proto__", "toString"])("an answer called %s is no question of ours", (key) => {
    const one = begun()
    const answers = JSON.parse(`{"${key}": "x"}`)
    expect(refusalOf(() => one.saves("proposal", answers)).details.problems).toEqual([
      { question: key, says: "There is no such question in this section" },
    ])
  })

  test("a section that this round does not ask is not found", () => {
    expect(refusalOf(() => begun().saves("risks", {})).refusal).toBe("not found")
    expect(begun({ round: fullRound }).saves("risks", {}).event).toBeUndefined()
  })

  test("64 kB a section, in bytes as they are kept", () => {
    const wide = section({
      id: "wide",
      title: "Wide",
      minutes: 1,
      asks: { one: longText({ label: "One", called: "one", words: 7_000 }) },
    })
    const about = {
      reference: "R",
      revision: 2,
      workMailDomains: [],
      today: "2017-08-14",
      by: { person: "p", name: "P" },
      at: monday.toISOString(),
      seal: (mark: string) => mark,
    }
    const saving = (text: string) => edited(wide, undefined, { answers: { one: text }, seen: 1 }, about)
    const fits = 64_000 - '{"one":""}'.length
    expect(saving("a".repeat(fits)).changed).toEqual(["one"])
    expect(refusalOf(() => saving("a".repeat(fits + 1))).refusal).toBe("too large")
    expect(refusalOf(() => saving("€".repeat(22_000))).refusal).toBe("too large")
  })
})

describe("two people on one page", () => {
  test("different answers: both are kept", () => {
    const one = filled()
    const seen = one.whole.head.revision
    one.saves("proposal", { whyHere: "By the lead." }, lead, { seen })
    one.saves("proposal", { differently: "By the contributor." }, contributor, { seen })
    expect(proposal(one)?.answers).toMatchObject({
      whyHere: "By the lead.",
      differently: "By the contributor.",
    })
  })

  test("the same answer: the second sees what the first saved, who and when, and nothing is stored", () => {
    const one = filled()
    const seen = one.whole.head.revision
    one.saves("proposal", { whyHere: "By the lead." }, lead, { seen })
    const before = structuredClone(one.whole)
    const refused = refusalOf(() =>
      one.saves("proposal", { whyHere: "By the contributor.", differently: "Too." }, contributor, { seen }),
    )
    expect(refused.refusal).toBe("changed by someone else")
    expect(refused.details.clashes).toEqual([
      { question: "whyHere", theirs: "By the lead.", by: lead.name, at: monday.toISOString() },
    ])
    expect(one.whole).toEqual(before)
  })

  test("the same answer with the same words is no clash", () => {
    const one = filled()
    const seen = one.whole.head.revision
    one.saves("proposal", { whyHere: "Agreed." }, lead, { seen })
    expect(one.saves("proposal", { whyHere: "Agreed." }, contributor, { seen }).event).toBeUndefined()
  })

  test("whoever has read what the other saved may write over it", () => {
    const one = filled()
    one.saves("proposal", { whyHere: "By the lead." }, lead)
    one.saves("proposal", { whyHere: "By the contributor." }, contributor)
    expect(proposal(one)?.answers.whyHere).toBe("By the contributor.")
  })

  test("a row that the other took away meanwhile is a clash too, not a riddle", () => {
    const one = begun({ round: fullRound })
    const row = { risk: "Ours", likelihood: 1, impact: 1, mitigation: "Yes" }
    one.saves("risks", { risks: [row] })
    const [kept] = rowsOf(one)
    const seen = one.whole.head.revision
    one.saves("risks", { risks: null }, lead, { seen })
    const refused = refusalOf(() =>
      one.saves("risks", { risks: [{ ...row, id: kept?.id, risk: "Theirs" }] }, contributor, { seen }),
    )
    expect(refused.refusal).toBe("changed by someone else")
    expect(refused.details.clashes?.map(({ question, theirs }) => [question, theirs])).toEqual([
      ["risks", ""],
    ])
  })

  test("over 10,000 interleavings no save is lost: only somebody who saw it writes over it", () => {
    const key = fc.constantFrom("whyHere", "differently", "livedExperience")
    const act = fc.oneof(
      fc.record({ who: fc.constantFrom(0, 1), does: fc.constant("open" as const) }),
      fc.record({ who: fc.constantFrom(0, 1), does: fc.constant("save" as const), key, word: fc.nat(3) }),
    )
    fc.assert(
      fc.property(fc.array(act, { minLength: 4, maxLength: 10 }), (acts) => {
        const one = begun()
        const seen = [1, 1]
        const last: Record<string, { value: string; at: number }> = {}
        for (const step of acts) {
          if (step.does === "open") {
            seen[step.who] = one.whole.head.revision
            continue
          }
          const by = step.who ? contributor : lead
          const value = `${by.name} ${step.word}`
          const since = seen[step.who] ?? 1
          const before = last[step.key]
          try {
            const { event, head } = one.saves("proposal", { [step.key]: value }, by, { seen: since })
            if (event) {
              expect(before === undefined || before.at <= since).toBe(true)
              last[step.key] = { value, at: head.revision }
            }
          } catch {
            expect(before?.at).toBeGreaterThan(since)
            expect(before?.value).not.toBe(value)
          }
          for (const [name, { value }] of Object.entries(last))
            expect(proposal(one)?.answers[name]).toBe(value)
        }
      }),
      { numRuns: 10_000 },
    )
  }, 120_000)
})

describe("rows that are added", () => {
  const risk = (words: string) => ({ risk: words, likelihood: 1, impact: 2, mitigation: "Yes" })

  test("get ids of the service, keep their order and keep their ids", () => {
    const one = begun({ round: fullRound })
    one.saves("risks", { risks: [risk("a"), risk("b")] })
    const [a, b] = rowsOf(one)
    one.saves("risks", { risks: [b, { id: "new-9", ...risk("c") }, a] })
    expect(rowsOf(one).map(({ risk }) => risk)).toEqual(["b", "c", "a"])
    expect(rowsOf(one)[0]?.id).toBe(b?.id)
    expect(rowsOf(one)[2]?.id).toBe(a?.id)
  })

  test("the same save tried twice gives the same ids", () => {
    const [one, two] = [begun({ round: fullRound }), begun({ round: fullRound })]
    for (const each of [one, two]) each.saves("risks", { risks: [risk("a"), risk("b")] })
    expect(rowsOf(one)).toEqual(rowsOf(two))
  })

  test("an id that the service never gave is refused", () => {
    const one = begun({ round: fullRound })
    const refused = refusalOf(() => one.saves("risks", { risks: [{ id: "mine", ...risk("a") }] }))
    expect(refused.refusal).toBe("not valid")
  })
})
