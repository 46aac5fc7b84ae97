import type { Criterion } from "./criterion.ts"
import { mostPoints } from "./criterion.ts"
import type { Points, Reading } from "./reading.ts"

/** An exact number: `over` divided by `under`, whole numbers both, `under` above zero. */
export type Exact = { over: number; under: number }

export const compareExact = (a: Exact, b: Exact) => a.over * b.under - b.over * a.under

/** To this many decimals, the last rounded half up; no step of it is a binary fraction. */
export const exactWords = ({ over, under }: Exact, decimals = 3): string => {
  const scale = 10 ** decimals
  const units = Math.floor((2 * over * scale + under) / (2 * under))
  const text = String(units).padStart(decimals + 1, "0")
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
}

/** One criterion of one expression of interest: what each reader gave, what was settled, and what counts. */
export type Line = Criterion & { given: number[]; settled?: number; counts: Exact }

export type Total = { lines: Line[]; total: Exact }

/**
 * Points out of 100: for each criterion its weight times what counts, out of four. What counts is what moderation
 * settled, or else the mean of the readers. Nothing where a criterion has no score at all.
 */
export const totalOf = (criteria: Criterion[], given: Points[], settled: Points = {}): Total | undefined => {
  const lines = criteria.map((one): Line | undefined => {
    const all = given.map((each) => each[one.id])
    if (all.length === 0 || all.some((each) => each === undefined)) return undefined
    const numbers = all as number[]
    const own = settled[one.id]
    const mean = { over: numbers.reduce((sum, each) => sum + each, 0), under: numbers.length }
    return {
      ...one,
      given: numbers,
      ...(own !== undefined && { settled: own }),
      counts: own === undefined ? mean : { over: own, under: 1 },
    }
  })
  if (lines.some((one) => one === undefined)) return undefined
  const whole = lines as Line[]
  const under = given.length * mostPoints
  const over = whole.reduce(
    (sum, { weight, counts }) => sum + (weight * counts.over * given.length) / counts.under,
    0,
  )
  return { lines: whole, total: { over, under } }
}

/** The points out of 100 that one criterion brings. */
export const pointsOfLine = ({ weight, counts }: Pick<Line, "weight" | "counts">): Exact => ({
  over: weight * counts.over,
  under: counts.under * mostPoints,
})

/** The scores that count in a reading, once every reader has sent theirs. */
export const pointsIn = ({ readers }: Pick<Reading, "readers">): Points[] | undefined => {
  const sent = readers.flatMap((one) => (one.sent ? [one.sent.points] : []))
  return sent.length > 0 && sent.length === readers.length ? sent : undefined
}

/** What was settled, as long as it stands: whoever sends scores anew after it opens it again. */
export const settledIn = ({
  readers,
  moderated,
}: Pick<Reading, "readers" | "moderated">): Reading["moderated"] =>
  moderated && readers.every(({ sent }) => sent && sent.at <= moderated.at) ? moderated : undefined

export const totalIn = (
  criteria: Criterion[],
  one: Pick<Reading, "readers" | "moderated">,
): Total | undefined => {
  const given = pointsIn(one)
  return given && totalOf(criteria, given, settledIn(one)?.points)
}
