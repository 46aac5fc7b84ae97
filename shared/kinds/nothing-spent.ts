import { emptyPosting, type Posting } from "../form/posting.ts"
import { spendableTo } from "./period.ts"
import type { ReturnFacts } from "./return-facts.ts"

/**
 * Nothing was spent: what is expected is what was expected before, and at first what was agreed. What had been expected
 * by now is expected in the next quarter that is named, or by the end.
 */
export const nothingSpent = (facts: ReturnFacts): Posting => {
  const { funding } = facts
  const last = funding?.earlier.at(-1)?.posting
  const expected = last?.forecast ?? agreedIn(facts)
  return {
    ...emptyPosting,
    ...(last && { accrued: last.accrued, committed: last.committed }),
    forecast: putOff(expected, facts.return.to, spendableTo(facts)),
    ...(funding && { profile: funding.profile.version }),
  }
}

const agreedIn = (facts: ReturnFacts): Posting["forecast"] => {
  const end = spendableTo(facts)
  return (facts.funding?.profile.quarters ?? []).flatMap(({ to, amounts }) =>
    Object.entries(amounts).flatMap(([row, amount]) =>
      amount > 0 ? [{ to: to < end ? to : end, row, amount }] : [],
    ),
  )
}

const putOff = (expected: Posting["forecast"], until: string, end: string): Posting["forecast"] => {
  const later = expected.filter((one) => one.to > until)
  const next = later.map((one) => one.to).sort()[0] ?? end
  const due = expected.filter((one) => one.to <= until)
  const moved = [...new Set(due.map(({ row }) => row))].map((row) => ({
    to: next,
    row,
    amount: [...due, ...later.filter((one) => one.to === next)]
      .filter((one) => one.row === row)
      .reduce((sum, { amount }) => sum + amount, 0),
  }))
  return [...moved, ...later.filter((one) => !moved.some(({ to, row }) => one.to === to && one.row === row))]
}
