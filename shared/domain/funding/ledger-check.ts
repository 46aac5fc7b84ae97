import type { Json } from "../../values/canonical.ts"
import { canonical } from "../../values/canonical.ts"
import { pounds } from "../../values/money.ts"
import type { Account } from "./account.ts"
import { balancesOf } from "./balances.ts"
import { type Entry, replayed } from "./entry.ts"
import type { Summary } from "./summary.ts"
import { type Tally, tallyOf } from "./tally.ts"

/** What is kept of the money of one site: its account, what lists say of it, and the lines of its ledger. */
export type Kept = { account: Account; summary: Summary; entries: readonly Entry[] }

export type Checked = { tally: Tally; problems: string[] }

const words: Record<keyof Tally, string> = {
  award: "the award",
  paid: "what was paid",
  toPay: "what is to pay",
  recovered: "what came back",
  actual: "what was spent",
  accrued: "what is accrued",
  forecast: "the forecast",
  unallocated: "what is unallocated",
  cashHeld: "what the site holds",
}
const columns = Object.keys(words) as (keyof Tally)[]

/**
 * Plays the lines of a ledger from the first, adds them up by code of its own, and holds the account and what lists say
 * of it against both: to the penny. Every difference is a problem in words; none is put right.
 */
export const checkLedger = ({ account, summary, entries }: Kept): Checked => {
  const tally = tallyOf(entries)
  return {
    tally,
    problems: [
      ...chain({ account, entries }),
      ...compared("The account", tally, balancesOf(account)),
      ...compared("The list", tally, summary),
      ...identities(tally),
    ],
  }
}

const chain = ({ account, entries }: Pick<Kept, "account" | "entries">): string[] => {
  const { number, hash } = account.entries
  const last = entries.at(-1)
  const problems: string[] = []
  if (entries.length !== number)
    problems.push(`The ledger has ${entries.length} lines. The account was made of ${number}.`)
  if (last && last.hash !== hash) problems.push("The last line of the ledger is not the account’s.")
  try {
    const again = replayed(entries)
    if (again && !same(again, account))
      problems.push(`The account is not what its lines come to: ${differing(again, account).join(", ")}.`)
  } catch (error) {
    problems.push(`The chain is broken. ${error instanceof Error ? error.message : error}.`)
  }
  return problems
}

const same = (a: unknown, b: unknown) => canonical(a as Json) === canonical(b as Json)

const differing = (a: Account, b: Account): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => !same({ is: a[key as keyof Account] }, { is: b[key as keyof Account] }),
  )

const compared = (what: string, tally: Tally, kept: Tally): string[] =>
  columns
    .filter((one) => tally[one] !== kept[one])
    .map(
      (one) =>
        `${what} says that ${words[one]} is ${pounds(kept[one])}. The lines come to ${pounds(tally[one])}: ${pounds(Math.abs(kept[one] - tally[one]))} of a difference.`,
    )

const identities = (one: Tally): string[] => [
  ...(one.award === one.paid + one.toPay - one.recovered
    ? []
    : ["The award is not what was paid and is to pay, less what came back."]),
  ...(one.award === one.actual + one.accrued + one.forecast + one.unallocated
    ? []
    : ["The award is not what was spent, is accrued, is expected and is unallocated."]),
]

/** "halton NSW2: award £92,827, paid £37,130.80, …: 12 lines, to the penny" */
export const checkedLine = ({ account, entries }: Kept, { tally, problems }: Checked): string[] => {
  const { award, paid, recovered, actual } = tally
  const says = problems.length === 0 ? "to the penny" : counted(problems.length, "problem")
  return [
    `${account.phase} ${account.organisation}: award ${pounds(award)}, paid ${pounds(paid)}, came back ${pounds(recovered)}, spent ${pounds(actual)}: ${counted(entries.length, "line")}, ${says}`,
    ...problems.map((one) => `  ${one}`),
  ]
}

export const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`
