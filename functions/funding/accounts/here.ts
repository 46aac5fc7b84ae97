import { periodsSet } from "../../../shared/domain/calendar/owed.ts"
import type { Period } from "../../../shared/domain/calendar/period.ts"
import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import type { Account } from "../../../shared/domain/funding/account.ts"
import {
  type FundingRight,
  fundingGrantFor,
  fundingPolicy,
} from "../../../shared/domain/people/funding-policy.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putPeriod, putPhase, putSite, type WithSites } from "../../../shared/store/calendar.ts"
import { changesIn } from "../../../shared/store/changes.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import type { Action } from "../../../shared/store/table.ts"
import { canonical, type Json } from "../../../shared/values/canonical.ts"
import { accountIn, type C } from "../../../shared/web/funding/here.ts"
import { calendarHere, recordOf } from "../../../shared/web/programme/spread.ts"

/** Who may, for whoever may not. */
export const saysOf = (right: FundingRight) =>
  `This is for the ${fundingPolicy[right]
    .filter((role) => roles[role].at === "programme")
    .map((role) => roles[role].words)
    .join(" or the ")}.`

export type OnSite = { phase: WithSites; site: SitePhase; stored: Period[]; account?: Account }

/** The site in the address, in its phase, with its account where it has one. Who names another finds nothing. */
export const siteHere = async (c: C): Promise<OnSite> => {
  const { organisation, phase: id } = accountIn(c)
  const calendar = calendarHere(c)
  const [phase, stored, account] = await Promise.all([
    calendar.phase(id),
    calendar.periods(),
    fundingIn(c.var.world.table).account(organisation, id),
  ])
  const site = phase?.sites.find((one) => one.organisation === organisation)
  if (!phase || !site) throw new Refused("not found")
  return { phase, site, stored, ...(account && { account }) }
}

/** The same with an award that was offered. */
export const awardHere = async (c: C): Promise<OnSite & { account: Account }> => {
  const { account, ...here } = await siteHere(c)
  if (!account)
    throw new Refused("not possible now", { says: `Nothing has been offered to ${here.site.name} yet.` })
  return { ...here, account }
}

/**
 * The site as its calendar knows it, changed with its award: the phase is then to be spread again, and its history says
 * by whom. Nothing where nothing changes.
 */
export const siteChanged = async (
  c: C,
  { phase, site, stored }: OnSite,
  change: Partial<Pick<SitePhase, "award" | "full" | "to">>,
  { right, note }: { right: FundingRight; note: string },
): Promise<Action[]> => {
  const after: SitePhase = { ...site, ...change }
  if (canonical(after as Json) === canonical(site as Json)) return []
  const { actor, world } = c.var
  const { programme } = world.settings
  const { sites, ...own } = phase
  const grant = fundingGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says: saysOf(right) })
  const next = sites.map((one) => (one === site ? after : one))
  const periods = phase.published ? periodsSet(phase, next, stored) : []
  return [
    putSite(programme, after, site),
    putPhase(programme, own, own),
    ...(await changesIn(world.table).next({
      record: recordOf(phase.id),
      move: "change site",
      note,
      by: { actor, grant },
      at: world.now(),
      salt: Buffer.from(world.random(12)).toString("base64url"),
    })),
    ...periods
      .filter(({ id }) => !stored.some((one) => one.id === id))
      .map((one) => putPeriod(programme, one)),
  ]
}
