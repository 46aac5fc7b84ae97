import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { criteriaOf } from "../../shared/domain/selection/criterion.ts"
import type { Decision, Feedback } from "../../shared/domain/selection/decision.ts"
import { type DecisionWord, decisions } from "../../shared/domain/selection/decision-word.ts"
import { decisionLines, decisionSubject, nextFor } from "../../shared/domain/selection/letter.ts"
import { type Reading, reading } from "../../shared/domain/selection/reading.ts"
import {
  allSealed,
  isWithdrawn,
  lettersIn,
  markOf,
  markOver,
  toldFrom,
} from "../../shared/domain/selection/telling.ts"

const at = "2017-09-12T09:00:00.000Z"
const by = { person: "p-d", name: "D" }
const criteria = criteriaOf({
  weights: [
    { criterion: "Need", weight: 40 },
    { criterion: "Proposal", weight: 60 },
  ],
})
const round = { id: "r", title: "The round" }

const one = (given: Partial<Reading> = {}) =>
  reading.parse({
    round: "r",
    reference: "NSW2-HAL-E-7K3PQ4",
    organisation: "halton",
    name: "Halton",
    kind: "council",
    version: 1,
    sentAt: at,
    apply: { answer: "yes, but", caveats: ["A partner is still to sign."], by, at },
    readers: [
      { person: "p-a", name: "Reader A", sent: { at, version: 1, points: { c1: 3, c2: 4 } } },
      { person: "p-b", name: "Reader B", sent: { at, version: 1, points: { c1: 4, c2: 3 } } },
    ],
    feedback: { by, at },
    decided: { decision: "successful", amount: 100, conditions: 0, version: 1, by, at },
    revision: 1,
    ...given,
  })
const decision = (given: Partial<Decision> = {}): Decision => ({
  reference: "NSW2-HAL-E-7K3PQ4",
  version: 1,
  decision: "successful",
  amount: 4_500_000,
  reason: "The panel's own reason.",
  conditions: [],
  by,
  at,
  ...given,
})
const feedback: Feedback = {
  reference: "NSW2-HAL-E-7K3PQ4",
  strengths: ["S1", "S2"],
  gaps: ["G1", "G2"],
  by,
  at,
  revision: 1,
}
const told = (given: Partial<Decision> = {}, of: Partial<Reading> = {}) =>
  toldFrom({ round, criteria, reading: one(of), decision: decision(given), feedback })
const letters = (of: Partial<Reading>, more: Partial<Parameters<typeof lettersIn>[0]> = {}) =>
  lettersIn({
    round,
    criteria,
    readings: [one(of)],
    decisions: [decision()],
    feedback: [feedback],
    arrivals: [],
    ...more,
  })

describe("what an applicant is told", () => {
  test("holds each criterion with what counts, and the weighted total, and names no reader", () => {
    const letter = told()
    expect(letter.scores).toEqual([
      { criterion: "Need", weight: 40, score: "3.50" },
      { criterion: "Proposal", weight: 60, score: "3.50" },
    ])
    expect(letter.total).toBe("87.5")
    expect(told({}, { moderated: { by, at, points: { c1: 4, c2: 4 } } }).total).toBe("100")
    expect(letter.caveats).toEqual(["A partner is still to sign."])
    expect(JSON.stringify(letter)).not.toMatch(/Reader|p-a|The panel's own reason/)
  })

  test("says why they could not apply only where they could not", () => {
    const apply: Reading["apply"] = { answer: "no", caveats: [], because: "It is not a council.", by, at }
    expect(told({ decision: "ineligible" }, { apply, readers: [] })).toMatchObject({
      because: "It is not a council.",
      scores: [],
    })
    expect(told().because).toBeUndefined()
  })

  test("has another mark as soon as one character of it is another", () => {
    expect(markOf(told())).toBe(markOf(told()))
    expect(markOf(told({ amount: 4_500_001 }))).not.toBe(markOf(told()))
    expect(markOf(told({ version: 2 }))).not.toBe(markOf(told()))
  })

  test("goes by email with what happens next, and never with the reason of the panel", () => {
    for (const word of Object.keys(decisions) as DecisionWord[]) {
      const lines = decisionLines(told({ decision: word, place: 1 }), "Lead", "https://x").join("\n")
      expect(lines).toContain(nextFor[word])
      expect(lines).toContain("In confidence until the Department announces.")
      expect(lines).not.toContain("The panel's own reason.")
      expect(lines.includes("£45,000")).toBe(["successful", "with conditions"].includes(word))
    }
    expect(decisionSubject(told())).toBe("The decision about NSW2-HAL-E-7K3PQ4: The round")
  })
})

describe("how far a letter is", () => {
  test("undecided, without feedback, ready, sealed, and changed since", () => {
    const mark = markOf(told())
    const state = (of: Partial<Reading>, more = {}) => letters(of, more)[0]?.state
    expect(state({ decided: undefined })).toBe("not decided")
    expect(state({ feedback: undefined })).toBe("no feedback")
    expect(state({}, { feedback: [] })).toBe("no feedback")
    expect(state({})).toBe("not sealed")
    expect(state({ sealed: { mark, at } })).toBe("sealed")
    expect(state({ sealed: { mark: "another", at } })).toBe("changed")
  })

  test("whoever could not apply needs no strengths and gaps", () => {
    const decided = { decision: "ineligible", conditions: 0, version: 1, by, at } as const
    const decisions = [decision({ decision: "ineligible" })]
    expect(letters({ decided, feedback: undefined }, { decisions, feedback: [] })[0]?.state).toBe(
      "not sealed",
    )
  })

  test("what its applicant has withdrawn has no letter", () => {
    const stands = { reference: "NSW2-HAL-E-7K3PQ4", state: "sent" } as never
    const here = { organisation: "halton", reference: "NSW2-HAL-E-7K3PQ4" }
    expect(isWithdrawn(here, [])).toBe(false)
    expect(isWithdrawn(here, [{ organisation: "halton", stands }])).toBe(false)
    expect(
      isWithdrawn(here, [
        { organisation: "bradford", stands: { ...(stands as object), reference: "x" } as never },
      ]),
    ).toBe(false)
    expect(
      isWithdrawn({ ...here, reference: "NSW2-HAL-E-222222" }, [{ organisation: "halton", stands }]),
    ).toBe(true)
    const gone = { organisation: "halton", stands: { ...(stands as object), state: "withdrawn" } as never }
    expect(letters({}, { arrivals: [gone as never] })).toEqual([])
  })

  test("all is sealed only where every letter is, and the panel says so of these very letters", () => {
    const mark = markOf(told())
    const rows = letters({ sealed: { mark, at } })
    const sealed = (over: string) => ({ sealed: { at, by, letters: 1, mark: over } })
    expect(allSealed(rows, sealed(markOver([mark])))).toBe(true)
    expect(allSealed(rows, sealed("another"))).toBe(false)
    expect(allSealed(rows, undefined)).toBe(false)
    expect(allSealed([], sealed(markOver([])))).toBe(false)
    expect(allSealed(letters({}), sealed(markOver([mark])))).toBe(false)
  })

  test("the mark over all letters does not hang on their order", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (marks) => {
        expect(markOver(marks.toReversed())).toBe(markOver(marks))
      }),
    )
  })
})
