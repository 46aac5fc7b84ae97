import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Problem, solverOf } from "../../disclosure/solver.ts"

const number = (name: string, least = 0, most = 4) => ({ name, least, most })
const sum = (total: string, ...parts: string[]): Problem["facts"][number] => ({
  of: [[total, 1], ...parts.map((part): [string, number] => [part, -1])],
  least: 0,
  most: 0,
})

describe("the attacker", () => {
  test("takes one from another", () => {
    const solver = solverOf({
      numbers: [number("a"), number("b", 42, 42), number("all", 38, 42)],
      facts: [sum("all", "a", "b")],
    })
    expect(solver.attack("a", [0, 4], 0)).toEqual({ pinned: 0 })
  })
  test("knows more as a site, and forgets it again", () => {
    const solver = solverOf({
      numbers: [number("a"), number("b", 38, 42), number("all", 38, 42)],
      facts: [sum("all", "a", "b")],
    })
    expect(solver.attack("a", [0, 4], 50)).toMatchObject({ sure: true })
    const { isConsistent, forget } = solver.knowing([["b", 42]])
    expect(isConsistent).toBe(true)
    expect(solver.attack("a", [0, 4], 0)).toEqual({ pinned: 0 })
    forget()
    expect(solver.attack("a", [0, 4], 0)).toMatchObject({ left: 5 })
  })
  test("finds what no single sum says", () => {
    const numbers = ["a", "b", "c"].map((name) => number(name, 0, 1))
    const pair = (one: string, other: string): Problem["facts"][number] => ({
      of: [
        [one, 1],
        [other, 1],
      ],
      least: 1,
      most: 1,
    })
    const solver = solverOf({
      numbers,
      facts: [pair("a", "b"), pair("b", "c"), { ...pair("a", "c"), most: 2 }],
    })
    expect(solver.attack("b", [0, 1], 20)).toEqual({ pinned: 0 })
  })
  test("knows that what was corrected is another now", () => {
    const solver = solverOf({
      numbers: [number("then", 0, 1), number("now", 1, 1)],
      facts: [],
      apart: [["then", "now"]],
    })
    expect(solver.knowing([["now", 1]]).isConsistent).toBe(true)
    expect(solver.attack("then", [0, 4], 10)).toEqual({ pinned: 0 })
  })
  test("says where what is shown fits nothing", () => {
    expect(solverOf({ numbers: [number("a"), number("b", 9, 9)], facts: [sum("b", "a")] }).isConsistent).toBe(
      false,
    )
  })
})

/** Every assignment, one after the other. */
const allOf = ({ numbers, facts }: Problem): Map<string, Set<number>> => {
  const found = new Map<string, Set<number>>(numbers.map(({ name }) => [name, new Set()]))
  const values = new Map<string, number>()
  const go = (at: number) => {
    const one = numbers[at]
    if (one) {
      for (let value = one.least; value <= one.most; value++) {
        values.set(one.name, value)
        go(at + 1)
      }
      return
    }
    const fits = facts.every(({ of, least, most }) => {
      const all = of.reduce((sum, [name, times]) => sum + times * (values.get(name) ?? 0), 0)
      return least <= all && all <= most
    })
    if (fits) for (const [name, value] of values) found.get(name)?.add(value)
  }
  go(0)
  return found
}

test("the attacker finds exactly what trying everything finds", () => {
  const names = ["a", "b", "c", "d", "e"]
  const problems = fc.record({
    numbers: fc.tuple(
      ...names.map((name) =>
        fc.record({ name: fc.constant(name), least: fc.nat(2), most: fc.integer({ min: 2, max: 4 }) }),
      ),
    ),
    facts: fc.array(
      fc
        .record({
          times: fc.tuple(...names.map(() => fc.constantFrom(-1, 0, 0, 1, 2))),
          least: fc.integer({ min: -3, max: 4 }),
          wide: fc.constantFrom(0, 0, 1, 3),
        })
        .map(({ times, least, wide }) => ({
          of: names.map((name, at): [string, number] => [name, times[at] ?? 0]).filter(([, by]) => by !== 0),
          least,
          most: least + wide,
        }))
        .filter(({ of }) => of.length > 0),
      { minLength: 2, maxLength: 5 },
    ),
  })
  let pinned = 0
  fc.assert(
    fc.property(problems, (problem) => {
      const all = allOf(problem)
      const solver = solverOf(problem)
      if ([...all.values()].some(({ size }) => size === 0)) return
      expect(solver.isConsistent).toBe(true)
      for (const [name, values] of all) {
        const verdict = solver.attack(name, [0, 4], 500)
        if (values.size === 1) {
          pinned++
          expect(verdict).toEqual({ pinned: [...values][0] })
        } else expect(verdict.pinned).toBeUndefined()
      }
    }),
    { numRuns: 150 },
  )
  expect(pinned).toBeGreaterThan(20)
})
