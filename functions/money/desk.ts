import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { isSettled } from "../../shared/domain/calendar/state.ts"
import type { Account } from "../../shared/domain/funding/account.ts"
import { byQuarter } from "../../shared/domain/funding/by-quarter.ts"
import { ourMoney } from "../../shared/domain/funding/our-money.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import { expectedIn } from "../../shared/store/expected.ts"
import { londonDate } from "../../shared/values/london.ts"
import { accountsHere, type C, only, organisationHere, phasesHere, siteHere } from "./here.ts"

/** All the money of the site, newest phase first, with what it owes about it. Four requests, however long it goes back. */
export const moneyHere = async (c: C) => {
  only(c, "see own money")
  const { table, now } = c.var.world
  const [organisation, accounts, expected, phases] = await Promise.all([
    organisationHere(c),
    accountsHere(c),
    expectedIn(table).current(siteHere(c), londonDate(now())),
    phasesHere(c),
  ])
  const at = now()
  return {
    organisation,
    phases: accounts.map((account) => ({
      account,
      title: phases.find(({ id }) => id === account.phase)?.title ?? account.phase,
      says: ourMoney(account, { expected, at }),
      owed: owedNext(account, expected, at),
      quarters: byQuarter(account),
    })),
  }
}
export type OnMoney = Awaited<ReturnType<typeof moneyHere>>
export type OnPhase = OnMoney["phases"][number]

/** The return about money that somebody at the site has something to do about next. */
const owedNext = ({ phase }: Account, expected: Expected[], at: Date): Expected | undefined =>
  expected
    .filter((one) => one.owed && one.phase === phase && kindOf(one.kind).needs === "the account")
    .filter((one) => !isSettled(one, at))
    .toSorted((a, b) => a.by.localeCompare(b.by))[0]
