import { pounds } from "../../../values/money.ts"
import type { Effect, Sort } from "./costs.ts"
import type { Range } from "./range.ts"

export const costMoves = {
  "add cost line": "A line was added",
  "change cost line": "A line was changed",
  "remove cost line": "A line was taken out",
} as const
export type CostMove = keyof typeof costMoves

/** Beside every total: what it does not say. */
export const costWarnings = [
  "These savings cannot be attributed to the pilot: there was no group to compare with, and other things changed too.",
  "Each figure is a range. Fiscal and social value are kept apart, and must never be added to each other.",
  "A cost that is avoided is not money that anybody can spend: a bed that is empty is filled by somebody else.",
] as const

export const rangeWords = ({ low, high }: Range): string =>
  low === high ? pounds(low) : `${pounds(low)} to ${pounds(high)}`

export const countRange = ({ low, high }: Range): string => (low === high ? String(low) : `${low} to ${high}`)

/** "2017 to 2018" */
export const priceYearWords = (year: number) => `${year} to ${year + 1}`

export const totalTitles: Record<Sort, Record<Effect, string>> = {
  fiscal: { less: "Saved or avoided", more: "Costs more" },
  social: { less: "Gained", more: "Lost" },
}
