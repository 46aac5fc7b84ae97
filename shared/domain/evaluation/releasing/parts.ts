import type { Measure } from "../../../kinds/measures/measure.ts"
import { isMonth } from "../analysis/gathered.ts"
import { everySite, type MeasureCell } from "../analysis/table.ts"
import type { Count } from "../disclosure/types.ts"

/** A number within a cell that a release says something of. */
export type Part = "count" | "numerator" | "denominator" | "share" | "n" | "scores" | "mean" | "amount"

export const cellId = ({ place, measure, at }: Pick<MeasureCell, "place" | "measure" | "at">, part: Part) =>
  `${place}/${measure}/${at}/${part}`

export type Numbered = { part: Part; value: number; kind: Count["kind"]; units?: number }

/**
 * The numbers of each cell of one measure. An average is its scores added up, in units in which all of them are whole, so
 * that what several sites come to is what their scores come to.
 */
export const partsOf = (
  measure: Measure,
  cells: readonly MeasureCell[],
): Map<MeasureCell, readonly Numbered[]> => {
  const averages = cells.flatMap((cell) => averageOf(measure, cell) ?? [])
  const units = [1, 2].find((unit) => averages.every(({ scores }) => isWhole(scores * unit))) ?? 10
  const each = new Map(
    cells.filter(({ place }) => place !== everySite).map((cell) => [cell, numbersOf(measure, cell, units)]),
  )
  const own = new Map(
    [...each].map(([cell, parts]): [MeasureCell, readonly Numbered[]] => [
      cell,
      isOfMonths(measure, cell) ? parts.map((one) => withScores(one, scoresIn(each, cell.place))) : parts,
    ]),
  )
  const scoresAt = (at: MeasureCell["at"]) =>
    [...own]
      .filter(([cell]) => cell.at === at)
      .flatMap(([, parts]) => parts.filter(({ part }) => part === "scores"))
      .reduce((sum, { value }) => sum + value, 0)
  const totals = cells
    .filter(({ place }) => place === everySite)
    .map((cell): [MeasureCell, Numbered[]] => [
      cell,
      numbersOf(measure, cell, units).map((one) => withScores(one, scoresAt(cell.at))),
    ])
  return new Map([...own, ...totals])
}

/** What the months come to is what their scores come to. */
const isOfMonths = ({ unit, acrossTime }: Measure, { at }: MeasureCell) =>
  at === "months" && unit === "mean" && acrossTime === "sum"

const withScores = (one: Numbered, value: number): Numbered =>
  one.part === "scores" ? { ...one, value } : one

const scoresIn = (each: ReadonlyMap<MeasureCell, readonly Numbered[]>, place: string) =>
  [...each]
    .filter(([cell]) => cell.place === place && isMonth(cell.at))
    .flatMap(([, parts]) => parts.filter(({ part }) => part === "scores"))
    .reduce((sum, { value }) => sum + value, 0)

const isWhole = (one: number) => Math.abs(one - Math.round(one)) < 1e-6

/** Amounts of several months are added up, whoever they are of: no average stands behind what they come to. */
export const isOverTime = ({ unit, acrossTime }: Measure, { at }: MeasureCell) =>
  at === "months" && unit === "amount" && acrossTime === "sum"

const averageOf = ({ acrossSites }: Measure, { says }: MeasureCell) => {
  if ("mean" in says && typeof says.mean === "number" && typeof says.n === "number")
    return { scores: says.mean * says.n, n: says.n }
  if (acrossSites === "sum" || !("amount" in says)) return undefined
  return typeof says.amount === "number" && typeof says.n === "number"
    ? { scores: says.amount * says.n, n: says.n }
    : undefined
}

const numbersOf = (measure: Measure, cell: MeasureCell, units: number): Numbered[] => {
  const { says } = cell
  const small = (part: Part, value: unknown): Numbered[] =>
    typeof value === "number" ? [{ part, value, kind: "small" }] : []
  if ("count" in says) return small("count", says.count)
  if ("numerator" in says)
    return [...small("numerator", says.numerator), ...small("denominator", says.denominator)]
  if (isOverTime(measure, cell)) return []
  const average = averageOf(measure, cell)
  if (average?.n === 0) return []
  if (average)
    return [
      ...small("n", average.n),
      { part: "scores", value: Math.round(average.scores * units), kind: "scores", units },
    ]
  return "amount" in says ? small("n", says.n) : []
}
