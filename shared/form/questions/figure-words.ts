import { dateWords, type PlainDate } from "../../values/london.ts"
import type { FigureShape } from "../question.ts"

/** What is known of it: or why it is not, and by when it will be; or why it does not apply. Neither is ever a nought. */
export type FigureValue =
  | { count: number }
  | { numerator: number; denominator: number }
  | { mean: number; n: number }
  | { amount: number; n?: number }
  | { notKnown: string; knownBy: PlainDate }
  | { notApplicable: string }

/** A figure, with what it rests on where somebody says so. */
export type FigureAnswer = {
  value: FigureValue
  on?: PlainDate
  method?: string
  complete?: number
  attribution?: string
  because?: string
}

/** Words of a reason, and figures after the point of an average or an amount. */
export const reasonWords = 20
export const places = 2

export const isKnownFigure = (one: FigureValue) => !("notKnown" in one || "notApplicable" in one)

/** "12 of 17", "3.4, the average of 20", "Not known yet: …". `none` is what is said of one that does not apply. */
export const valueWords = (value: FigureValue, none = "Does not apply"): string => {
  if ("count" in value) return number(value.count)
  if ("numerator" in value) return `${number(value.numerator)} of ${number(value.denominator)}`
  if ("mean" in value) return averaged(value.mean, value.n)
  if ("amount" in value) return value.n === undefined ? number(value.amount) : averaged(value.amount, value.n)
  return "notKnown" in value
    ? `Not known yet: ${value.notKnown.replace(/\.$/, "")}. It will be known by ${dateWords(value.knownBy)}`
    : `${none}: ${value.notApplicable}`
}

const averaged = (amount: number, n: number) => `${number(amount)}, the average of ${number(n)}`

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: places })
const number = (one: number) => grouped.format(one)

export const moreThanAll = (named: string, numerator: number, denominator: number) =>
  `${named} cannot be ${number(numerator)} of ${number(denominator)}: the first is part of the second`

export const exampleOf = ({ unit, scale }: FigureShape) => {
  if (unit === "count") return "a whole number, like 17"
  if (unit === "share") return "two whole numbers, like 12 of 17"
  if (unit === "mean")
    return scale
      ? `an average from ${scale.least} to ${scale.most}, like ${scale.least + 1}.5, and of how many`
      : "an average, like 3.4, and of how many"
  return `a number with at most ${places} decimal places, like 2.5`
}

export const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
