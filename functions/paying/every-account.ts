import type { Account } from "../../shared/domain/funding/account.ts"
import type { Summary } from "../../shared/domain/funding/summary.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { calendarIn, type WithSites } from "../../shared/store/calendar.ts"
import { fundingIn } from "../../shared/store/funding.ts"
import type { C } from "../../shared/web/funding/here.ts"

/** As many accounts as are fetched at the same moment. */
const together = 8

/** The phase in the address. */
export const phaseHere = async (c: C): Promise<WithSites> => {
  const { table, settings } = c.var.world
  const found = await calendarIn(table, settings.programme).phase(c.req.param("phase") ?? "")
  if (!found) throw new Refused("not found")
  return found
}

/** The accounts of one phase as they stand now, by name: those of which the list says what is wanted. */
export const accountsOf = async (
  c: C,
  phase: string,
  wanted: (one: Summary) => boolean = () => true,
): Promise<Account[]> => {
  const funding = fundingIn(c.var.world.table)
  const listed = (await funding.inPhase(phase)).filter(wanted)
  const found: Account[] = []
  for (let from = 0; from < listed.length; from += together)
    for (const one of await Promise.all(
      listed.slice(from, from + together).map((each) => funding.account(each.organisation, phase)),
    ))
      if (one) found.push(one)
  return found
}

/** The same of every phase. */
export const everyAccount = async (c: C, wanted?: (one: Summary) => boolean) => {
  const { table, settings } = c.var.world
  const phases = await calendarIn(table, settings.programme).phases()
  const found: { phase: WithSites; accounts: Account[] }[] = []
  for (const phase of phases) found.push({ phase, accounts: await accountsOf(c, phase.id, wanted) })
  return found
}

/** A number in the address, of something that is there. */
export const numbered = <One extends { number: number }>(c: C, all: readonly One[]): One => {
  const found = all.find(({ number }) => String(number) === c.req.param("number"))
  if (!found) throw new Refused("not found")
  return found
}
