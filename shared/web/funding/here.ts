import type { Context } from "hono"
import type { Account } from "../../domain/funding/account.ts"
import type { VerbName } from "../../domain/funding/play.ts"
import { type FundingRight, fundingGrantFor, mayWithMoney } from "../../domain/people/funding-policy.ts"
import { Refused } from "../../domain/refused.ts"
import { type Decided, fundingIn, type Posting, there } from "../../store/funding.ts"
import type { MoveKey } from "../../store/moves.ts"
import type { Json } from "../../values/canonical.ts"
import type { SignedIn } from "../env.ts"

export type C = Context<SignedIn>

/** Which account the address names. */
export const accountIn = (c: C) => ({
  organisation: c.req.param("organisation") ?? "",
  phase: c.req.param("phase") ?? "",
})

/** The account in the address, as it stands; whoever names one that is not there finds nothing. */
export const accountHere = async (c: C): Promise<Account> => {
  const { organisation, phase } = accountIn(c)
  return there(await fundingIn(c.var.world.table).account(organisation, phase))
}

/** For whoever may see the money and not do this with it. */
export const only = (c: C, right: FundingRight, says: string) => {
  if (!mayWithMoney(c.var.actor, right)) throw new Refused("not allowed", { says })
}

/** Who acts, by which grant, now: for a line of a ledger. Refused where they hold none of the roles. */
export const postingBy = (c: C, right: FundingRight, says: string, key?: MoveKey): Posting => {
  const { actor, world } = c.var
  const grant = fundingGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says })
  return { by: { actor, grant }, at: world.now(), ...(key && { key }) }
}

/** A line more in the ledger of the account in the address. `decide` refuses by throwing, and is asked again after a clash. */
export const postHere = <Name extends VerbName, Result extends Json>(
  c: C,
  { right, says, key }: { right: Name; says: string; key?: MoveKey },
  decide: (before: Account) => Promise<Decided<Name, Result>> | Decided<Name, Result>,
): Promise<Result> =>
  fundingIn(c.var.world.table).change<Name, Result>(accountIn(c), postingBy(c, right, says, key), (before) =>
    decide(there(before)),
  )
