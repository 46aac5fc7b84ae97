import type { Posting } from "../../form/posting.ts"
import { costCategories as heads } from "../expression-of-interest/cost-categories.ts"
import { quarterEnd, yearEnd, yearIdOf } from "../financial-year.ts"
import { actualBy, agreedBy, lineWords, sumOf, together } from "../lines.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { type Amounts, variancesOf } from "../variance.ts"

/** The quarters of the profile that some days lie in. */
const agreedIn = ({ funding }: ReturnFacts, { from, to }: { from: string; to: string }): Amounts =>
  agreedBy(
    (funding?.profile.quarters ?? []).filter(
      (one) => quarterEnd(one.to) >= quarterEnd(from) && quarterEnd(one.to) <= quarterEnd(to),
    ),
  )

/** Whether the profile was agreed by the heads of cost of this form: if not, it can be read as a whole alone. */
const byHead = ({ funding }: ReturnFacts): boolean =>
  Object.entries(agreedBy(funding?.profile.quarters ?? [])).every(
    ([row, amount]) => amount === 0 || heads.some(({ id }) => id === row),
  )

/** What a reason can be given for. */
export const comparedHeads = (facts: ReturnFacts) =>
  byHead(facts) ? heads : [{ id: together, label: lineWords(together) }]

const compared = (facts: ReturnFacts, profile: Amounts, cost: Amounts) =>
  byHead(facts)
    ? variancesOf(heads, profile, cost)
    : variancesOf(comparedHeads(facts), { [together]: sumOf(profile) }, { [together]: sumOf(cost) })

const added = (...all: Amounts[]): Amounts => {
  const found: Amounts = {}
  for (const amounts of all)
    for (const [row, amount] of Object.entries(amounts)) found[row] = (found[row] ?? 0) + amount
  return found
}

const negative = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).map(([row, amount]) => [row, -amount]))

/**
 * What this period cost against its profile as it is agreed now: what was spent, with what was received and is not paid
 * for yet, less what was so already before.
 */
export const periodVariances = (facts: ReturnFacts, posting: Posting) => {
  const owedBefore = facts.funding?.earlier.at(-1)?.posting.accrued ?? {}
  const spent = actualBy([{ ...posting, corrections: [] }], "row")
  return compared(facts, agreedIn(facts, facts.return), added(spent, posting.accrued, negative(owedBefore)))
}

/** What the financial year will have cost, with what is expected in it, against its profile. */
export const yearVariances = (facts: ReturnFacts, posting: Posting) => {
  const to = yearEnd(facts.return.to)
  const year = yearIdOf(facts.return.to)
  const inYear = (one: Pick<Posting, "spent" | "corrections">) => ({
    spent: one.spent.filter((line) => line.year === year),
    corrections: one.corrections.filter((line) => line.year === year),
  })
  const spent = actualBy(
    [...(facts.funding?.earlier ?? []).map((one) => one.posting), posting].map(inYear),
    "row",
  )
  const expected: Amounts = {}
  for (const one of posting.forecast)
    if (yearIdOf(one.to) === year) expected[one.row] = (expected[one.row] ?? 0) + one.amount
  const from = `${Number(to.slice(0, 4)) - 1}-04-01`
  return compared(facts, agreedIn(facts, { from, to }), added(spent, posting.accrued, expected))
}

/** What of the profile lies in quarters that are left, by head: the last quarter where none is. */
export const openProfile = ({ return: { to }, funding }: ReturnFacts): Amounts => {
  const quarters = funding?.profile.quarters ?? []
  const open = quarters.filter((one) => one.to > to)
  return agreedBy(open.length > 0 ? open : quarters.slice(-1))
}
