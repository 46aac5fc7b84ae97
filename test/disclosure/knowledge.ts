import type { Claims } from "../../shared/domain/evaluation/disclosure/types.ts"
import type { Read } from "./rendered.ts"
import type { Problem } from "./solver.ts"

/** What is hidden, under five, and wanted: a count, what is left of a share, the scores of so few. */
export type Wanted = { name: string; value: number; among: [number, number]; knownTo: readonly string[] }

export type Knowledge = {
  problem: Problem
  wanted: Wanted[]
  /** What each who knows figures of their own knows besides. */
  knownBy: Map<string, [string, number][]>
}

const hidden = "[c]"
const missing = "[x]"
const noLimit = Number.POSITIVE_INFINITY

/**
 * Everything that can be known from the files of all releases, by whoever knows how tables are made: how cells add up,
 * that the same figure stands in several releases where it did not change. `telling`: besides, of each hidden cell,
 * whether it is small or hidden for another's sake, and which values were corrected; that stands in no file.
 */
export const knowledgeOf = (releases: Claims[], files: Read[], telling: boolean): Knowledge => {
  const numbers = new Map<string, { name: string; least: number; most: number }>()
  const facts = new Map<string, Problem["facts"][number]>()
  const apart: [string, string][] = []
  const wanted = new Map<string, Wanted>()
  const knownBy = new Map<string, Map<string, number>>()
  const public_ = new Set<string>()
  const among: [number, number] = telling ? [0, 4] : [0, noLimit]
  let before = new Map<string, { name: string; value: number; parts: Map<string, string> }>()

  const narrow = (name: string, least: number, most: number) => {
    const one = numbers.get(name) ?? { name, least: Number.NEGATIVE_INFINITY, most: noLimit }
    numbers.set(name, { name, least: Math.max(one.least, least), most: Math.min(one.most, most) })
  }
  const fact = (of: [string, number][], least: number, most: number) =>
    facts.set(JSON.stringify([of, least, most]), { of, least, most })
  const knows = (who: string, name: string, value: number) => {
    const all = knownBy.get(who) ?? new Map<string, number>()
    knownBy.set(who, all.set(name, value))
  }

  for (const [at, { counts, sums, shares, means }] of releases.entries()) {
    const file = files[at] as Read
    const count = new Map(counts.map((one) => [one.id, one]))
    const now = new Map<string, { name: string; value: number; parts: Map<string, string> }>()
    const sumsOf = Map.groupBy(sums, ({ total }) => total)

    /** The number behind a cell: that of the release before where nothing of it changed. */
    const numberOf = (id: string): string | undefined => {
      const done = now.get(id)
      if (done) return done.name
      const value = count.get(id)?.value
      if (value === undefined) return
      const parts = new Map(
        (sumsOf.get(id) ?? []).map(({ over, parts }) => [
          over,
          parts
            .flatMap((part) => numberOf(part) ?? [])
            .sort()
            .join("+"),
        ]),
      )
      const was = before.get(id)
      const isSame =
        was?.value === value && [...parts].every(([over, all]) => (was.parts.get(over) ?? all) === all)
      const name = isSame ? was.name : `${id} (${at + 1})`
      now.set(id, { name, value, parts: new Map([...(isSame ? was.parts : []), ...parts]) })
      if (was && was.value !== value && parts.size === 0 && was.parts.size === 0) apart.push([was.name, name])
      return name
    }

    for (const { id, value, kind, knownTo } of counts) {
      const name = numberOf(id)
      if (name === undefined || value === undefined) continue
      if (kind === "scores") {
        narrow(name, 0, noLimit)
        for (const who of knownTo) knows(who, name, value)
        continue
      }
      for (const who of knownTo) knows(who, name, value)
      const { words, asItIs } = file.counts.get(id) ?? { words: missing, asItIs: false }
      if (words === missing) throw new Error(`${id} is said to be missing`)
      if (words !== hidden) {
        const shown = Number(words)
        if (asItIs) {
          narrow(name, shown, shown)
          public_.add(name)
          wanted.delete(name)
        } else narrow(name, Math.max(5, shown - 2), shown + 2)
        continue
      }
      narrow(name, ...((telling ? (value < 5 ? [0, 4] : [5, noLimit]) : [0, noLimit]) as [number, number]))
      if (value < 5 && !public_.has(name)) wanted.set(name, { name, value, among, knownTo })
    }

    for (const { total, parts } of sums) {
      const whole = numberOf(total)
      const pieces = parts.flatMap((part) => numberOf(part) ?? [])
      if (whole === undefined || pieces.length === 0) continue
      fact([[whole, 1], ...pieces.map((one): [string, number] => [one, -1])], 0, 0)
    }

    for (const { numerator, denominator } of shares) {
      const [some, all] = [numberOf(numerator), numberOf(denominator)]
      if (some === undefined || all === undefined) continue
      const rest = `${some} missing of ${all}`
      const left = (now.get(denominator)?.value ?? 0) - (now.get(numerator)?.value ?? 0)
      const both = (count.get(numerator)?.knownTo ?? []).filter((who) =>
        count.get(denominator)?.knownTo.includes(who),
      )
      fact(
        [
          [some, 1],
          [rest, 1],
          [all, -1],
        ],
        0,
        0,
      )
      narrow(rest, 0, noLimit)
      const isPublic = public_.has(some) && public_.has(all)
      if (left < 5 && !isPublic) wanted.set(rest, { name: rest, value: left, among, knownTo: both })
      if (isPublic) wanted.delete(rest)
    }

    for (const { id, n, scores, units, least, most } of means) {
      const [many, sum] = [numberOf(n), numberOf(scores)]
      if (many === undefined || sum === undefined) continue
      fact(
        [
          [sum, 1],
          [many, -least * units],
        ],
        0,
        noLimit,
      )
      fact(
        [
          [sum, 1],
          [many, -most * units],
        ],
        -noLimit,
        0,
      )
      const few = wanted.get(many)
      if (few)
        wanted.set(sum, {
          name: sum,
          value: now.get(scores)?.value ?? 0,
          among: [0, noLimit],
          knownTo: count.get(scores)?.knownTo ?? [],
        })
      const words = file.means.get(id) ?? missing
      if (words === hidden) continue
      const tenths = Math.round(Number(words) * 10)
      fact(
        [
          [sum, 20],
          [many, (1 - 2 * tenths) * units],
        ],
        0,
        noLimit,
      )
      fact(
        [
          [sum, 20],
          [many, (-1 - 2 * tenths) * units],
        ],
        -noLimit,
        -1,
      )
    }
    before = new Map([...before, ...now])
  }

  return {
    problem: { numbers: [...numbers.values()], facts: [...facts.values()], apart: telling ? apart : [] },
    wanted: [...wanted.values()].filter(({ name }) => !public_.has(name)),
    knownBy: new Map([...knownBy].map(([who, values]) => [who, [...values]])),
  }
}
