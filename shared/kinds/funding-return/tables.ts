import type { Answers } from "../../form/question.ts"
import type { Derived } from "../../form/section.ts"
import { pounds } from "../../values/money.ts"
import { costCategories } from "../expression-of-interest/cost-categories.ts"
import { actualBy, agreedBy, forecastBy, lineWords, sumOf } from "../lines.ts"
import { positionOf, positionWords } from "../position.ts"
import type { ReturnFacts } from "../return-facts.ts"
import { type Amounts, percentWords, type Variance } from "../variance.ts"
import { comparedHeads, periodVariances, yearVariances } from "./against-profile.ts"
import { postingOf } from "./posting.ts"
import { whys } from "./whys.ts"

type Everything = Record<string, Answers>

/** A line for each head with something under it, in the order of the form, and one for all of them. */
const table = (caption: string, columns: [string, Amounts][], says: string[]): Derived => {
  const used = columns.flatMap(([, amounts]) => Object.keys(amounts).filter((row) => amounts[row] !== 0))
  const heads = costCategories.map(({ id }) => id)
  const rows = [
    ...heads.filter((id) => used.includes(id)),
    ...new Set(used.filter((id) => !heads.includes(id))),
  ]
  return {
    caption,
    columns: columns.map(([label]) => label),
    rows: [
      ...rows.map((row) => ({
        label: lineWords(row),
        cells: columns.map(([, amounts]) => pounds(amounts[row] ?? 0)),
      })),
      { label: "Total", cells: columns.map(([, amounts]) => pounds(sumOf(amounts))) },
    ],
    says,
  }
}

const soFar = (facts: ReturnFacts, all: Everything) => {
  const posting = postingOf(facts, all)
  const earlier = facts.funding?.earlier.map((one) => one.posting) ?? []
  const position = positionOf(facts, posting)
  return {
    posting,
    before: actualBy(earlier, "row"),
    now: actualBy([posting], "row"),
    toDate: actualBy([...earlier, posting], "row"),
    says: position ? positionWords(position) : [],
  }
}

export const toDateTable = (facts: ReturnFacts, all: Everything): Derived[] => {
  if (!facts.funding) return []
  const { before, now, toDate, says } = soFar(facts, all)
  const columns: [string, Amounts][] = [
    ["Accepted before", before],
    ["This return, with corrections", now],
    ["To date", toDate],
  ]
  return [table("Spent to date, with this return", columns, says)]
}

export const expectedTable = (facts: ReturnFacts, all: Everything): Derived[] => {
  if (!facts.funding) return []
  const { posting, toDate, says } = soFar(facts, all)
  const expected = forecastBy(posting.forecast)
  const inAll: Amounts = forecastBy(
    [toDate, posting.accrued, expected].flatMap((amounts) =>
      Object.entries(amounts).map(([row, amount]) => ({ row, amount })),
    ),
  )
  const columns: [string, Amounts][] = [
    ["Spent to date", toDate],
    ["Received, not paid for yet", posting.accrued],
    ["Expected", expected],
    ["In all", inAll],
    ["Profile", agreedBy(facts.funding.profile.quarters)],
  ]
  return [table("What it comes to by the end", columns, says)]
}

const varies = (caption: string, all: readonly Variance[], marks: boolean): Derived => ({
  caption,
  columns: ["Profile", "Cost", "Difference", "Part of the profile", ...(marks ? ["Reason"] : [])],
  rows: all
    .filter(({ profile, spent }) => profile !== 0 || spent !== 0)
    .map((one) => ({
      label: one.label,
      cells: [
        pounds(one.profile),
        pounds(one.spent),
        pounds(one.difference),
        percentWords(one),
        ...(marks ? [one.out ? "Needed" : ""] : []),
      ],
    })),
})

/** The period against its profile, with what was said last time; and the financial year. */
export const variesTables = (facts: ReturnFacts, all: Everything): Derived[] => {
  const { funding } = facts
  if (!funding) return []
  const posting = postingOf(facts, all)
  const last = funding.earlier.at(-1)
  const heads = comparedHeads(facts).map(({ id }) => id)
  const before = (last?.posting.reasons ?? []).filter(({ row }) => heads.includes(row))
  const period = varies("This period against its profile", periodVariances(facts, posting), true)
  return [
    {
      ...period,
      first: true,
      says: [
        "The cost is what was spent, with what was received and is not paid for yet.",
        ...before.map(
          ({ row, reason, words }) =>
            `Last time, ${lineWords(row)}: ${whys[reason as keyof typeof whys] ?? reason}. “${words}”`,
        ),
      ],
    },
    varies("The financial year, with what you expect in it", yearVariances(facts, posting), false),
  ]
}

export const endingTable = (facts: ReturnFacts, all: Everything): Derived[] => {
  const position = positionOf(facts, postingOf(facts, all))
  if (!position) return []
  const line = (label: string, amount: number) => ({ label, cells: [pounds(amount)] })
  const { award, actual, accrued, forecast, unallocated, paid, cashHeld } = position
  return [
    {
      caption: "Where your award stands with this return",
      columns: ["Amount"],
      rows: [
        line("Award", award),
        line("Spent to date", actual),
        line("Received, not paid for yet", accrued),
        line("Expected", forecast),
        unallocated < 0 ? line("More than the award", -unallocated) : line("Left", unallocated),
        line("Paid to you", paid),
        cashHeld < 0 ? line("Carried by the council", -cashHeld) : line("Held by you", cashHeld),
      ],
      says: positionWords(position),
    },
  ]
}
