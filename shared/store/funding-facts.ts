import { evidence as evidenceSchema } from "../domain/funding/evidence.ts"
import { fundingFactsOf } from "../domain/funding/facts.ts"
import type { ReturnFacts } from "../kinds/return-facts.ts"
import { accountsIn } from "./accounts.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** The facts of a return with what the account of its site says; as they are where it has none. Two requests more. */
export const withFundingFacts = async (
  table: Table,
  organisation: string,
  phase: string,
  facts: ReturnFacts,
): Promise<ReturnFacts> => {
  const [account, files] = await Promise.all([
    accountsIn(table).account(organisation, phase),
    evidenceOf(table, organisation, phase),
  ])
  if (!account) return facts
  return {
    ...facts,
    site: { from: account.from, to: account.to, award: account.award },
    funding: fundingFactsOf(account, facts.return, files),
  }
}

/** Every file of a site in a phase: what is known of each. */
export const evidenceOf = async (table: Table, organisation: string, phase: string) => {
  const { pk, sk } = keys.evidence(organisation, phase, "")
  return (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => evidenceSchema.parse(item))
}
