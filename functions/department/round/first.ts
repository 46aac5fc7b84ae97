import { isAnnounced } from "../../../shared/domain/calendar/phase.ts"
import { type ListedRound, standingOf } from "../../../shared/domain/calendar/round.ts"
import { mayInSelection } from "../../../shared/domain/people/selection-policy.ts"
import { arrivalsSeenBy, toTakeIn } from "../../../shared/domain/selection/arrivals.ts"
import { isLinkedTo, type LateAsk } from "../../../shared/domain/selection/late.ts"
import type { RoundSeen } from "../../../shared/domain/selection/waiting.ts"
import { calendarIn } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { lateIn } from "../../../shared/store/late.ts"
import { addMonths, atLondon, londonDate } from "../../../shared/values/london.ts"
import { type C, deskOf } from "../../../shared/web/panel/here.ts"

/** A round that closed longer ago is on its own page alone. In months. */
const backTo = 12

export type First = { seen: RoundSeen[]; rounds: ListedRound[]; earlier: ListedRound[] }

/** Every round that is open, or closed and not announced yet, with what this person may see of it. */
export const firstHere = async (c: C): Promise<First> => {
  const { table, settings, now } = c.var.world
  const at = now()
  const [rounds, phases, asks] = await Promise.all([
    directoryIn(table).rounds(settings.programme),
    calendarIn(table, settings.programme).phases(),
    asksHere(c),
  ])
  const oldest = atLondon(addMonths(londonDate(at), -backTo), "00:00")
  const isOver = ({ phase, closes }: ListedRound) =>
    new Date(closes) < oldest || phases.some((one) => one.id === phase && isAnnounced(one, at))
  const begun = rounds
    .filter((one) => standingOf(one, at) !== "not open yet")
    .sort((a, b) => b.closes.localeCompare(a.closes))
  const isCurrent = (one: ListedRound) => standingOf(one, at) === "open" || !isOver(one)
  const current = begun.filter(isCurrent)
  return {
    seen: await Promise.all(current.map((one) => roundSeenHere(c, one, asks))),
    rounds,
    earlier: begun.filter((one) => !isCurrent(one)),
  }
}

const roundSeenHere = async (c: C, listed: ListedRound, asks: LateAsk[]): Promise<RoundSeen> => {
  const { actor, world } = c.var
  const [{ whole, seen, round }, expected] = await Promise.all([
    deskOf(c, listed.id),
    expectedIn(world.table).inRound(listed.id),
  ])
  const arrivals = arrivalsSeenBy(actor, expected, whole)
  return {
    round,
    sealed: whole.rules.sealed,
    panel: whole.panel,
    seen,
    arrivals,
    asks: asks.filter((one) => one.round === round.id && !isLinkedTo(actor, one.organisation, whole)),
    came: toTakeIn(arrivals, whole.readings).length,
  }
}

/** Asks to be late that wait, for whoever decides about them: of one round where it is given. */
export const asksHere = async (c: C, round?: string): Promise<LateAsk[]> => {
  const { table, settings } = c.var.world
  if (!mayInSelection(c.var.actor, "decide lateness")) return []
  return lateIn(table, settings.programme).waiting(round)
}
