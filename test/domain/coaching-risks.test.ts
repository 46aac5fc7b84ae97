import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Desk, desks } from "../../shared/domain/actions/action.ts"
import { answered } from "../../shared/domain/answered.ts"
import {
  byScore,
  closedFor,
  highCount,
  isHigh,
  isOdd,
  lookedAt,
  mostOpen,
  newRisk,
  type Risk,
  type RiskFacts,
  riskFacts,
  scoreOf,
} from "../../shared/domain/coaching/risk.ts"
import { actionFrom, factsFrom, riskAnswers } from "../../shared/domain/coaching/risk-answers.ts"
import { riskForm } from "../../shared/domain/coaching/risk-form.ts"
import { risksLine, risksSeen } from "../../shared/domain/coaching/risk-seen.ts"
import {
  type Proximity,
  proximities,
  type RiskCategory,
  riskCategories,
} from "../../shared/domain/coaching/risk-words.ts"
import { warningsIn } from "../../shared/form/section.ts"

const ann = { person: "p-ann", name: "Ann Example" }
const now = new Date("2018-01-16T09:00:00Z")
const place = { organisation: "halton", phase: "NSW2" }
const facts: RiskFacts = {
  title: "The second worker may not be replaced",
  category: "backfill",
  before: { likelihood: 5, impact: 5 },
  after: { likelihood: 3, impact: 4 },
  doing: "An agency is asked.",
  owner: { side: "site", who: "Team manager" },
  proximity: "month",
  next: "2018-01-31",
}
const risk = (more: Partial<Risk> = {}): Risk => ({ ...newRisk(place, [], facts, ann, now), ...more })

/** Likelihood times impact with what is done: the rows are likelihoods, and what is high stands on the right. */
const table = [
  [1, [1, 2, 3, 4, 5], []],
  [2, [2, 4, 6, 8, 10], []],
  [3, [3, 6, 9, 12, 15], [5]],
  [4, [4, 8, 12, 16, 20], [4, 5]],
  [5, [5, 10, 15, 20, 25], [3, 4, 5]],
] as const
const squares = table.flatMap(([likelihood, scores, high]) =>
  scores.map((score, at) => ({
    likelihood,
    impact: at + 1,
    score,
    high: (high as readonly number[]).includes(at + 1),
  })),
)

describe("the score of a risk", () => {
  test.each(squares)(
    "$likelihood times $impact is $score, high: $high",
    ({ likelihood, impact, score, high }) => {
      expect(scoreOf({ likelihood, impact })).toBe(score)
      expect(isHigh({ state: "open", after: { likelihood, impact } })).toBe(high)
      expect(isHigh({ state: "closed", after: { likelihood, impact } })).toBe(false)
    },
  )

  test("is counted by what is left with what is done, never by what was there before", () => {
    expect(highCount([risk(), risk({ after: { likelihood: 5, impact: 3 } })])).toBe(1)
  })

  test.each(squares)(
    "with what is done, $likelihood times $impact, is odd only where it is above 12",
    (after) => {
      expect(isOdd({ before: { likelihood: 3, impact: 4 }, after })).toBe(after.score > 12)
    },
  )
})

describe("the life of a risk", () => {
  test("has a number that no word stands in, and each look is kept", () => {
    const first = newRisk(place, [risk(), risk()], facts, ann, now)
    expect(first.id).toBe("003")
    const later = new Date("2018-02-01T09:00:00Z")
    const { doing: _, ...undone } = facts
    const changed = { ...undone, after: { likelihood: 5, impact: 5 } }
    const { one, before } = lookedAt(first, [first], changed, ann, later)
    expect(one).not.toHaveProperty("doing")
    expect(before).toMatchObject({ ...facts, id: "003#0001", looked: { by: ann, at: now.toISOString() } })
    expect([one.looked.at, one.looks, one.after]).toEqual([later.toISOString(), 2, changed.after])
    expect(one.added).toEqual(first.added)
  })

  test("ends with why, and a look opens it again while the why is kept", () => {
    const closed = closedFor(risk(), "A worker came.", ann, now)
    expect(closed.state).toBe("closed")
    expect(() => closedFor(closed, "Again", ann, now)).toThrow()
    const { one: again } = lookedAt(closed, [closed], facts, ann, now)
    expect([again.state, again.closings.map(({ because }) => because)]).toEqual(["open", ["A worker came."]])
    expect(closedFor(again, "It left.", ann, now).closings).toHaveLength(2)
  })

  test("is one of so many at once: closed ones leave room, and opening one again needs it", () => {
    const full = Array.from({ length: mostOpen }, () => risk())
    expect(() => newRisk(place, full, facts, ann, now)).toThrow()
    const one = closedFor(risk(), "Over", ann, now)
    expect(() => newRisk(place, [...full.slice(1), one], facts, ann, now)).not.toThrow()
    expect(() => lookedAt(one, [...full, one], facts, ann, now)).toThrow()
    expect(() => lookedAt(full[0] as Risk, full, facts, ann, now)).not.toThrow()
  })

  test("is looked at sixty times, and then begins anew", () => {
    let one = risk()
    for (let look = 2; look <= 60; look++) one = lookedAt(one, [one], facts, ann, now).one
    expect(one.looks).toBe(60)
    expect(() => lookedAt(one, [one], facts, ann, now)).toThrow()
  })
})

const form = riskForm({ title: "Add a risk", now, maySet: true })
const answers = { ...riskAnswers(facts, "2018-01-16") }

describe("the form of a risk", () => {
  test("gives back what was answered", () => {
    expect(factsFrom(answered(form, answers, now))).toEqual(facts)
    expect(actionFrom(answered(form, answers, now))).toBeUndefined()
  })

  test("asks a day to look at it anew once that day has come", () => {
    expect(riskAnswers(facts, "2018-01-31")).not.toHaveProperty("next")
    expect(riskAnswers(facts, "2018-01-30")).toHaveProperty("next")
  })

  test.each([
    ["no title", { title: " " }],
    ["121 characters", { title: "x".repeat(121) }],
    ["a sixth likelihood", { likelihoodAfter: "6" }],
    ["no likelihood", { likelihoodBefore: undefined }],
    ["a category that is not on the list", { category: "weather" }],
    ["101 words of what is done", { doing: "word ".repeat(101) }],
    ["nobody to look after it", { ownerWho: "" }],
    ["a desk that nobody has", { ownerSide: "minister" }],
    ["yesterday as the next look", { next: "2018-01-15" }],
    ["a day that does not exist", { next: "2018-02-30" }],
    ["a score that fell by nothing", { doing: undefined }],
    ["an NHS number", { title: "NHS number 943 476 5919 may move" }],
    ["an action without its words", { action: "yes", actionOwner: "site", actionDue: "2018-02-01" }],
    [
      "an action due yesterday",
      { action: "yes", actionText: "Ask", actionOwner: "site", actionDue: "2018-01-15" },
    ],
  ])("refuses %s", (_, wrong) => {
    expect(() => answered(form, { ...answers, ...wrong }, now)).toThrow()
  })

  test("warns where it is scored higher with what is done, and stops nobody", () => {
    const odd = { ...answers, likelihoodBefore: "1", impactBefore: "1" }
    expect(answered(form, odd, now)).toMatchObject({ likelihoodBefore: "1" })
    expect(warningsIn(form, odd)).toHaveLength(1)
    expect(warningsIn(form, answers)).toEqual([])
  })

  test("asks for an action only of whoever may set one", () => {
    expect(form.asks).toHaveProperty("action")
    expect(riskForm({ title: "Add a risk", now, maySet: false }).asks).not.toHaveProperty("action")
  })
})

const level = fc.integer({ min: 1, max: 5 })
const score = fc.record({ likelihood: level, impact: level })
const someFacts: fc.Arbitrary<RiskFacts> = fc.record(
  {
    title: fc.string(),
    category: fc.constantFrom(...(Object.keys(riskCategories) as RiskCategory[])),
    before: score,
    after: score,
    doing: fc.string(),
    owner: fc.record({ side: fc.constantFrom(...(Object.keys(desks) as Desk[])), who: fc.string() }),
    proximity: fc.constantFrom(...(Object.keys(proximities) as Proximity[])),
    next: fc.constantFrom("2018-01-31", "2018-03-01"),
  },
  { requiredKeys: ["title", "category", "before", "after", "owner", "proximity", "next"] },
)
const stamp = fc.record({
  by: fc.record({ person: fc.string(), name: fc.string() }),
  at: fc.constantFrom("2018-01-16T09:00:00.000Z", "2018-01-17T10:30:00.000Z"),
})
const hidden = fc.record({
  organisation: fc.string(),
  phase: fc.string(),
  added: stamp,
  looked: stamp,
  looks: fc.nat(),
  closings: fc.array(
    fc.tuple(stamp, fc.string()).map(([one, because]) => ({ ...one, because })),
    { maxLength: 1 },
  ),
  revision: fc.nat(),
})
const some: fc.Arbitrary<Risk[]> = fc
  .array(fc.tuple(someFacts, hidden, fc.constantFrom("open" as const, "closed" as const)), { maxLength: 6 })
  .map((all) =>
    all.map(([one, rest, state], at) => ({ ...rest, ...one, state, id: String(at + 1).padStart(3, "0") })),
  )

describe("what the department sees of the risks", () => {
  test("is made of what it may see: whatever else is changed, not a byte of it is", () => {
    fc.assert(
      fc.property(
        some,
        fc.array(fc.tuple(someFacts, hidden), { minLength: 6, maxLength: 6 }),
        (all, other) => {
          const changed = all.map((one, at): Risk => {
            const [otherFacts, otherHidden] = other[at] as [
              RiskFacts,
              Omit<Risk, keyof RiskFacts | "id" | "state">,
            ]
            const { id, state } = one
            if (isHigh(one)) {
              const { doing: _, ...shown } = riskFacts.parse(one)
              return { ...otherHidden, ...shown, doing: "another", id, state }
            }
            const after = { likelihood: 1, impact: otherFacts.after.impact }
            return { ...otherHidden, ...otherFacts, after, id, state }
          })
          expect(JSON.stringify(risksSeen(changed))).toBe(JSON.stringify(risksSeen(all)))
        },
      ),
    )
  })

  test("is the high ones whole, and of the others that are open how many there are", () => {
    const high = risk({ id: "002", after: { likelihood: 3, impact: 5 } })
    const seen = risksSeen([
      risk(),
      high,
      risk({ id: "003", state: "closed", after: { likelihood: 5, impact: 5 } }),
    ])
    expect(seen.others).toBe(1)
    expect(seen.high).toEqual([
      {
        id: "002",
        title: facts.title,
        category: "backfill",
        before: { likelihood: 5, impact: 5, score: 25 },
        after: { likelihood: 3, impact: 5, score: 15 },
        owner: facts.owner,
        proximity: "month",
        next: "2018-01-31",
      },
    ])
  })

  test.each([
    [0, 0, "No risk is open."],
    [0, 1, "1 risk is open, none of them high."],
    [1, 0, "1 risk is open, and it is high."],
    [1, 2, "3 risks are open, 1 of them high."],
  ])("%d high and %d others read: %s", (high, others, words) => {
    expect(risksLine(high, others)).toBe(words)
  })

  test("lists stand by score, what is closed last", () => {
    const low = risk({ id: "001", after: { likelihood: 1, impact: 1 } })
    const high = risk({ id: "002", after: { likelihood: 5, impact: 5 } })
    const closed = risk({ id: "003", state: "closed", after: { likelihood: 5, impact: 5 } })
    expect(byScore([closed, low, high]).map(({ id }) => id)).toEqual(["002", "001", "003"])
  })
})
