import * as z from "zod"
import { emptyRange, type Range, range, sumOf, timesOf } from "./range.ts"

export const confidences = {
  high: "High: measured here, at a price that is published",
  medium: "Medium: measured here or priced by others, not both",
  low: "Low: somebody’s judgement",
} as const

export const beneficiaries = {
  council: "The council",
  nhs: "The NHS",
  person: "The person and their family",
} as const
export type Beneficiary = keyof typeof beneficiaries

/** Money that somebody’s budget would have spent, and what something is worth to people: never added to each other. */
export const sorts = {
  fiscal: "Fiscal: money that a budget would have spent",
  social: "Social: what it is worth to people, which no budget pays",
} as const
export type Sort = keyof typeof sorts

export const effects = { less: "Saved, avoided or gained", more: "Costs more, or lost" } as const
export type Effect = keyof typeof effects

const keys = <Table extends Record<string, string>>(table: Table) =>
  z.enum(Object.keys(table) as [keyof Table & string, ...(keyof Table & string)[]])

/** One change with what it may be worth: of how many to how many, at how much to how much each. Pence. */
export const costLine = z.strictObject({
  id: z.string(),
  change: z.string(),
  /** Which measure shows it, or where else it is seen. */
  shownBy: z.string(),
  effect: keys(effects),
  count: range,
  unit: range,
  /** The year of the prices, by its first: 2017 for 2017 to 2018. */
  priceYear: z.int().min(2000).max(2100),
  source: z.string(),
  confidence: keys(confidences),
  benefits: keys(beneficiaries),
  sort: keys(sorts),
})
export type CostLine = z.infer<typeof costLine>

const who = z.strictObject({ person: z.string(), name: z.string() })

/** What evaluators estimate of one phase. Each revision is kept as it was. */
export const costs = z.strictObject({
  programme: z.string(),
  phase: z.string(),
  lines: z.array(costLine),
  at: z.iso.datetime(),
  by: who,
  revision: z.int(),
})
export type Costs = z.infer<typeof costs>

export const mostLines = 40

/** From the least of the one at the least of the other to the most at the most. */
export const worthOf = ({ count, unit }: Pick<CostLine, "count" | "unit">): Range => timesOf(count, unit)

export type Totals = Record<Sort, Record<Effect, Range>>

/** What the lines come to: fiscal and social apart, what costs less and what costs more apart. */
export const totalsOf = (lines: readonly CostLine[]): Totals => {
  const of = (sort: Sort, effect: Effect) =>
    sumOf(lines.filter((one) => one.sort === sort && one.effect === effect).map(worthOf))
  return {
    fiscal: { less: of("fiscal", "less"), more: of("fiscal", "more") },
    social: { less: of("social", "less"), more: of("social", "more") },
  }
}

/** The same by whom it is of use to, of one sort. */
export const byBeneficiary = (
  lines: readonly CostLine[],
  sort: Sort,
): { who: Beneficiary; less: Range; more: Range }[] =>
  (Object.keys(beneficiaries) as Beneficiary[]).flatMap((who) => {
    const own = lines.filter((one) => one.benefits === who && one.sort === sort)
    if (own.length === 0) return []
    const totals = totalsOf(own)[sort]
    return [{ who, ...totals }]
  })

/** Each source once, in the order in which they are first named. */
export const sourcesOf = (lines: readonly CostLine[]): string[] => [
  ...new Set(lines.map(({ source }) => source)),
]

/** Of what others read, no smaller part than this: a thousand pounds. */
const part = 100_000

/** A total as others may read it: a count behind it cannot be worked out by whoever knows a unit cost. */
export const roundedOut = ({ low, high }: Range): Range => ({
  low: Math.floor(low / part) * part,
  high: Math.ceil(high / part) * part,
})

/** The totals as a report may have them. No line, no count and no unit cost is among them. */
export const forReport = (lines: readonly CostLine[]): Totals & { sources: string[] } => {
  const { fiscal, social } = totalsOf(lines)
  const rounded = ({ less, more }: Record<Effect, Range>) => ({
    less: roundedOut(less),
    more: roundedOut(more),
  })
  return { fiscal: rounded(fiscal), social: rounded(social), sources: sourcesOf(lines) }
}

export const isNothing = ({ low, high }: Range) => low === emptyRange.low && high === emptyRange.high
