import type { Answers } from "../../../shared/form/question.ts"
import { derivedIn, problemsIn, warningsIn } from "../../../shared/form/section.ts"
import { fundingReturn } from "../../../shared/kinds/funding-return.ts"
import { type ReturnFacts, sampleReturn } from "../../../shared/kinds/return-facts.ts"
import { returnForms } from "../returns.ts"

export type Everything = Record<string, Answers>
export const funding = sampleReturn.funding as NonNullable<ReturnFacts["funding"]>

/** The sample's return, filled in so that nothing is missing, with some sections otherwise. */
const withRows = (all: Record<string, Record<string, unknown>>): Everything =>
  JSON.parse(JSON.stringify(all), (_, value) =>
    Array.isArray(value) && typeof value[0] === "object"
      ? value.map((row, index) => ({ id: `row${index}`, ...row }))
      : value,
  )
export const filled = (other: Record<string, Record<string, unknown>> = {}): Everything =>
  withRows({ ...returnForms["funding-return"], ...other })
export const facts = (other: Partial<typeof funding> = {}, more: Partial<ReturnFacts> = {}): ReturnFacts => ({
  ...sampleReturn,
  ...more,
  funding: { ...funding, ...other },
})

/** Everything that stands between a return and being sent, with where; and what is only shown. */
export const problems = (all: Everything, about = facts()) => [
  ...fundingReturn
    .sections(about)
    .flatMap((one) => problemsIn(one, all[one.id] ?? {}).map(({ says }) => `${one.id}: ${says}`)),
  ...fundingReturn.checks(about, all).map(({ section, says }) => `${section}: ${says}`),
]
export const warnings = (all: Everything, about = facts()) => [
  ...fundingReturn
    .sections(about)
    .flatMap((one) => warningsIn(one, all[one.id] ?? {}).map(({ says }) => says)),
  ...(fundingReturn.warns?.(about, all).map(({ says }) => says) ?? []),
]
export const derived = (section: string, all: Everything, about = facts()) =>
  fundingReturn
    .sections(about)
    .filter(({ id }) => id === section)
    .flatMap((one) => derivedIn(one, all))

export const spending = (practitioners: number, more: Record<string, unknown> = {}) => ({
  spending: {
    spending: { practitioners: { actual: practitioners }, backfill: { actual: 900_000 } },
    ...more,
  },
})
