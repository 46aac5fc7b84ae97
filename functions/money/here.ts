import type { Context } from "hono"
import type { Account } from "../../shared/domain/funding/account.ts"
import type { VerbName } from "../../shared/domain/funding/play.ts"
import { type FundingLetter, letterTo } from "../../shared/domain/letters/written.ts"
import {
  type FundingRight,
  fundingGrantFor,
  fundingPolicy,
  mayWithMoney,
} from "../../shared/domain/people/funding-policy.ts"
import type { Grant } from "../../shared/domain/people/grant.ts"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { type Role, roles } from "../../shared/domain/people/role.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { calendarIn } from "../../shared/store/calendar.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { type Decided, fundingIn, there } from "../../shared/store/funding.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import type { Json } from "../../shared/values/canonical.ts"
import type { SignedIn } from "../../shared/web/env.ts"

export type C = Context<SignedIn>

export const siteHere = (c: C) => c.req.param("organisation") ?? ""
export const phaseIdHere = (c: C) => c.req.param("phase") ?? ""

export const organisationHere = async (c: C): Promise<Organisation> => {
  const found = await directoryIn(c.var.world.table).organisation(siteHere(c))
  if (!found) throw new Refused("not found")
  return found
}

/** Every account of the site, of the phase that began last first. */
export const accountsHere = async (c: C): Promise<Account[]> =>
  (await fundingIn(c.var.world.table).accounts(siteHere(c))).toSorted((a, b) => b.from.localeCompare(a.from))

/** The account in the address. */
export const accountHere = async (c: C): Promise<Account> =>
  there(await fundingIn(c.var.world.table).account(siteHere(c), phaseIdHere(c)))

export const phasesHere = (c: C) => calendarIn(c.var.world.table, c.var.world.settings.programme).phases()

export const mayHere = (c: C, right: FundingRight) => mayWithMoney(c.var.actor, right, siteHere(c))

/** "This is for the sponsor or the section 151 officer." */
export const forWhom = (allowed: readonly Role[]) =>
  `This is for the ${allowed
    .filter((role) => roles[role].at === "organisation")
    .map((role) => roles[role].words)
    .join(" or the ")}.`

/** For whoever works at the site and has no part in this. */
export const only = (c: C, right: FundingRight) => {
  if (!mayHere(c, right)) throw new Refused("not allowed", { says: forWhom(fundingPolicy[right]) })
}

type Posted = { grant: Grant | undefined; says: string; key?: MoveKey }

/** A line more in the ledger of the account in the address, by a grant over this site. */
export const postHere = <Name extends VerbName, Result extends Json>(
  c: C,
  { grant, says, key }: Posted,
  decide: (before: Account) => Promise<Decided<Name, Result>> | Decided<Name, Result>,
): Promise<Result> => {
  const { actor, world } = c.var
  if (!grant) throw new Refused("not allowed", { says })
  return fundingIn(world.table).change<Name, Result>(
    { organisation: siteHere(c), phase: phaseIdHere(c) },
    { by: { actor, grant }, at: world.now(), ...(key && { key }) },
    (before) => decide(there(before)),
  )
}

/** The same for whoever has a right here. */
export const withRight = (c: C, right: FundingRight, key?: MoveKey): Posted => ({
  grant: fundingGrantFor(c.var.actor, right, siteHere(c)),
  says: forWhom(fundingPolicy[right]),
  ...(key && { key }),
})

type Written = Pick<FundingLetter, "id" | "subject" | "lines" | "path"> & { roles: readonly Role[] }

/** Writes to whoever holds some roles at this site, but not to whoever does it. */
export const writingHere = async (c: C) => {
  const { world, actor } = c.var
  const members = await peopleIn(world.table).membersOf(siteHere(c))
  const others = members.filter(({ person }) => person !== actor.id)
  return ({ roles, id, ...about }: Written): FundingLetter[] =>
    letterTo(
      { ...about, id: `${phaseIdHere(c)}#${id}`, organisation: siteHere(c), phase: phaseIdHere(c) },
      { members: others, roles, at: world.now() },
    )
}
