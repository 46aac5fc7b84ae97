import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Actor } from "../../shared/domain/people/actor.ts"
import type { Role } from "../../shared/domain/people/role.ts"
import {
  countsIn,
  sharedOut,
  type ToShare,
  whyNobody,
  whyNotReader,
  withReaders,
} from "../../shared/domain/selection/assigning.ts"
import { checkAnswers, checkOf, readyCaveats } from "../../shared/domain/selection/checking.ts"
import { asked, isToSay, withLink } from "../../shared/domain/selection/linking.ts"
import { type Link, links, type Reading, reading } from "../../shared/domain/selection/reading.ts"

const at = "2017-08-29T09:00:00.000Z"
const later = "2017-08-30T09:00:00.000Z"
const who = (id: string) => ({ person: id, name: id })
const someone = (id: string, ...roles: Role[]): Actor => ({
  id,
  name: id,
  email: `${id}@doh.example`,
  grants: roles.map((role) => ({ id: `g-${role}`, role, from: at, to: at, by: "tests" })),
})
const sentBy = (id: string) => ({ ...who(id), sent: { at, version: 1, points: { c1: 3 } } })
const one = (given: Partial<Reading> = {}): Reading =>
  reading.parse({
    round: "r",
    reference: "NSW2-A",
    organisation: "halton",
    name: "Halton",
    kind: "council",
    version: 1,
    sentAt: at,
    revision: 1,
    ...given,
  })

describe("a link that is said", () => {
  const link = fc.constantFrom(...(Object.keys(links) as Link[]))
  const people = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 })

  test("takes that person out of the readers and views, and nobody else; who scored stays known", () => {
    fc.assert(
      fc.property(people, people, link, ([person = "", ...others], views, said) => {
        const readers = [person, ...others].map(sentBy)
        const before = one({ readers, views, scorers: [person, ...others] })
        const after = withLink(before, who(person), { link: said, at, told: false })
        const counts = (each: string) => said === "none" || each !== person
        expect(after.readers).toEqual(readers.filter((each) => counts(each.person)))
        expect(after.views).toEqual(views.filter(counts))
        expect(after.scorers).toEqual(before.scorers)
        expect(after.said).toEqual([{ ...who(person), link: said, at }])
      }),
    )
  })

  test("is kept once a person, whatever they said before, and words only of another link", () => {
    const first = withLink(one(), who("a"), { link: "none", at, told: false })
    const second = withLink(first, who("a"), { link: "other", words: "A neighbour", at: later, told: false })
    const third = withLink(second, who("a"), { link: "family", words: "A neighbour", at: later, told: false })
    expect(second.said).toEqual([{ ...who("a"), link: "other", words: "A neighbour", at: later }])
    expect(third.said).toEqual([{ ...who("a"), link: "family", at: later }])
    expect(asked(third, "a").said).toEqual([])
    expect(asked(third, "b").said).toEqual(third.said)
  })

  test("after every applicant was told changes nothing of what they were told by", () => {
    const before = one({ readers: [sentBy("a"), sentBy("b")], views: ["a"] })
    const after = withLink(before, who("a"), { link: "family", at, told: true })
    expect([after.readers, after.views]).toEqual([before.readers, before.views])
    expect(after.said).toHaveLength(1)
  })

  test("a job says what was not said, and leaves what was said since", () => {
    const free = one({ said: [{ ...who("a"), link: "none", at }] })
    const linked = one({ said: [{ ...who("a"), link: "family", at }] })
    expect(isToSay(one(), "a", { link: "none" }, at)).toBe(true)
    expect(isToSay(free, "a", { link: "none" }, at)).toBe(false)
    expect(isToSay(free, "a", { link: "family" }, later)).toBe(true)
    expect(
      isToSay(one({ said: [{ ...who("a"), link: "none", at: later }] }), "a", { link: "family" }, at),
    ).toBe(false)
    expect(isToSay(linked, "a", { link: "none" }, later)).toBe(false)
  })
})

describe("who can become a reader", () => {
  const asks = { coached: [], sent: false }
  test("nobody with a link, said or known, and it is not said which", () => {
    const reader = someone("a", "reader")
    const says = "a cannot read it"
    expect(whyNotReader(reader, one({ said: [{ ...who("a"), link: "family", at }] }), asks)).toBe(says)
    expect(whyNotReader(reader, one(), { ...asks, coached: [{ organisation: "halton", person: "a" }] })).toBe(
      says,
    )
    expect(whyNotReader(reader, one({ said: [{ ...who("a"), link: "none", at }] }), asks)).toBeUndefined()
    expect(whyNotReader(reader, one(), asks)).toBeUndefined()
  })

  test("nobody who could already see scores, but by the sheet they sent themselves", () => {
    const compared = one({ compared: true })
    for (const actor of [someone("a", "chair"), someone("a", "reader", "decision-maker")]) {
      expect(whyNotReader(actor, compared, asks)).toContain("could already see scores")
      expect(whyNotReader(actor, compared, { ...asks, sent: true })).toBeUndefined()
      expect(whyNotReader(actor, one(), asks)).toBeUndefined()
    }
    expect(whyNotReader(someone("a", "reader"), compared, asks)).toBeUndefined()
  })

  test("nobody before it is said whether they can apply, or after it is decided or told", () => {
    const by = who("chair")
    const apply = { answer: "yes" as const, caveats: [], by, at }
    expect(whyNobody({}, undefined)).toContain("Say first")
    expect(whyNobody({ apply: { ...apply, answer: "no" } }, undefined)).toContain("cannot apply")
    expect(whyNobody({ apply }, undefined)).toBeUndefined()
    expect(whyNobody({ apply }, { told: { at, by } })).toContain("any longer")
  })

  test("whoever reads it already stays as they are", () => {
    const before = one({ readers: [sentBy("a")] })
    expect(withReaders(before, [who("a"), who("b")]).readers).toEqual([sentBy("a"), who("b")])
  })
})

type Some = { expressions: number; readers: number; each: number; linked: [number, number][]; had: number[] }
const some = (links: boolean): fc.Arbitrary<Some> =>
  fc.record({
    expressions: fc.integer({ min: 0, max: 40 }),
    readers: fc.integer({ min: 1, max: 8 }),
    each: fc.integer({ min: 1, max: 4 }),
    linked: links
      ? fc.array(fc.tuple(fc.integer({ min: 0, max: 39 }), fc.integer({ min: 0, max: 7 })), {
          maxLength: 120,
        })
      : fc.constant<never[]>([]),
    had: links ? fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 8 }) : fc.constant<never[]>([]),
  })
const shareOf = ({ expressions, readers, each, linked, had }: Some): ToShare => ({
  expressions: Array.from({ length: expressions }, (_, at) => ({ reference: `e${at}`, readers: [] })),
  readers: Array.from({ length: readers }, (_, at) => ({ person: `p${at}`, has: had[at] ?? 0 })),
  each,
  mayRead: (reference, person) => !linked.some(([e, p]) => reference === `e${e}` && person === `p${p}`),
})
const loadsOf = ({ readers }: ToShare, pairs: { person: string }[]) =>
  readers.map(({ person, has }) => has + pairs.filter((pair) => pair.person === person).length)

describe("sharing out evenly", () => {
  test("each gets as many readers as it is to have, where so many may read it, and never one with a link", () => {
    fc.assert(
      fc.property(some(true), (given) => {
        const share = shareOf(given)
        const { pairs, short } = sharedOut(share)
        for (const { reference } of share.expressions) {
          const free = share.readers.filter(({ person }) => share.mayRead(reference, person)).length
          const own = pairs.filter((pair) => pair.reference === reference).map(({ person }) => person)
          expect(new Set(own).size).toBe(own.length)
          expect(own.length).toBe(Math.min(share.each, free))
          expect(short.find((one) => one.reference === reference)?.missing ?? 0).toBe(share.each - own.length)
          expect(own.every((person) => share.mayRead(reference, person))).toBe(true)
        }
      }),
    )
  })

  test("where nobody has a link, no reader has two more than another", () => {
    fc.assert(
      fc.property(some(false), (given) => {
        const share = shareOf(given)
        const loads = loadsOf(share, sharedOut(share).pairs)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test("with links, nobody could be helped by handing one over to somebody with two fewer", () => {
    fc.assert(
      fc.property(some(true), (given) => {
        const share = shareOf(given)
        const { pairs } = sharedOut(share)
        const loads = new Map(share.readers.map(({ person }, at) => [person, loadsOf(share, pairs)[at] ?? 0]))
        for (const { reference, person } of pairs)
          for (const other of share.readers) {
            const has = pairs.some((pair) => pair.reference === reference && pair.person === other.person)
            if (has || !share.mayRead(reference, other.person)) continue
            expect((loads.get(person) ?? 0) - (loads.get(other.person) ?? 0)).toBeLessThan(2)
          }
      }),
    )
  })

  test("the same asked again is the same, and what has a reader already needs one fewer", () => {
    fc.assert(
      fc.property(some(true), (given) => {
        const share = shareOf(given)
        expect(sharedOut(share)).toEqual(sharedOut(shareOf(given)))
        const begun = {
          ...share,
          expressions: share.expressions.map((one) => ({ ...one, readers: ["p0"] })),
        }
        for (const { person } of sharedOut(begun).pairs) expect(person).not.toBe("p0")
      }),
    )
  })

  test("300 among six, two each, take an even hundred; any two of them meet about as often", () => {
    const share = shareOf({ expressions: 300, readers: 6, each: 2, linked: [], had: [] })
    const { pairs } = sharedOut(share)
    expect(loadsOf(share, pairs)).toEqual([100, 100, 100, 100, 100, 100])
    const met = new Map<string, number>()
    for (const { reference } of share.expressions) {
      const both = pairs.filter((pair) => pair.reference === reference).map(({ person }) => person)
      const name = both.sort().join(" ")
      met.set(name, (met.get(name) ?? 0) + 1)
    }
    expect(met.size).toBe(15)
  })
})

test("a letter counts only what its reader really has", () => {
  const rows = [
    { reference: "NSW2-A", readers: [who("a"), who("b")] },
    { reference: "NSW2-B", readers: [who("a")] },
  ]
  const readings = [
    { reference: "NSW2-A", readers: [who("a")] },
    { reference: "NSW2-B", readers: [who("a")] },
  ]
  expect(countsIn({ rows }, readings)).toEqual([{ ...who("a"), count: 2 }])
})

describe("whether they can apply", () => {
  test("keeps caveats with a caveat alone, and a reason with no alone", () => {
    const all = { ready: ["finance"], caveat1: "Tell us who leads.", because: "They are no council." }
    expect(checkOf({ answer: "yes", ...all })).toEqual({ answer: "yes", caveats: [] })
    expect(checkOf({ answer: "no", ...all })).toEqual({
      answer: "no",
      caveats: [],
      because: "They are no council.",
    })
    expect(checkOf({ answer: "yes, but", ...all })).toEqual({
      answer: "yes, but",
      caveats: [readyCaveats.finance, "Tell us who leads."],
    })
  })

  test("comes back to its page as it was given", () => {
    const given = { answer: "yes, but", ready: ["partner"], caveat1: "One.", caveat2: "Two." }
    expect(checkAnswers(checkOf(given))).toEqual(given)
  })
})
