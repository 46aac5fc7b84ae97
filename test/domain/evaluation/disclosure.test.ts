import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { makeRelease, releaseWithProofs } from "../../../shared/domain/evaluation/disclosure/release.ts"
import { toNearestFive } from "../../../shared/domain/evaluation/disclosure/rule.ts"
import {
  type Claims,
  type Count,
  type ReleaseTruth,
  releaseTable,
  releaseTruth,
} from "../../../shared/domain/evaluation/disclosure/types.ts"
import { holds } from "../../../shared/domain/evaluation/disclosure/witness.ts"
import { asShown, moreOfTheRule, theRule } from "../../../shared/domain/evaluation/disclosure/words.ts"
import { chanceFrom } from "../../disclosure/chance.ts"
import { knowledgeOf } from "../../disclosure/knowledge.ts"
import { inventedProgramme } from "../../disclosure/programme.ts"
import { asFile, readFile } from "../../disclosure/rendered.ts"

const nothing: Claims = { counts: [], sums: [], shares: [], means: [] }
const count = (id: string, value: number | undefined, more: Partial<Count> = {}): Count => ({
  id,
  value,
  kind: "small",
  knownTo: [id],
  ...more,
})
const over = (total: string, ...parts: string[]) => ({ total, over: "sites", parts })
const shown = (claims: Partial<Claims>, earlier: ReleaseTruth[] = []) =>
  makeRelease({ ...nothing, ...claims }, earlier)

describe("the published rule of NHS Digital", () => {
  const published: [number | undefined, string][] = [
    [0, "[c]"],
    [1, "[c]"],
    [4, "[c]"],
    [5, "5"],
    [7, "5"],
    [8, "10"],
    [12, "10"],
    [13, "15"],
    [17, "15"],
    [18, "20"],
    [102, "100"],
    [103, "105"],
    [undefined, "[x]"],
  ]
  test.each(published)("a count of %s is shown as %s", (value, words) => {
    expect(asShown(shown({ counts: [count("a", value)] }).table.counts.a)).toBe(words)
  })

  const share = (numerator: number | undefined, denominator: number | undefined) => {
    const counts = [count("some", numerator), count("all", denominator)]
    const shares = [{ id: "share", numerator: "some", denominator: "all" }]
    return asShown(shown({ counts, shares }).table.shares.share, "share")
  }
  test("a rate is a whole number", () => {
    expect(share(40, 60)).toBe("67%")
    expect(share(45, 120)).toBe("38%")
    expect(share(5, 80)).toBe("6%")
  })
  test("a score goes with a numerator or a denominator below five (ASCOF)", () => {
    expect([share(3, 40), share(0, 40), share(4, 4), share(0, 0)]).toEqual(["[c]", "[c]", "[c]", "[c]"])
    expect([share(undefined, 40), share(12, undefined)]).toEqual(["[x]", "[x]"])
  })
  test("a rate is worked out from what is shown of both, and is never more than all", () => {
    const shares = [{ id: "share", numerator: "some", denominator: "all" }]
    const counts = [count("some", 43), count("all", 52)]
    expect(shown({ counts, shares }).table.shares.share).toEqual({ shown: 90 })
    const partly = [count("some", 11, { released: true, knownTo: [] }), count("all", 12, { knownTo: [] })]
    expect(shown({ counts: partly, shares }).table).toMatchObject({
      counts: { some: { shown: 11 }, all: { shown: 10 } },
      shares: { share: { shown: 100 } },
    })
  })
  test("an average is shown to one decimal of five and more", () => {
    const mean = (scores: number, n: number) =>
      asShown(
        shown({
          counts: [count("n", n), count("scores", scores, { kind: "scores" })],
          means: [{ id: "mean", n: "n", scores: "scores", units: 1, least: 1, most: 5 }],
        }).table.means.mean,
        "mean",
      )
    expect([mean(17, 5), mean(27, 8), mean(30, 10), mean(16, 4), mean(0, 0)]).toEqual([
      "3.4",
      "3.4",
      "3.0",
      "[c]",
      "[c]",
    ])
  })
  test("is said beside every table", () => {
    expect(theRule).toBe(
      "[c] means fewer than 5 people, or a figure that would let someone work it out. Other figures are rounded to the nearest 5.",
    )
    expect(Object.values(moreOfTheRule)).toHaveLength(4)
  })
})

test("what counts no people is shown as it is", () => {
  const { table } = shown({
    counts: [count("sessions", 3, { kind: "free" }), count("days", 2.5, { kind: "free" })],
  })
  expect(table.counts).toEqual({ sessions: { shown: 3 }, days: { shown: 2.5 } })
})

test("a total is the true one rounded, never what rounded figures come to", () => {
  const { table } = shown({
    counts: [count("a", 7), count("b", 7), count("c", 7), count("all", 21, { knownTo: [] })],
    sums: [over("all", "a", "b", "c")],
  })
  expect(table.counts).toEqual({ a: { shown: 5 }, b: { shown: 5 }, c: { shown: 5 }, all: { shown: 20 } })
})

describe("a second cell goes", () => {
  test("where a site could take its own from a total", () => {
    const { table, truth, exposed } = shown({
      counts: [count("a", 0), count("b", 42), count("all", 42, { knownTo: [] })],
      sums: [over("all", "a", "b")],
    })
    expect(table.counts).toEqual({ a: "c", b: { shown: 40 }, all: "c" })
    expect([truth.why, exposed]).toEqual([{ a: "small", all: "second" }, []])
  })
  test("rather another site's than the total", () => {
    const { table } = shown({
      counts: [count("a", 0), count("b", 42), count("d", 10), count("all", 52, { knownTo: [] })],
      sums: [over("all", "a", "b", "d")],
    })
    expect(table.counts.all).toEqual({ shown: 50 })
    expect(table.counts.a).toBe("c")
  })
  test("where two small ones are as large as they can be", () => {
    const { table } = shown({
      counts: [count("a", 4), count("b", 4), count("all", 8, { knownTo: [] })],
      sums: [over("all", "a", "b")],
    })
    expect(table.counts).toEqual({ a: "c", b: "c", all: "c" })
  })
})

test("what others come to is kept from a site, before its own figures become none", () => {
  const sums = [over("all", "a", "b", "own")]
  const of = (own: number) => [
    count("a", 1),
    count("b", 2),
    count("own", own),
    count("all", 3 + own, { knownTo: [] }),
  ]
  const first = shown({ counts: of(4), sums })
  const second = shown({ counts: of(5), sums }, [first.truth])
  expect([first.table.counts.all, second.table.counts.all]).toEqual([{ shown: 5 }, "c"])
  expect(shown({ counts: of(0), sums }, [first.truth, second.truth]).exposed).toEqual([])
})

describe("those who are not among the many", () => {
  test("are kept as well: as many of as many do not stand side by side where both are known", () => {
    const shares = [{ id: "share", numerator: "kept", denominator: "people" }]
    const counts = [count("kept", 12, { released: true }), count("people", 12)]
    const { table, truth } = shown({ counts, shares })
    expect(truth.why.kept === "held back" || table.counts.people === "c").toBe(true)
  })
  test("are everybody's business where both were released", () => {
    const shares = [{ id: "share", numerator: "kept", denominator: "people" }]
    const counts = [count("kept", 17, { released: true }), count("people", 17, { released: true })]
    const { table } = shown({ counts, shares })
    expect([table.counts, table.shares]).toEqual([
      { kept: { shown: 17 }, people: { shown: 17 } },
      { share: { shown: 100 } },
    ])
    expect(table.asTheyAre).toEqual(["kept", "people"])
  })
})

describe("a figure that an officer released", () => {
  test("is shown as it is, a nought as well", () => {
    const { table } = shown({
      counts: [count("a", 0, { released: true }), count("b", 17, { released: true })],
    })
    expect(table).toMatchObject({ counts: { a: { shown: 0 }, b: { shown: 17 } }, asTheyAre: ["a", "b"] })
  })
  test("is held back where with an earlier release it would give away another site's", () => {
    const counts = [
      count("a", 0, { knownTo: [] }),
      count("b", 12, { knownTo: [] }),
      count("all", 12, { knownTo: [] }),
    ]
    const sums = [over("all", "a", "b")]
    const first = shown({ counts, sums })
    expect(first.table.counts).toEqual({ a: "c", b: { shown: 10 }, all: { shown: 10 } })
    const again = counts.map((one) => (one.id === "b" ? { ...one, released: true } : one))
    const second = shown({ counts: again, sums }, [first.truth])
    expect(second.table.counts).toEqual(first.table.counts)
    expect([second.truth.why.b, second.table.asTheyAre, second.exposed]).toEqual(["held back", [], []])
  })
  test("stays known in every later release", () => {
    const first = shown({ counts: [count("a", 3, { released: true })] })
    expect(shown({ counts: [count("a", 3)] }, [first.truth]).table.counts.a).toEqual({ shown: 3 })
    expect(shown({ counts: [count("a", 2)] }, [first.truth]).table.counts.a).toBe("c")
  })
})

describe("a later release", () => {
  const counts = [count("a", 0), count("b", 42), count("all", 42, { knownTo: [] })]
  const first = shown({ counts, sums: [over("all", "a", "b")] })
  test("keeps hidden what was hidden for the sake of others, though nothing asks for it any more", () => {
    expect(shown({ counts: counts.slice(2) }, [first.truth]).table.counts.all).toBe("c")
  })
  test("says afresh what was corrected", () => {
    expect(shown({ counts: [count("all", 50, { knownTo: [] })] }, [first.truth]).table.counts.all).toEqual({
      shown: 50,
    })
  })
  test("holds a total with a late site for another total, though the late site has none", () => {
    const later = [...counts, count("late", 0)]
    const second = shown({ counts: later, sums: [over("all", "a", "b", "late")] }, [first.truth])
    expect(second.truth.variables.map(({ key }) => key)).toEqual(["late#1", "all#2"])
  })
  test("adds to its truth only what was not said before", () => {
    const { truth } = shown({ counts, sums: [over("all", "a", "b")] }, [first.truth])
    expect(truth).toMatchObject({ variables: [], sums: [], shown: {}, known: [] })
  })
  test("says which small counts earlier ones leave to be worked out, where sums were not claimed in time", () => {
    const unclaimed = shown({ counts })
    expect(unclaimed.table.counts.all).toEqual({ shown: 40 })
    expect(shown({ counts, sums: [over("all", "a", "b")] }, [unclaimed.truth]).exposed).toEqual(["a"])
  })
})

describe("claims that do not hang together are refused", () => {
  const broken: [string, Partial<Claims>, RegExp][] = [
    ["two of one id", { counts: [count("a", 1), count("a", 2)] }, /two counts/],
    [
      "a total that is not its parts",
      { counts: [count("a", 1), count("t", 2)], sums: [over("t", "a")] },
      /come to 1/,
    ],
    [
      "a part of itself",
      { counts: [count("a", 1), count("b", 1)], sums: [over("a", "b"), over("b", "a")] },
      /part of itself/,
    ],
    ["half a person", { counts: [count("a", 1.5)] }, /cannot be 1.5/],
    ["fewer than none", { counts: [count("a", -1)] }, /cannot be -1/],
    ["a part that nobody counts", { counts: [count("t", 1)], sums: [over("t", "a")] }, /nothing counts a/],
    [
      "more than all",
      { counts: [count("a", 2), count("b", 1)], shares: [{ id: "s", numerator: "a", denominator: "b" }] },
      /more than/,
    ],
    [
      "scores off their scale",
      {
        counts: [count("n", 2), count("s", 11, { kind: "scores" })],
        means: [{ id: "m", n: "n", scores: "s", units: 1, least: 1, most: 5 }],
      },
      /outside its scale/,
    ],
  ]
  test.each(broken)("%s", (_, claims, words) => {
    expect(() => shown(claims)).toThrow(words)
  })
  test("a total without those parts that have no value is one like any other", () => {
    const { table } = shown({
      counts: [count("a", 9), count("b", undefined), count("t", 9)],
      sums: [over("t", "a", "b")],
    })
    expect(table.counts).toEqual({ a: { shown: 10 }, b: "x", t: { shown: 10 } })
  })
})

describe("of invented programmes", () => {
  const seeds = fc.integer({ min: 1, max: 100_000 })
  const released = (seed: number, mix?: <Item>(of: readonly Item[]) => Item[]) => {
    const truths: ReleaseTruth[] = []
    return inventedProgramme(seed).releases.map((claims) => {
      const { counts, sums, shares, means } = claims
      const mixed: Claims = mix
        ? {
            counts: mix(counts),
            sums: mix(sums).map((one) => ({ ...one, parts: mix(one.parts) })),
            shares: mix(shares),
            means: mix(means),
          }
        : claims
      const release = releaseWithProofs(mixed, truths)
      truths.push(release.truth)
      return { claims, ...release }
    })
  }

  test("the order of entry never matters, and what comes out is what is kept", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { mixed } = chanceFrom(seed)
        const plain = released(seed).map(({ table }) => table)
        expect(released(seed, mixed).map(({ table }) => table)).toEqual(plain)
        for (const table of plain)
          expect(releaseTable.parse(JSON.parse(JSON.stringify(table)))).toEqual(table)
      }),
      { numRuns: 6 },
    )
  })

  test("every cell follows the rule, and no small count is exposed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { claims, table, truth, exposed } of released(seed)) {
          expect(exposed).toEqual([])
          expect(releaseTruth.parse(truth)).toEqual(truth)
          const asTheyAre = new Set(table.asTheyAre)
          for (const { id, value, kind } of claims.counts) {
            const cell = table.counts[id]
            if (kind === "scores") expect(cell).toBeUndefined()
            else if (value === undefined) expect(cell).toBe("x")
            else if (cell !== "c")
              expect(cell).toEqual({ shown: asTheyAre.has(id) ? value : toNearestFive(value) })
            if (kind === "small" && value !== undefined && value < 5 && !asTheyAre.has(id))
              expect(cell).toBe("c")
          }
          for (const { id, numerator, denominator } of claims.shares)
            if ([table.counts[numerator], table.counts[denominator]].includes("c"))
              expect(["c", "x"]).toContain(table.shares[id])
        }
      }),
      { numRuns: 12 },
    )
  })

  test("what did not change stays as it was shown, and hidden where it was hidden", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const all = released(seed)
        all.slice(1).forEach(({ claims, table }, at) => {
          const before = all[at]
          const then = new Map(before?.claims.counts.map((one) => [one.id, one.value]))
          const totals = new Set(claims.sums.map(({ total }) => total))
          for (const { id, value, kind, released } of claims.counts)
            if (
              kind === "small" &&
              value !== undefined &&
              then.get(id) === value &&
              !totals.has(id) &&
              !released
            )
              expect([id, table.counts[id]]).toEqual([id, before?.table.counts[id]])
        })
      }),
      { numRuns: 12 },
    )
  })

  test("every hidden small count has other values for everybody and for every other site, with which all that is seen is the same", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [first] = released(seed)
        if (!first) return
        const { claims, table, proofs, model } = first
        for (const proof of proofs) expect(holds(model, proof.witness, proof)).toBe(true)

        const { problem, wanted } = knowledgeOf([claims], [readFile(asFile(table))], false)
        const nameOf = (key: string) =>
          key.replace(/^(.*)#1 of (.*)#1!rest$/, "$1 (1) missing of $2 (1)").replace(/#1$/, " (1)")
        const proven = new Set(proofs.map(({ target }) => nameOf(model.variables[target]?.key ?? "")))
        expect(wanted.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([])
        const bounds = new Map(problem.numbers.map((one) => [one.name, one]))
        for (const { witness } of proofs.slice(0, 200)) {
          const values = new Map(
            model.variables.map(({ key, value }, index) => [nameOf(key), witness.get(index) ?? value]),
          )
          for (const [name, { least, most }] of bounds) {
            const value = values.get(name) ?? Number.NaN
            if (!(least <= value && value <= most))
              expect([name, value]).toEqual([name, `${least} to ${most}`])
          }
          for (const { of, least, most } of problem.facts) {
            const sum = of.reduce((all, [name, times]) => all + times * (values.get(name) ?? Number.NaN), 0)
            if (!(least <= sum && sum <= most)) expect([of, sum]).toEqual([least, most])
          }
        }
      }),
      { numRuns: 8 },
    )
  })
})
