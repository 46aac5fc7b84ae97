import { fewest, isSmall, shownAs, tenths, toNearestFive } from "./rule.ts"
import type { Cell, ReleaseTruth } from "./types.ts"
import type { Told, Variable } from "./variables.ts"

/** A sum of variables that lies between two bounds, whatever their values: what everybody knows who sees `shows`. */
export type Limit = {
  at: readonly number[]
  by: readonly number[]
  least: number
  most: number
  /** The figure from which it is known; always known where there is none. */
  shows?: Figure
}

/** A mean: it is seen only where the count that it is made of is seen too. */
export type Figure = {
  key: string
  of: number
  shown: number
  open: boolean
  /** It stands in an earlier release: what everybody has seen is not hidden any more. */
  settled: boolean
}

/** Those who are not among the many, or what others come to: it stands in no table, and is public where all of these are. */
type Rest = { of: readonly number[] }

/**
 * What there is to know, and what of it is seen. Only `seen`, `known` and the figures' `open` change, and only from true
 * to false: whatever was possible for somebody who sees this stays possible for somebody who sees less.
 */
export type Model = {
  variables: readonly Variable[]
  indexOf: ReadonlyMap<string, number>
  /** Shown, rounded or as it is. */
  seen: boolean[]
  /** Shown as it is. */
  known: boolean[]
  /** Shown in an earlier release: what everybody has seen is not hidden any more. */
  settled: readonly boolean[]
  /** Shown as it is in an earlier release. */
  settledAsItIs: readonly boolean[]
  rests: readonly (Rest | undefined)[]
  /** From whom alone a variable is kept: what others come to, of somebody's own total. */
  onlyFrom: readonly (string | undefined)[]
  isTotal: readonly boolean[]
  limits: readonly Limit[]
  limitsOf: readonly (readonly number[])[]
  figures: ReadonlyMap<string, Figure>
  figuresOf: readonly (readonly Figure[])[]
  /** In how many shares it is a part. */
  sharesOf: readonly number[]
  differ: readonly (readonly [number, number])[]
  /** The scores behind each count of scores. */
  scoresOf: readonly (readonly number[])[]
}

const between = (at: number[], by: number[], least: number, most: number, shows?: Figure): Limit => ({
  at,
  by,
  least,
  most,
  ...(shows && { shows }),
})

/** Whether a count may be seen at all: a small one only where it was released. */
const maySee = ({ kind, value }: Variable, known: boolean) =>
  kind !== "scores" && (known || kind === "free" || !isSmall(value))

/** What is known of all that was told, where nothing is hidden yet but what must be. `isKnown` are the keys of what was released. */
export const modelOf = (
  told: Told,
  earlier: readonly Pick<ReleaseTruth, "shown" | "known">[],
  isReleased: (key: string) => boolean,
): Model => {
  const { variables } = told
  const indexOf = new Map(variables.map(({ key }, at) => [key, at]))
  const at = (key: string) => indexOf.get(key) ?? -1
  const then = new Map<string, Cell>(earlier.flatMap(({ shown }) => Object.entries(shown)))
  const knownThen = new Set(earlier.flatMap(({ known }) => known))
  const sharesOf = variables.map(() => 0)
  const rests = variables.map((): Rest | undefined => undefined)
  const figures = new Map<string, Figure>()
  const limits: Limit[] = []

  const known = variables.map(({ key, kind }) => kind === "free" || knownThen.has(key) || isReleased(key))
  const seen = variables.map((one, index) => {
    const was = then.get(one.key)
    return maySee(one, known[index] ?? false) && (known[index] || was !== "c")
  })
  const settledAsItIs = variables.map(({ key, kind }) => kind === "free" || knownThen.has(key))
  const settled = variables.map(
    ({ key }, index) => (settledAsItIs[index] ?? false) || (then.has(key) && then.get(key) !== "c"),
  )

  for (const { total, parts } of told.sums)
    limits.push(between([at(total), ...parts.map(at)], [1, ...parts.map(() => -1)], 0, 0))

  const value = (index: number) => variables[index]?.value ?? Number.NaN
  for (const share of told.shares) {
    const [numerator, rest, denominator] = [at(share.numerator), at(share.rest), at(share.denominator)]
    limits.push(between([numerator, rest, denominator], [1, 1, -1], 0, 0))
    rests[rest] = { of: [numerator, denominator] }
    for (const one of [numerator, denominator]) sharesOf[one] = (sharesOf[one] ?? 0) + 1
  }

  const onlyFrom = variables.map((): string | undefined => undefined)
  for (const { key, total, own, knower } of told.others) {
    const index = at(key)
    limits.push(between([at(total), index, ...own.map(at)], [1, -1, ...own.map(() => -1)], 0, 0))
    rests[index] = { of: [at(total), ...own.map(at)] }
    onlyFrom[index] = knower
  }

  const figuresOf = variables.map((): Figure[] => [])
  const scoresOf = variables.map((): number[] => [])
  for (const mean of told.means) {
    const [n, scores] = [at(mean.n), at(mean.scores)]
    scoresOf[n]?.push(scores)
    limits.push(
      between([scores, n], [1, -mean.least * mean.units], 0, Number.POSITIVE_INFINITY),
      between([scores, n], [1, -mean.most * mean.units], Number.NEGATIVE_INFINITY, 0),
    )
    const key = `mean:${mean.id}`
    const was = then.get(key)
    const isEnough = value(n) > 0 && (variables[n]?.kind === "free" || !isSmall(value(n)))
    const shown = value(n) > 0 ? tenths(value(scores), value(n), mean.units) : 0
    const open = isEnough && (seen[n] ?? false) && was !== "c"
    const shows: Figure = { key, of: n, shown, open, settled: was !== undefined && was !== "c" }
    figures.set(key, shows)
    figuresOf[n]?.push(shows)
    limits.push(
      between([scores, n], [20, (1 - 2 * shown) * mean.units], 0, Number.POSITIVE_INFINITY, shows),
      between([scores, n], [20, (-1 - 2 * shown) * mean.units], Number.NEGATIVE_INFINITY, -1, shows),
    )
  }

  const limitsOf = variables.map((): number[] => [])
  limits.forEach((limit, index) => {
    for (const one of limit.at) limitsOf[one]?.push(index)
  })
  const totals = new Set(told.sums.map(({ total }) => total))
  return {
    variables,
    indexOf,
    seen,
    known,
    settled,
    settledAsItIs,
    rests,
    onlyFrom,
    isTotal: variables.map(({ key }) => totals.has(key)),
    limits,
    limitsOf,
    figures,
    figuresOf,
    sharesOf,
    differ: told.differ.map(([one, other]) => [at(one), at(other)] as const),
    scoresOf,
  }
}

export const isOpen = ({ seen }: Model, { open, of }: Figure) => open && (seen[of] ?? false)

const whole: readonly [number, number] = [0, Number.POSITIVE_INFINITY]
const small: readonly [number, number] = [0, fewest - 1]
const large: readonly [number, number] = [fewest, Number.POSITIVE_INFINITY]

/**
 * What the reader is taken to know of hidden cells besides, which nothing tells them: of each whether it is small or
 * hidden for another's sake, and which values were corrected; that the one they want is small, and which were corrected;
 * nothing.
 */
export type Telling = "all" | "itself" | "nothing"

/** Between what a value lies for whoever sees what is seen. */
export const boundsOf = (
  model: Model,
  index: number,
  { target, telling, isLoose = false }: { target: number; telling: Telling; isLoose?: boolean },
): readonly [number, number] => {
  const { kind, value } = model.variables[index] as Variable
  const isSeen = (model.seen[index] ?? false) && (!isLoose || (model.settled[index] ?? false))
  const isKnown = (model.known[index] ?? false) && (!isLoose || (model.settledAsItIs[index] ?? false))
  const hidden = (isTold: boolean) => {
    if (index === target) return telling === "nothing" ? whole : small
    if (!isTold) return whole
    return isSmall(value) ? small : large
  }
  if (model.rests[index]) return index === target && telling !== "nothing" ? small : whole
  if (kind === "free") return [value, value]
  if (isKnown) return [value, value]
  if (isSeen && !isSmall(value)) return shownAs(toNearestFive(value))
  return hidden(telling === "all")
}
