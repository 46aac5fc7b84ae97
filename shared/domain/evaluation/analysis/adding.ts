import { isKnown, type Value } from "../../../kinds/measures/figure.ts"
import type { Measure } from "../../../kinds/measures/measure.ts"

/** A value that is known, or none: what is not known and what does not apply are in no sum. */
export type Known = Extract<
  Value,
  { count: number } | { numerator: number } | { mean: number } | { amount: number }
>

export const knownOf = (one: Value | undefined): Known | undefined =>
  one && isKnown(one) ? (one as Known) : undefined

type How = Pick<Measure, "unit" | "acrossSites" | "acrossTime">

/** Whether a value is of the sort that its measure asks for. */
export const fits = ({ unit }: Pick<Measure, "unit">, one: Known): boolean =>
  ({ count: "count" in one, share: "numerator" in one, mean: "mean" in one, amount: "amount" in one })[unit]

/**
 * What several values come to, as the measure adds up, whatever order they come in; `left` are those that cannot be in
 * it, such as an average of nobody knows how many. None where nothing is known: a sum of nothing is not 0.
 */
export const addedUp = (how: How, values: readonly Known[]): { value?: Known; left: number } => {
  const fitting = values.filter((one) => fits(how, one) && (!isWeighted(how) || weightOf(one) !== undefined))
  const left = values.length - fitting.length
  return fitting.length === 0 ? { left } : { value: summed(how, fitting), left }
}

const isWeighted = ({ unit, acrossSites }: How) =>
  unit === "mean" || (unit === "amount" && acrossSites !== "sum")

const weightOf = (one: Known): number | undefined => ("n" in one ? one.n : undefined)

const summed = (how: How, values: readonly Known[]): Known => {
  switch (how.unit) {
    case "count":
      return { count: sum(values, (one) => ("count" in one ? one.count : 0)) }
    case "share":
      return {
        numerator: sum(values, (one) => ("numerator" in one ? one.numerator : 0)),
        denominator: sum(values, (one) => ("denominator" in one ? one.denominator : 0)),
      }
    case "mean":
      return { mean: average(values), n: sum(values, (one) => weightOf(one) ?? 0) }
    case "amount":
      return isWeighted(how)
        ? { amount: average(values), n: sum(values, (one) => weightOf(one) ?? 0) }
        : { amount: sum(values, scoreOf) }
  }
}

/** Weighted by of how many each is. Where nobody is behind any of them, as they stand. */
const average = (values: readonly Known[]) => {
  const all = sum(values, (one) => weightOf(one) ?? 0)
  return all === 0
    ? sum(values, scoreOf) / values.length
    : sum(values, (one) => scoreOf(one) * (weightOf(one) ?? 0)) / all
}

const scoreOf = (one: Known) => ("mean" in one ? one.mean : "amount" in one ? one.amount : 0)

/** Sorted first, so that the order of entry is in no last digit. */
const sum = (values: readonly Known[], of: (one: Known) => number) =>
  values
    .map(of)
    .sort((a, b) => a - b)
    .reduce((all, one) => all + one, 0)

/** What several periods of one site come to: added up, or as it was in the last that is known. */
export const overTime = (how: How, values: readonly { month: string; value: Known }[]): Known | undefined => {
  const inOrder = values
    .filter(({ value }) => fits(how, value))
    .toSorted((a, b) => a.month.localeCompare(b.month))
  const last = inOrder.at(-1)?.value
  if (last === undefined || how.acrossTime === "last") return last
  if (how.unit === "amount" && "amount" in last) {
    const amount = sum(
      inOrder.map(({ value }) => value),
      scoreOf,
    )
    return { amount, ...(last.n !== undefined && { n: last.n }) }
  }
  return addedUp(
    how,
    inOrder.map(({ value }) => value),
  ).value
}
