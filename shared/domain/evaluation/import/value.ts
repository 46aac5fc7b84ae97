import type { Value } from "../../../kinds/measures/figure.ts"
import type { Measure } from "../../../kinds/measures/measure.ts"
import type { PlainDate } from "../../../values/london.ts"
import type { CellSays } from "./cells.ts"

/** The cells of one value, each with its column: those that the map does not name are not there. */
export type ValueCells = Partial<Record<"value" | "numerator" | "denominator" | "n", Said>>
type Said = { column: string; says: CellSays }

/** What a row says of a value that is not there. */
export type Why = { reason?: string; knownBy?: PlainDate }

export type ValueRead = { value: Value } | { blank: true } | { column: string; problem: string }

/** One value of a measure, from its cells: nothing but a number ever becomes one, and a percentage needs what it is of. */
export const valueFrom = (measure: Measure, cells: ValueCells, why: Why): ValueRead => {
  const all = Object.values(cells)
  const wrong = all.find(({ says }) => says.says === "nothing we read")
  if (wrong && wrong.says.says === "nothing we read") return at(wrong, wrong.says.because)
  const dash = all.find(({ says }) => says.says === "dash")
  if (dash)
    return at(
      dash,
      "is a dash: it may be nothing, not known or not applicable. Say which under “dash” in the map",
    )
  const said = all.filter(({ says }) => says.says !== "blank")
  if (said.length === 0) return { blank: true }
  const gap = said.find(({ says }) => says.says === "not known" || says.says === "not applicable")
  if (gap) return gapFrom(gap, said, why)
  return ofUnit[measure.unit](measure, cells)
}

const at = ({ column }: Pick<Said, "column">, problem: string): ValueRead => ({ column, problem })

const gapFrom = (gap: Said, said: Said[], { reason, knownBy }: Why): ValueRead => {
  const number = said.find(({ says }) => says.says !== gap.says.says)
  if (number) return at(number, `says something, and “${gap.column}” says that it is ${gap.says.says}`)
  if (reason === undefined) return at(gap, `is ${gap.says.says}, and nothing says why`)
  if (gap.says.says === "not applicable") return { value: { notApplicable: reason } }
  if (knownBy === undefined) return at(gap, "is not known, and nothing says by which day it will be")
  return { value: { notKnown: reason, knownBy } }
}

const ofUnit: Record<Measure["unit"], (measure: Measure, cells: ValueCells) => ValueRead> = {
  count: (_, cells) => {
    const other = surplus(cells, ["numerator", "denominator", "n"])
    if (other) return at(other, "says something, and the measure is one number: is it another measure?")
    const value = numberIn(cells.value)
    if ("problem" in value) return value
    return whole(value.number)
      ? { value: { count: value.number } }
      : at(value, "must be a whole number, nought or more")
  },
  share: (_, cells) => shareFrom(cells),
  mean: ({ scale }, cells) => {
    const other = surplus(cells, ["numerator", "denominator"])
    if (other) return at(other, "says something, and the measure is an average")
    const value = numberIn(cells.value)
    if ("problem" in value) return value
    const { number } = value
    if (scale && (number < scale.least || number > scale.most))
      return at(
        value,
        `is not between ${scale.least} and ${scale.most}, which are the lowest and the highest score`,
      )
    const n = numberIn(cells.n, "n")
    if ("problem" in n) return { ...n, problem: "does not say of how many it is the average" }
    return whole(n.number) && n.number > 0
      ? { value: { mean: number, n: n.number } }
      : at(n, "must be a whole number, one or more")
  },
  amount: ({ acrossSites }, cells) => {
    const other = surplus(cells, ["numerator", "denominator"])
    if (other) return at(other, "says something, and the measure is an amount")
    const value = numberIn(cells.value)
    if ("problem" in value) return value
    if (value.number < 0) return at(value, "must be nought or more")
    if (cells.n === undefined || cells.n.says.says === "blank")
      return acrossSites === "weighted"
        ? at(cells.n ?? { column: "n" }, "does not say of how many it is the average")
        : { value: { amount: value.number } }
    const n = numberIn(cells.n, "n")
    if ("problem" in n) return n
    return whole(n.number) && n.number > 0
      ? { value: { amount: value.number, n: n.number } }
      : at(n, "must be a whole number, one or more")
  },
}

const whole = (number: number) => Number.isInteger(number) && number >= 0 && number < 1_000_000

const surplus = (cells: ValueCells, names: (keyof ValueCells)[]): Said | undefined =>
  names.map((name) => cells[name]).find((one) => one !== undefined && one.says.says !== "blank")

type Number = { column: string; number: number }

const numberIn = (said: Said | undefined, called = "value"): Number | { column: string; problem: string } => {
  const { column, says } = said ?? { column: called, says: { says: "blank" } as const }
  if (says.says === "number") return { column, number: says.number }
  if (says.says === "percent")
    return {
      column,
      problem: `is a percentage: “${says.written}” is not ${says.percent}. Give the number, or what it is a percentage of`,
    }
  if (says.says === "of") return { column, problem: "is so many of so many, and the measure is one number" }
  return { column, problem: "is empty" }
}

const shareFrom = ({ value, numerator, denominator, n }: ValueCells): ValueRead => {
  if (n && n.says.says !== "blank" && denominator)
    return at(n, "says something beside a denominator: give one of them")
  if (value?.says.says === "of") return ofFrom(value, value.says, [numerator, denominator, n])
  const below = numberIn(denominator ?? n, "denominator")
  if (value?.says.says === "percent" && "problem" in below)
    return at(value, `is a percentage without its denominator: “${value.says.written}” of how many?`)
  if ("problem" in below) return below
  if (!whole(below.number) || below.number === 0) return at(below, "must be a whole number, one or more")
  if (value?.says.says === "number")
    return at(value, "is a number alone, and the measure is so many of so many: give its numerator")
  const fromPercent = value?.says.says === "percent" ? numeratorOf(value.says, below.number) : undefined
  if (value && typeof fromPercent === "string") return at(value, fromPercent)
  if (!numerator || numerator.says.says === "blank")
    return typeof fromPercent === "number"
      ? { value: { numerator: fromPercent, denominator: below.number } }
      : at(numerator ?? { column: "numerator" }, "is empty")
  const above = numberIn(numerator)
  if ("problem" in above) return above
  if (!whole(above.number)) return at(above, "must be a whole number, nought or more")
  if (above.number > below.number) return at(above, "is more than what it is out of")
  if (
    value?.says.says === "percent" &&
    rounded(above.number, below.number, value.says.places) !== value.says.percent
  )
    return at(value, "is not what its numerator and denominator come to")
  return { value: { numerator: above.number, denominator: below.number } }
}

const ofFrom = (
  value: Said,
  { numerator, denominator }: { numerator: number; denominator: number },
  others: (Said | undefined)[],
): ValueRead => {
  const other = others.find((one) => one !== undefined && one.says.says !== "blank")
  if (other) return at(other, `says something, and “${value.column}” says it too: give one of them`)
  if (denominator === 0) return at(value, "is out of none")
  return numerator > denominator
    ? at(value, "is more than what it is out of")
    : { value: { numerator, denominator } }
}

const rounded = (numerator: number, denominator: number, places: number) =>
  Number(((100 * numerator) / denominator).toFixed(places))

/** The one whole number that comes to a percentage of so many; in words why there is none, or not one alone. */
const numeratorOf = (
  { percent, places }: { percent: number; places: number },
  denominator: number,
): number | string => {
  const near = Math.round((percent / 100) * denominator)
  const found = [near - 1, near, near + 1, near + 2, near - 2].filter(
    (one) => one >= 0 && one <= denominator && rounded(one, denominator, places) === percent,
  )
  const [only, another] = found
  if (only === undefined) return `is no whole number of ${denominator}`
  if (another !== undefined) return `could be several numbers of ${denominator}: give its numerator`
  return only
}
