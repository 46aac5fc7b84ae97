import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { rulesOf } from "../../shared/domain/calendar/round.ts"
import type { Actor } from "../../shared/domain/people/actor.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import { criteriaOf } from "../../shared/domain/selection/criterion.ts"
import { widestGap } from "../../shared/domain/selection/moderation.ts"
import { links, type Reading, reading } from "../../shared/domain/selection/reading.ts"
import { isOpen, type Seen, seenBy, type Whole } from "../../shared/domain/selection/seen.ts"
import { owesSheet, standingTo } from "../../shared/domain/selection/standing.ts"
import { readingStates, stateOf } from "../../shared/domain/selection/state.ts"
import { exactWords, totalOf } from "../../shared/domain/selection/total.ts"
import { seal, unseal } from "../../shared/values/seal.ts"

const at = "2017-08-29T09:00:00.000Z"
const weights = [
  { criterion: "Need", weight: 15 },
  { criterion: "Proposal", weight: 30 },
  { criterion: "Deliverability", weight: 25 },
  { criterion: "Evaluation", weight: 20 },
  { criterion: "Legacy", weight: 10 },
]
const criteria = criteriaOf({ weights })

const person = (id: string, role: Role): Actor => ({
  id,
  name: id,
  email: `${id}@doh.example`,
  grants: [{ id: `g-${id}`, role, from: at, to: at, by: "tests" }],
})
const a = person("p-a", "reader")
const b = person("p-b", "reader")
const chair = person("p-chair", "chair")
const decider = person("p-decider", "decision-maker")
const adviser = person("p-adviser", "adviser")
const coordinator = person("p-coordinator", "coordinator")
const everybody = [a, b, chair, decider, adviser, coordinator]

const who = ({ id }: Actor) => ({ person: id, name: id })
const free = everybody.map((one) => ({ ...who(one), link: "none" as const, at }))

const one = (organisation: string, given: Partial<Reading> = {}): Reading =>
  reading.parse({
    round: "r",
    reference: `NSW2-${organisation}`,
    organisation,
    name: organisation,
    kind: "council",
    version: 1,
    sentAt: at,
    apply: { answer: "yes", caveats: [], by: who(chair), at },
    said: free,
    revision: 1,
    ...given,
  })

const whole = (readings: Reading[], coached: Whole["coached"] = []): Whole => ({
  readings,
  criteria,
  rules: rulesOf({}),
  coached,
})

const scores = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 })
const pointsFrom = (given: number[]) => Object.fromEntries(given.map((score, i) => [`c${i + 1}`, score]))
const sentBy = (actor: Actor, given: number[]) => ({
  ...who(actor),
  sent: { at, version: 1, points: pointsFrom(given) },
})

describe("what somebody sees", () => {
  test("before they have said whether they have a link: whose it is, and nothing more", () => {
    for (const actor of everybody)
      expect(seenBy(actor, whole([one("halton", { said: [], amount: 5_000_000 })]))).toEqual([
        { standing: "not said", reference: "NSW2-halton", organisation: "halton", name: "halton" },
      ])
  })

  test.each(Object.keys(links).filter((link) => link !== "none"))("with a link (%s): nothing", (link) => {
    const said = [{ ...who(a), link: link as "family", at }]
    const readings = [one("halton", { said }), one("bradford")]
    expect(seenBy(a, whole(readings)).map(({ organisation }) => organisation)).toEqual(["bradford"])
  })

  test("whoever coached the organisation, or belongs to it, is barred whatever they say", () => {
    const coached = [{ organisation: "halton", person: a.id }]
    expect(seenBy(a, whole([one("halton")], coached))).toEqual([])
    const grants = [
      ...a.grants,
      { id: "g", role: "lead" as const, organisation: "halton", from: at, to: at, by: "x" },
    ]
    expect(seenBy({ ...a, grants }, whole([one("halton")]))).toEqual([])
    expect(standingTo(b, one("halton"), coached)).toBe("free")
  })

  test("nothing that follows from others’ scores, until they have sent all of their own", () => {
    fc.assert(
      fc.property(scores, scores, scores, fc.boolean(), (first, second, own, settled) => {
        const with_ = (given: number[]) => {
          const mine = one("halton", {
            readers: [sentBy(a, given), who(b)],
            scorers: [a.id],
          })
          const other = one("bradford", {
            readers: [sentBy(a, given), sentBy(chair, given)],
            compared: true,
            ...(settled && { moderated: { by: who(chair), at, points: { c1: given[0] ?? 0 } } }),
          })
          const sent = one("shropshire", { readers: [sentBy(a, given), sentBy(b, own)], compared: true })
          return whole([mine, other, sent])
        }
        expect(seenBy(b, with_(first))).toEqual(seenBy(b, with_(second)))
        expect(JSON.stringify(seenBy(b, with_(first)))).not.toContain("compared")
      }),
    )
  })

  test("a chair who owes a sheet sees who has sent, and no score of anybody", () => {
    const [seen] = seenBy(
      chair,
      whole([one("halton", { readers: [sentBy(a, [1, 2, 3, 4, 0]), who(chair)] })]),
    )
    expect(seen).toMatchObject({ state: "scoring", readers: [{ sent: true }, { sent: false }] })
    expect(JSON.stringify(seen)).not.toContain("points")
  })

  test("a reader compares only what they read; a chair and a decision-maker all; others never", () => {
    const readings = [
      one("halton", {
        readers: [sentBy(a, [1, 2, 3, 4, 0]), sentBy(chair, [1, 2, 3, 4, 0])],
        compared: true,
      }),
      one("bradford", { readers: [sentBy(a, [1, 2, 3, 4, 0]), sentBy(b, [1, 2, 3, 4, 0])], compared: true }),
    ]
    const compares = (actor: Actor) =>
      seenBy(actor, whole(readings)).flatMap((each: Seen) =>
        isOpen(each) && each.compared ? [each.name] : [],
      )
    expect(compares(a)).toEqual(["halton", "bradford"])
    expect(compares(b)).toEqual(["bradford"])
    expect(compares(chair)).toEqual(["halton", "bradford"])
    expect(compares(decider)).toEqual(["halton", "bradford"])
    expect(compares(adviser)).toEqual([])
    expect(compares(coordinator)).toEqual([])
  })

  test("whoever was given another one to read sees no scores any more, until that is sent too", () => {
    const done = one("halton", {
      readers: [sentBy(a, [4, 4, 4, 4, 4]), sentBy(b, [1, 1, 1, 1, 1])],
      compared: true,
    })
    const owed = one("bradford", { readers: [who(b)] })
    expect(owesSheet(b, owed)).toBe(true)
    const seen = seenBy(b, whole([done, owed])).find(({ name }) => name === "halton")
    expect(seen).not.toHaveProperty("compared")
    expect(seen).toMatchObject({ state: "scored" })
  })
})

describe("how far a reading has come", () => {
  const rules = { criteria, readers: 2 }
  const state = (given: Partial<Reading>, compares = true) =>
    stateOf(one("halton", given), undefined, rules, compares)

  test("one step after the other", () => {
    expect(state({ apply: undefined })).toBe("to check")
    expect(state({})).toBe("to assign")
    expect(state({ readers: [who(a)] })).toBe("to assign")
    expect(state({ readers: [who(a), who(b)] })).toBe("scoring")
    expect(state({ readers: [sentBy(a, [2, 2, 2, 2, 2]), who(b)] })).toBe("scoring")
    const sent = [sentBy(a, [2, 2, 2, 2, 2]), sentBy(b, [2, 2, 2, 2, 3])]
    expect(state({ readers: sent, compared: true })).toBe("to decide")
    const apart = [sentBy(a, [0, 2, 2, 2, 2]), sentBy(b, [widestGap, 2, 2, 2, 3])]
    expect(state({ readers: apart, compared: true })).toBe("to moderate")
    const moderated = { by: who(chair), at, points: { c1: 1 } }
    expect(state({ readers: apart, compared: true, moderated })).toBe("to decide")
    const decided = {
      decision: "reserve" as const,
      place: 1,
      conditions: 0,
      version: 1,
      by: who(decider),
      at,
    }
    expect(state({ readers: sent, compared: true, decided })).toBe("decided")
  })

  test("whoever may not compare is told nothing that follows from scores", () => {
    const told = new Set<string>()
    for (const readers of [
      [sentBy(a, [0, 0, 0, 0, 0]), sentBy(b, [4, 4, 4, 4, 4])],
      [sentBy(a, [2, 2, 2, 2, 2]), sentBy(b, [2, 2, 2, 2, 2])],
    ])
      told.add(state({ readers, compared: true }, false))
    expect([...told]).toEqual(["scored"])
  })

  test("every state has its words", () => {
    for (const words of Object.values(readingStates)) expect(words.length).toBeGreaterThan(3)
  })
})

describe("the total", () => {
  /** The same by long division of whole numbers, made without a line of the service. */
  const longDivision = (over: bigint, under: bigint, decimals: number) => {
    const scaled = (2n * over * 10n ** BigInt(decimals) + under) / (2n * under)
    const text = scaled.toString().padStart(decimals + 1, "0")
    return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
  }

  test("is the weighted mean of the readers out of a hundred, to the last digit", () => {
    fc.assert(
      fc.property(fc.array(scores, { minLength: 1, maxLength: 5 }), (readers) => {
        const found = totalOf(criteria, readers.map(pointsFrom))
        const over = weights.reduce(
          (sum, { weight }, i) =>
            sum + BigInt(weight * readers.reduce((all, each) => all + (each[i] ?? 0), 0)),
          0n,
        )
        expect(found && exactWords(found.total)).toBe(longDivision(over, BigInt(4 * readers.length), 3))
      }),
    )
  })

  test("takes what was settled in place of the mean, and the readers’ scores stay beside it", () => {
    const found = totalOf(criteria, [pointsFrom([0, 2, 2, 2, 2]), pointsFrom([4, 2, 2, 2, 2])], { c1: 1 })
    expect(found && exactWords(found.total)).toBe("46.250")
    expect(found?.lines[0]).toMatchObject({ given: [0, 4], settled: 1 })
  })

  test("is nothing where a criterion has no score", () => {
    expect(totalOf(criteria, [{ c1: 4 }])).toBeUndefined()
    expect(totalOf(criteria, [])).toBeUndefined()
  })

  test("all fours are a hundred, all noughts nothing", () => {
    expect(exactWords({ over: 400, under: 4 })).toBe("100.000")
    expect(exactWords({ over: 0, under: 8 }, 2)).toBe("0.00")
    expect(exactWords({ over: 1, under: 3 }, 2)).toBe("0.33")
    expect(exactWords({ over: 2, under: 3 }, 0)).toBe("1")
  })
})

describe("a seal", () => {
  const key = Buffer.alloc(32, 7).toString("base64url")
  const iv = Buffer.alloc(12, 1)

  test("gives the same text back to whoever has the key, and to nobody else", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const sealed = seal(text, key, iv, "round/reference/1")
        expect(unseal(sealed, key, "round/reference/1")).toBe(text)
        expect(() => unseal(sealed, Buffer.alloc(32, 8).toString("base64url"), "round/reference/1")).toThrow()
        expect(() => unseal(sealed, key, "round/another/1")).toThrow()
      }),
    )
  })
})
