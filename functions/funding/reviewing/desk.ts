import type { Account } from "../../../shared/domain/funding/account.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import { returnAt } from "../../../shared/web/funding/addresses.ts"
import { accountIn, type C } from "../../../shared/web/funding/here.ts"
import { type OnReview, returnAsSent } from "../../../shared/web/reviewing/desk.ts"

/** A return about money as the department reads it, with the account that it counts in. */
export type OnMoney = OnReview & { account?: Account }

/** The return in the address. */
export const returnHere = async (c: C): Promise<OnMoney> => {
  const { organisation, phase } = accountIn(c)
  const reference = c.req.param("reference") ?? ""
  const [desk, account] = await Promise.all([
    returnAsSent(c, { organisation, phase, reference, of: "the money" }),
    fundingIn(c.var.world.table).account(organisation, phase),
  ])
  return { ...desk, account }
}

export const hereAt = ({ phase, organisation, head }: Pick<OnReview, "phase" | "organisation" | "head">) =>
  returnAt(phase, organisation.id, head.reference)
