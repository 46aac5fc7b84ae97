import type { PlainDate } from "../../values/london.ts"
import type { Account } from "./account.ts"
import { actualOf, countingOf, profileNow } from "./balances.ts"
import { sumOf } from "./profile.ts"
import { quarterEnd, quarterWords } from "./quarters.ts"

/** One quarter of an award, known by its last day: what was planned, what is accepted as spent, what is still expected. Pence. */
export type InQuarter = {
  to: PlainDate
  label: string
  profile: number
  spent: number
  expected: number
}

/**
 * An award by quarter. What a return said counts in the quarter that its period ends in, corrections too; what is had
 * and not paid for stands there as expected. All that is spent comes to the returns that were accepted, all that is
 * expected to what is accrued and forecast.
 */
export const byQuarter = (one: Account): InQuarter[] => {
  const counting = countingOf(one)
  const latest = counting.at(-1)
  const spent = counting.map((each) => ({ to: each.to, amount: actualOf({ figures: [each] }) }))
  const expected = latest
    ? [{ to: latest.to, amount: sumOf(latest.posting.accrued) }, ...latest.posting.forecast]
    : []
  const profile = profileNow(one).map(({ to, amounts }) => ({ to, amount: sumOf(amounts) }))
  const all = [...profile, ...spent, ...expected.filter(({ amount }) => amount !== 0)]
  return [...new Set(all.map(({ to }) => quarterEnd(to)))].toSorted().map((to) => ({
    to,
    label: quarterWords(to),
    profile: within(profile, to),
    spent: within(spent, to),
    expected: within(expected, to),
  }))
}

const within = (all: readonly { to: PlainDate; amount: number }[], quarter: PlainDate) =>
  all.filter(({ to }) => quarterEnd(to) === quarter).reduce((sum, { amount }) => sum + amount, 0)
