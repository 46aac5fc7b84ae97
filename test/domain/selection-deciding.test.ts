import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { scoresCsv } from "../../functions/decisions/deciding/csv.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { lineWords, totalWords } from "../../shared/domain/selection/arithmetic.ts"
import { criteriaOf } from "../../shared/domain/selection/criterion.ts"
import { type Deciding, decide, notDecidable } from "../../shared/domain/selection/deciding.ts"
import { decidedBy } from "../../shared/domain/selection/deciding-seen.ts"
import { moderated } from "../../shared/domain/selection/moderating.ts"
import { needsModeration } from "../../shared/domain/selection/moderation.ts"
import { overLine, placeWords, ranked, scoreRows } from "../../shared/domain/selection/ranking.ts"
import { type Reading, reading } from "../../shared/domain/selection/reading.ts"
import { exactWords, totalIn, totalOf } from "../../shared/domain/selection/total.ts"
import { csvOf } from "../../shared/web/csv.ts"

const at = "2017-08-29T09:00:00.000Z"
const now = new Date("2017-08-30T09:00:00.000Z")
const weights = [
  { criterion: "Need", weight: 15 },
  { criterion: "Proposal", weight: 30 },
  { criterion: "Delivery", weight: 55 },
]
const criteria = criteriaOf({ weights })
const chair = { person: "p-chair", name: "Chair" }
const decider = { person: "p-decider", name: "Decider" }

const pointsFrom = (given: number[]) => Object.fromEntries(given.map((score, i) => [`c${i + 1}`, score]))
const one = (name: string, sheets: number[][], given: Partial<Reading> = {}): Reading =>
  reading.parse({
    round: "r",
    reference: `NSW2-${name}`,
    organisation: name,
    name,
    kind: "council",
    version: 1,
    sentAt: at,
    amount: 5_000_000,
    apply: { answer: "yes", caveats: [], by: chair, at },
    readers: sheets.map((scores, i) => ({
      person: `p-${i}`,
      name: `Reader ${i + 1}`,
      sent: { at, version: 1, points: pointsFrom(scores) },
    })),
    scorers: sheets.map((_, i) => `p-${i}`),
    compared: true,
    revision: 1,
    ...given,
  })

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ")
const context = (given: Partial<Deciding> = {}): Deciding => ({
  readings: [],
  criteria,
  rules: { sealed: true, readers: 2, questions: false },
  ceiling: 10_000_000,
  by: decider,
  at: now,
  ...given,
})

/** The problems or the words with which something is refused. */
const refusal = (does: () => unknown): string => {
  try {
    does()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [error.details.says, ...(error.details.problems ?? []).map((each) => each.says)]
      .filter(Boolean)
      .join("\n")
  }
  return "not refused"
}

/** A CSV file read by the letter of RFC 4180: made without a line of the service. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, bare, ends] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'))
    if (ends === "\r\n") {
      rows.push(row)
      row = []
    }
  }
  return rows
}

type Fraction = { over: bigint; under: bigint }
const add = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
const compare = (a: Fraction, b: Fraction) => {
  const difference = a.over * b.under - b.over * a.under
  return difference === 0n ? 0 : difference > 0n ? 1 : -1
}

/** The ranking, worked out again from nothing but the rows of the file. */
const fromFile = (csv: string) => {
  const [, ...rows] = readCsv(csv)
  const names = [...new Set(rows.map(([, name = ""]) => name))]
  const totals = names.map((name) => {
    const own = rows.filter((row) => row[1] === name)
    const parts = [...new Set(own.map((row) => row[2]))].map((criterion): Fraction => {
      const all = own.filter((row) => row[2] === criterion)
      const [first] = all
      const weight = BigInt(first?.[4] ?? "")
      const settled = first?.[7] ?? ""
      if (settled !== "") return { over: weight * BigInt(settled), under: 4n }
      const sum = all.reduce((so, row) => so + BigInt(row[6] ?? ""), 0n)
      return { over: weight * sum, under: 4n * BigInt(all.length) }
    })
    return { name, total: parts.reduce(add, { over: 0n, under: 1n }) }
  })
  return totals
    .map((each) => ({
      ...each,
      place: 1 + totals.filter(({ total }) => compare(total, each.total) > 0).length,
      tied: totals.filter(({ total }) => compare(total, each.total) === 0).length > 1,
    }))
    .sort((a, b) => compare(b.total, a.total) || a.name.localeCompare(b.name))
}

const rounded = ({ over, under }: Fraction) => {
  const text = ((2n * over * 1000n + under) / (2n * under)).toString().padStart(4, "0")
  return `${text.slice(0, -3)}.${text.slice(-3)}`
}

const score = fc.integer({ min: 0, max: 4 })
const sheet = fc.array(score, { minLength: 3, maxLength: 3 })
const sheets = fc.array(sheet, { minLength: 1, maxLength: 4 })
const settling = fc.dictionary(fc.constantFrom("c1", "c2", "c3"), score)
const entry = fc.tuple(sheets, fc.option(settling))
const splits = fc
  .tuple(fc.integer({ min: 1, max: 49 }), fc.integer({ min: 1, max: 49 }))
  .map(([a, b]) => [a, b, 100 - a - b])

describe("the ranking", () => {
  test("is what anybody works out from the exported scores, to the last digit and in order, ties included", () => {
    let ties = 0
    fc.assert(
      fc.property(splits, fc.array(entry, { minLength: 1, maxLength: 12 }), (split, entries) => {
        const weighed = criteriaOf({
          weights: weights.map((each, i) => ({ ...each, weight: split[i] ?? 0 })),
        })
        const readings = entries.map(([given, settled], i) =>
          one(`Council ${i}, "the ${i}th"`, given, {
            ...(settled && { moderated: { by: chair, at, points: { ...settled } } }),
          }),
        )
        const found = ranked(weighed, readings)
        const again = fromFile(csvOf(scoresCsv(scoreRows(found))))
        ties += again.filter(({ tied }) => tied).length
        expect(
          found.map(({ one: { name }, place, tied, total }) => [name, place, tied, exactWords(total.total)]),
        ).toEqual(again.map(({ name, place, tied, total }) => [name, place, tied, rounded(total)]))
        for (const [i, { total }] of found.entries()) {
          const own = again[i]?.total as Fraction
          expect(BigInt(total.total.over) * own.under).toBe(own.over * BigInt(total.total.under))
        }
      }),
      { numRuns: 300 },
    )
    expect(ties).toBeGreaterThan(0)
  })

  test("gives the same total the same place, says so, and leaves the place after it empty", () => {
    const found = ranked(criteria, [
      one("Bradford", [[4, 4, 4]]),
      one("Halton", [[2, 2, 2]]),
      one("Calderdale", [[2, 2, 2]]),
      one("Dudley", [[1, 1, 1]]),
    ])
    expect(found.map((each) => [each.one.name, placeWords(each)])).toEqual([
      ["Bradford", "1"],
      ["Calderdale", "2="],
      ["Halton", "2="],
      ["Dudley", "4"],
    ])
    expect(overLine(found, 50)).toBe(3)
  })

  test("has no place for those that could not apply, or that not every reader has scored", () => {
    const owed = one("Halton", [[2, 2, 2]])
    const cannot = one("Dudley", [[2, 2, 2]], {
      apply: { answer: "no", caveats: [], because: "Not a council.", by: chair, at },
    })
    const half = { ...owed, readers: [...owed.readers, { person: "p-9", name: "Reader 9" }] }
    expect(ranked(criteria, [half, cannot])).toEqual([])
  })

  test("says how each total came about", () => {
    const total = totalOf(criteria, [pointsFrom([3, 2, 4]), pointsFrom([4, 2, 4]), pointsFrom([3, 2, 4])])
    if (!total) throw new Error("no total")
    expect(total.lines.map(lineWords)).toEqual([
      "15 × (10 ÷ 3) ÷ 4 = 12.500",
      "30 × 2 ÷ 4 = 15.000",
      "55 × 4 ÷ 4 = 55.000",
    ])
    expect(totalWords(total)).toBe("12.500 + 15.000 + 55.000 = 82.500")
  })
})

describe("moderation", () => {
  const apart = one("Halton", [
    [0, 2, 3],
    [3, 2, 3],
  ])
  const settle = (given: Record<string, unknown>, from = apart, passLine?: number) =>
    moderated(from, given, {
      criteria,
      rules: { sealed: true, readers: 2, questions: false, passLine },
      by: chair,
      at: now,
    })

  test("settles every criterion with a wide gap, keeps what the readers gave, and makes a scorer of the chair", () => {
    const { reading: after, moderation } = settle({ c1: "1", c1Because: words(10) })
    expect(after.readers).toEqual(apart.readers)
    expect(after.scorers).toEqual(["p-0", "p-1", "p-chair"])
    expect(moderation).toMatchObject({ points: { c1: 1 }, reasons: { c1: words(10) } })
    expect(needsModeration(criteria, apart)).toBe(true)
    expect(needsModeration(criteria, after)).toBe(false)
    expect(exactWords(totalIn(criteria, after)?.total ?? { over: 0, under: 1 })).toBe("60.000")
  })

  test("may settle others too, each with a reason", () => {
    const { moderation } = settle({ c1: "1", c1Because: words(12), c3: "4", c3Because: words(10) })
    expect(moderation.points).toEqual({ c1: 1, c3: 4 })
    expect(refusal(() => settle({ c1: "1", c1Because: words(12), c3: "4" }))).toBe(
      "Enter why this score counts for Delivery",
    )
    expect(refusal(() => settle({ c1: "1", c1Because: words(12), c3Because: words(12) }))).toBe(
      "Select the score that counts for Delivery, or take the reason away",
    )
  })

  test("is refused without a score, without a reason, and with too few or too many words", () => {
    expect(refusal(() => settle({}))).toBe(
      "Select the score that counts for Need\nEnter why this score counts for Need",
    )
    expect(refusal(() => settle({ c1: "1", c1Because: words(9) }))).toBe(
      "Say why in 10 words or more. You have 9",
    )
    expect(refusal(() => settle({ c1: "1", c1Because: words(201) }))).toContain("must be 200 words or fewer")
    expect(refusal(() => settle({ c1: "5", c1Because: words(20) }))).toContain("Select the score")
  })

  test("is refused where nothing is to settle, where not all is sent, and once it is decided", () => {
    const close = one("Halton", [
      [2, 2, 3],
      [3, 2, 3],
    ])
    expect(refusal(() => settle({}, close))).toMatch(/^Nothing is to settle/)
    const half = { ...apart, readers: [...apart.readers, { person: "p-9", name: "Reader 9" }] }
    expect(refusal(() => settle({}, half))).toBe("Not every reader has sent their scores.")
    const decided = { decision: "unsuccessful" as const, conditions: 0, version: 1, by: decider, at }
    expect(refusal(() => settle({}, { ...apart, decided }))).toMatch(
      /^It was decided by Decider on 29 August/,
    )
  })

  test("is needed where readers stand on both sides of a pass line, with why it stands where it does", () => {
    const sides = one("Halton", [
      [2, 2, 2],
      [2, 2, 3],
    ])
    expect(needsModeration(criteria, sides, 60)).toBe(true)
    expect(needsModeration(criteria, sides, 50)).toBe(false)
    expect(refusal(() => settle({}, sides, 60))).toBe("Enter why it stands where it does")
    const { moderation, reading: after } = settle({ because: words(10) }, sides, 60)
    expect(moderation).toMatchObject({ points: {}, because: words(10) })
    expect(needsModeration(criteria, after, 60)).toBe(false)
  })

  test("is open again where a reader sends scores after it", () => {
    const { reading: after } = settle({ c1: "1", c1Because: words(10) })
    const [first, ...rest] = after.readers
    if (!first?.sent) throw new Error("not sent")
    const later = { ...first, sent: { ...first.sent, at: "2017-08-31T09:00:00.000Z" } }
    expect(needsModeration(criteria, { ...after, readers: [later, ...rest] })).toBe(true)
    expect(totalIn(criteria, { ...after, readers: [later, ...rest] })).toEqual(totalIn(criteria, apart))
  })
})

describe("a decision", () => {
  const close = one("Halton", [
    [2, 2, 3],
    [3, 2, 3],
  ])
  const why = words(30)
  const funded = { decision: "successful", amount: 5_000_000, reason: why }

  test("is kept with its reason, and takes away the seal of what stood before", () => {
    const before = { ...close, sealed: { mark: "m", at } }
    const { reading: after, decision } = decide(before, funded, context())
    expect(decision).toMatchObject({ version: 1, decision: "successful", amount: 5_000_000, by: decider })
    expect(after.decided).toMatchObject({ version: 1, decision: "successful", amount: 5_000_000 })
    expect(after).not.toHaveProperty("sealed")
    expect(decidedBy(after)).not.toBe(decidedBy(before))
  })

  test("is not made by whoever scored it or settled a score of it", () => {
    const scored = { ...close, scorers: [...close.scorers, decider.person] }
    expect(refusal(() => decide(scored, funded, context()))).toBe(
      "You scored it: another decision-maker decides.",
    )
  })

  test("waits for the check, for every sheet and for moderation", () => {
    expect(refusal(() => decide({ ...close, apply: undefined }, funded, context()))).toBe(
      "Nobody has checked yet whether they can apply.",
    )
    const half = { ...close, readers: [...close.readers, { person: "p-9", name: "Reader 9" }] }
    expect(refusal(() => decide(half, funded, context()))).toBe("Not every reader has sent their scores.")
    expect(refusal(() => decide({ ...close, readers: [] }, funded, context()))).toBe(
      "Not every reader has sent their scores.",
    )
    const apart = one("Halton", [
      [0, 2, 3],
      [3, 2, 3],
    ])
    expect(refusal(() => decide(apart, funded, context()))).toBe("It must be moderated before it is decided.")
  })

  test("says everything that is missing, each at its place", () => {
    const of = (given: Record<string, unknown>, from = close, more: Partial<Deciding> = {}) =>
      refusal(() => decide(from, given, context(more)))
    expect(of({})).toBe("Select what is decided\nEnter why it is decided so")
    expect(of({ decision: "unsuccessful", reason: words(29) })).toBe(
      "Say why in 30 words or more. You have 29",
    )
    expect(of({ decision: "successful", reason: why })).toBe("Enter the amount in pounds")
    expect(of({ ...funded, amount: 10_000_001 })).toBe("The amount must be £100,000 or less")
    expect(of({ ...funded, amount: 6_000_000 })).toBe("They ask for £50,000: say why it is more")
    expect(of({ ...funded, amount: 6_000_000, overBecause: "Costs." })).toBe("not refused")
    expect(of({ decision: "unsuccessful", amount: 100, reason: why })).toBe(
      "Leave the amount empty: nothing is paid where it is unsuccessful",
    )
    expect(of({ decision: "reserve", reason: why })).toBe("Enter the place on the reserve list")
    expect(of({ ...funded, decision: "with conditions" })).toBe("Enter at least one condition")
    const due = (day: string) => ({
      ...funded,
      decision: "with conditions",
      conditions: [{ text: "Do it.", due: day }],
    })
    expect(of(due("2017-08-29"))).toBe("The day it is due must be on or after 30 August 2017")
    expect(of(due("2017-08-30"))).toBe("not refused")
    const viewed = { ...close, views: ["p-adviser"] }
    expect(of(funded, viewed)).toBe("Enter how the views were used")
    const nought = one("Halton", [
      [0, 2, 3],
      [0, 2, 3],
    ])
    expect(of(funded, nought)).toBe("Need has a 0: say why it goes ahead")
    expect(of({ ...funded, zeroBecause: "It is mended." }, nought)).toBe("not refused")
    expect(of({ decision: "unsuccessful", reason: why }, nought)).toBe("not refused")
  })

  test("gives no place of the reserve list twice", () => {
    const decided = { decision: "reserve" as const, place: 1, conditions: 0, version: 1, by: decider, at }
    const readings = [one("Bradford", [[2, 2, 2]], { decided }), close]
    const reserve = (place: number) => () =>
      decide(close, { decision: "reserve", place, reason: why }, context({ readings }))
    expect(refusal(reserve(1))).toBe("Place 1 on the reserve list is taken: choose another")
    expect(reserve(2)().reading.decided).toMatchObject({ decision: "reserve", place: 2 })
  })

  test("is that they could not apply where the check said so, and only there", () => {
    const cannot = one("Halton", [], {
      apply: { answer: "no", caveats: [], because: "Not a council.", by: chair, at },
    })
    expect(refusal(() => decide(cannot, funded, context()))).toContain("Select what is decided")
    expect(decide(cannot, { decision: "ineligible", reason: why }, context()).decision.decision).toBe(
      "ineligible",
    )
    expect(refusal(() => decide(close, { decision: "ineligible", reason: why }, context()))).toBe(
      "Select what is decided",
    )
  })

  test("is made anew with a reason until the applicants are told, and each is kept under its number", () => {
    const first = decide(close, funded, context()).reading
    expect(refusal(() => decide(first, funded, context()))).toBe("Enter why it is decided anew")
    const again = decide(first, { ...funded, amount: 4_000_000, anewBecause: "Less is needed." }, context())
    expect(again.decision).toMatchObject({ version: 2, anewBecause: "Less is needed." })
    const told = { round: "r", told: { at, by: decider }, revision: 1 }
    expect(refusal(() => decide(first, funded, context({ panel: told })))).toMatch(
      /^The applicants were told on 29 August 2017 at 10am: the decision stands\./,
    )
  })

  test("promotes a reserve after the telling, and nothing else", () => {
    const told = { round: "r", told: { at, by: decider }, revision: 1 }
    const reserve = decide(close, { decision: "reserve", place: 1, reason: why }, context()).reading
    const promoting = context({ panel: told, promotion: true })
    expect(decide(reserve, funded, promoting).reading.decided).toMatchObject({
      decision: "successful",
      version: 2,
    })
    expect(refusal(() => decide(reserve, { decision: "unsuccessful", reason: why }, promoting))).toBe(
      "Select what is decided",
    )
    expect(notDecidable(close, promoting)?.details.says).toBe("It is not on the reserve list.")
    expect(notDecidable(reserve, { ...promoting, panel: undefined })?.details.says).toMatch(/not told yet/)
  })
})
