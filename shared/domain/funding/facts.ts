import type { FundingFacts } from "../../kinds/return-facts.ts"
import { londonDate } from "../../values/london.ts"
import type { Account } from "./account.ts"
import { balancesOf, countingOf, profileNow } from "./balances.ts"
import type { Evidence } from "./evidence.ts"

/** What a return that covers days up to `to` is asked against: what counted before it, and the profile as it is agreed now. */
export const fundingFactsOf = (
  one: Account,
  { id, to }: { id: string; to: string },
  evidence: readonly Evidence[] = [],
): FundingFacts => ({
  paid: balancesOf(one).paid,
  versions: one.versions.map(({ version, amount, because, at }) => ({
    version,
    amount,
    because,
    on: londonDate(new Date(at)),
  })),
  profile: { version: one.versions.at(-1)?.version ?? 0, quarters: profileNow(before(one, { id, to })) },
  earlier: countingOf(before(one, { id, to })).map(({ round, title, from, to, posting }) => ({
    round,
    title,
    from,
    to,
    posting,
  })),
  carryOvers: one.carryOvers.map(({ from, amount }) => ({ from, amount })),
  evidence: evidence
    .filter(({ round, state }) => round === id && state === "clean")
    .map(({ id, name, bytes, sha256, by }) => ({ id, name, bytes, sha256, by: by.name })),
})

/** The account without what a return says itself, or what came after it. */
const before = (one: Account, { id, to }: { id: string; to: string }): Account => ({
  ...one,
  figures: one.figures.filter((each) => each.round !== id && each.to <= to),
})
