import type { Account } from "../../shared/domain/funding/account.ts"
import { mayWithMoney } from "../../shared/domain/people/funding-policy.ts"
import { accountsIn } from "../../shared/store/accounts.ts"
import type { C } from "./desk.ts"

/** The money of the site, for whoever has a part in it: one request. */
export const moneyOnHome = async (c: C): Promise<Account[] | undefined> => {
  const { actor, world } = c.var
  const organisation = c.req.param("organisation") ?? ""
  const sees = (["see own money", "set up"] as const).some((right) =>
    mayWithMoney(actor, right, organisation),
  )
  return sees ? accountsIn(world.table).accounts(organisation) : undefined
}
