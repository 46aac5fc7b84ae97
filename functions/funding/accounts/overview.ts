import { currentPhase } from "../../../shared/domain/calendar/board.ts"
import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import { moneyPeriods } from "../../../shared/domain/funding/award-plan.ts"
import { midPhasesIn, returnsWaiting, totalLine } from "../../../shared/domain/funding/overview.ts"
import type { Summary } from "../../../shared/domain/funding/summary.ts"
import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { WithSites } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { seesMoneyOf } from "../../../shared/web/funding/assigned.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { calendarHere } from "../../../shared/web/programme/spread.ts"

/**
 * The money of every site of a phase and what waits: of the phase in the address, or of the one that runs now. What it
 * costs does not grow with the sites: the phases, one list of accounts, and one of each return of money that has begun.
 */
export const overviewHere = async (c: C) => {
  const { table, now } = c.var.world
  const at = now()
  const today = londonDate(at)
  const calendar = calendarHere(c)
  const [phases, stored] = await Promise.all([calendar.phases(), calendar.periods()])
  const phase = phaseIn(c, phases, today)
  const begun = phase ? moneyPeriods(stored, phase.id).filter(({ from }) => from <= today) : []
  const [listed, ...expected] = await Promise.all([
    phase ? fundingIn(table).inPhase(phase.id) : [],
    ...begun.map(({ id }) => expectedIn(table).inRound(id)),
  ])
  const sees = seesMoneyOf(c, phases)
  const accounts = listed.filter(sees)
  const sites = (phase?.sites ?? []).filter(sees)
  return {
    at,
    today,
    phases: phases.filter(({ published }) => published !== undefined),
    phase,
    sites,
    accounts,
    total: totalLine(accounts),
    waiting: returnsWaiting(expected.flat().filter(sees), at),
    midPhases: midPhasesIn(accounts, sites, today),
    notOffered: withoutOffer(sites, accounts),
    reserve: await reserveHere(c, phase, accounts),
  }
}
export type Overview = Awaited<ReturnType<typeof overviewHere>>

const phaseIn = (c: C, phases: WithSites[], today: string): WithSites | undefined => {
  const asked = c.req.param("phase")
  if (asked === undefined) return currentPhase(phases, today)
  const found = phases.find(({ id }) => id === asked)
  if (!found) throw new Refused("not found")
  return found
}

const withoutOffer = (sites: readonly SitePhase[], accounts: readonly Summary[]) =>
  sites.filter(({ organisation }) => !accounts.some((one) => one.organisation === organisation))

/** The round from which a reserve can be promoted, where a site has declined and whoever looks may see it. */
const reserveHere = async (c: C, phase: WithSites | undefined, accounts: readonly Summary[]) => {
  if (!phase || !accounts.some(({ state }) => state === "declined")) return undefined
  if (!mayInSelection(c.var.actor, "take into the phase")) return undefined
  const rounds = await directoryIn(c.var.world.table).rounds(c.var.world.settings.programme)
  return rounds.filter((one) => one.phase === phase.id).at(-1)?.id
}
