import type { UsagePosting } from "../../form/posting.ts"
import type { Answers } from "../../form/question.ts"
import type { Grid } from "../../form/questions/money-grid.ts"
import type { Derived } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import { yearsIn } from "../financial-year.ts"
import { actualBy, sumOf } from "../lines.ts"
import { spendableTo } from "../period.ts"
import type { ReturnFacts } from "../return-facts.ts"
import type { Amounts } from "../variance.ts"

const acceptedByYear = ({ funding }: ReturnFacts): Amounts =>
  actualBy(funding?.earlier.map(({ posting }) => posting) ?? [], "year")

/** The financial years of the pilot, and any other that something was accepted in. */
export const accountedYears = (facts: ReturnFacts) => {
  const all = [{ from: facts.site.from, to: spendableTo(facts) }, ...(facts.funding?.earlier ?? [])]
  return yearsIn({
    from: all.reduce((first, { from }) => (from < first ? from : first), facts.site.from),
    to: all.reduce((last, { to }) => (to > last ? to : last), facts.site.to),
  })
}

/** What was used as it was accepted, and what that leaves of the award; nothing where more was spent than was given. */
export const acceptedBefore = (facts: ReturnFacts): Record<string, Answers> => {
  const accepted = acceptedByYear(facts)
  const unspent = (facts.site.award ?? 0) - sumOf(accepted)
  const years = accountedYears(facts).filter(({ id }) => (accepted[id] ?? 0) > 0)
  if (years.length === 0 || unspent < 0) return {}
  return {
    usage: { used: { used: Object.fromEntries(years.map(({ id }) => [id, accepted[id] ?? 0])) }, unspent },
  }
}

/** What a statement comes to in the account of its site. */
export const usageOf = (facts: ReturnFacts, { usage = {} }: Record<string, Answers>): UsagePosting => {
  const { used = {} } = (usage.used ?? {}) as Grid
  const because = usage.why as string | undefined
  return {
    used: Object.fromEntries(
      accountedYears(facts).flatMap(({ id }) => (used[id] === undefined ? [] : [[id, used[id]]])),
    ),
    unspent: Number(usage.unspent ?? 0),
    ...(because && { because }),
  }
}

const differences = (facts: ReturnFacts, { used = {} }: Grid) => {
  const accepted = acceptedByYear(facts)
  return accountedYears(facts).map(({ id, label }) => {
    const before = accepted[id] ?? 0
    return { label, before, now: used[id] ?? 0, difference: (used[id] ?? 0) - before }
  })
}

export const differsFromAccepted = (facts: ReturnFacts, used: Grid): boolean =>
  facts.funding !== undefined && differences(facts, used).some(({ difference }) => difference !== 0)

/** "In 2017/18 it is £27 less than what was accepted" */
export const differsWords = (facts: ReturnFacts, used: Grid): string =>
  differences(facts, used)
    .filter(({ difference }) => difference !== 0)
    .map(
      ({ label, difference }) =>
        `In ${label} it is ${pounds(Math.abs(difference))} ${difference < 0 ? "less" : "more"} than what was accepted`,
    )
    .join(". ")

export const usageTable = (facts: ReturnFacts, used: Grid): Derived[] => {
  const { funding, site } = facts
  if (!funding || site.award === undefined) return []
  const years = differences(facts, used)
  const line = (label: string, amounts: number[]) => ({ label, cells: amounts.map(pounds) })
  const sum = (of: (one: (typeof years)[number]) => number) => years.reduce((all, one) => all + of(one), 0)
  const owed = sumOf(funding.earlier.at(-1)?.posting.accrued ?? {})
  return [
    {
      caption: "What was accepted, and this statement",
      columns: ["Accepted", "This statement", "Difference"],
      rows: [
        ...years.map(({ label, before, now, difference }) => line(label, [before, now, difference])),
        line("Total", [sum(({ before }) => before), sum(({ now }) => now), sum((one) => one.difference)]),
      ],
      says: [
        `Your award is ${pounds(site.award)}. You were paid ${pounds(funding.paid)}.`,
        ...(owed > 0
          ? [
              `In the last return ${pounds(owed)} was received and not paid for yet: it is not in what was accepted.`,
            ]
          : []),
      ],
    },
  ]
}
