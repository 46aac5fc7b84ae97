import { type Account, account as accountSchema } from "../domain/funding/account.ts"
import { type Summary, summary as summarySchema } from "../domain/funding/summary.ts"
import { everyItem } from "./every.ts"
import { byRound, keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** The account of one site in one phase, and the list of all of a phase: for whoever reads and changes nothing. */
export const accountsIn = (table: Table) => {
  const account = async (organisation: string, phase: string): Promise<Account | undefined> => {
    const item = await table.get(keys.account(organisation, phase), { strong: true })
    return item && accountSchema.parse(item)
  }

  /** Every account of one site, by phase. */
  const accounts = async (organisation: string): Promise<Account[]> => {
    const { pk, sk } = keys.account(organisation, "")
    return (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => accountSchema.parse(item))
  }

  /** Of every site in a phase, by name: as it was a moment ago. */
  const inPhase = async (phase: string): Promise<Summary[]> =>
    (await everyItem(table, { pk: listOf(phase), index: byRound }))
      .map(({ summary }) => summarySchema.parse(summary))
      .sort((a, b) => a.name.localeCompare(b.name))

  return { account, accounts, inPhase }
}

/** Under which the accounts of a phase are listed. */
export const listOf = (phase: string) => `FUNDING#${phase}`
