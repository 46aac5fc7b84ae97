import type { Action } from "../../../shared/domain/actions/action.ts"
import type { Phase } from "../../../shared/domain/calendar/phase.ts"
import { type GoingMonth, type Side, sideNames, sides } from "../../../shared/domain/coaching/going.ts"
import {
  isOfPilot,
  isOpen,
  type Month,
  month,
  monthsOf,
} from "../../../shared/domain/coaching/going-month.ts"
import { lastRated, type RatedMonth } from "../../../shared/domain/coaching/rating.ts"
import type { CoachingRight, CoachingView } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import type { Place } from "../../../shared/store/coaching.ts"
import { goingIn } from "../../../shared/store/going.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { goingAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, mayHere, only, placeHere, viewHere } from "../../../shared/web/coaching/here.ts"

/** The phase in the address, and the site in it with the days of its pilot. */
const inPhaseHere = (c: C) => {
  const place = placeHere(c)
  const phase = c.var.phases.find(({ id }) => id === place.phase)
  const site = phase?.sites.find(({ organisation }) => organisation === place.organisation)
  if (!phase || !site) throw new Refused("not found")
  return { place, phase, site }
}

/** Where all of it is. */
export const goesAt = (c: C) => {
  const { organisation, phase } = placeHere(c)
  return goingAt(organisation, phase)
}

export type OneMonth = { id: Month; going?: GoingMonth; rated?: RatedMonth; open: boolean }

export type OnGoing = {
  view: CoachingView
  place: Place
  phase: Pick<Phase, "id" | "title" | "ratings">
  /** Every month of the pilot that has begun, and any other of which something was said, newest first. */
  months: OneMonth[]
  dated: boolean
  /** Whose word whoever asks gives. */
  mine: Side[]
  /** What is or was to be done, where ratings are shown with their actions. */
  actions: Action[]
}

/** How it is going, month by month. */
export const goingHere = async (c: C): Promise<OnGoing> => {
  const view = viewHere(c)
  const { place, phase, site } = inPhaseHere(c)
  const { table, now } = c.var.world
  const store = goingIn(table, place)
  const asks = phase.ratings !== undefined
  const [going, rated, actions] = await Promise.all([
    store.months(),
    asks ? store.rated() : [],
    asks && view === "whole" ? actionsIn(table, place.organisation).all() : [],
  ])
  const today = londonDate(now())
  const ids = new Set([...monthsOf(site, today), ...going.map(({ id }) => id), ...rated.map(({ id }) => id)])
  return {
    view,
    place,
    phase,
    months: [...ids]
      .sort((a, b) => b.localeCompare(a))
      .map((id) => ({
        id,
        going: going.find((one) => one.id === id),
        rated: rated.find((one) => one.id === id),
        open: isOpen(id, today) && isOfPilot(id, site),
      })),
    dated: site.from !== undefined && site.to !== undefined,
    mine: sideNames.filter((side) => mayHere(c, sides[side].right)),
    actions,
  }
}

/** The month in the address, where it is one of the pilot at this site. */
export const monthHere = (c: C): Month => {
  const { site } = inPhaseHere(c)
  const { success, data } = month.safeParse(c.req.param("month"))
  if (!success || !isOfPilot(data, site)) throw new Refused("not found")
  return data
}

/** For whoever gives their word, about the month in the address. */
export const monthToSay = (c: C, right: CoachingRight): Month => {
  viewHere(c)
  const found = monthHere(c)
  only(c, right)
  return found
}

/** The same about ratings: where the phase does not ask for them, nobody finds any. */
export const monthToRate = (c: C, right: CoachingRight): Month => {
  viewHere(c)
  if (inPhaseHere(c).phase.ratings === undefined) throw new Refused("not found")
  return monthToSay(c, right)
}

/** What the ratings of a month are made by: those that stand, those before them, and what is open. */
export const ratingFacts = async (c: C, id: Month) => {
  const place = placeHere(c)
  const { table } = c.var.world
  const [rated, open] = await Promise.all([
    goingIn(table, place).rated(),
    actionsIn(table, place.organisation).open(),
  ])
  return {
    before: rated.find((one) => one.id === id),
    last: lastRated(rated, id),
    open: open.filter(({ phase }) => phase === undefined || phase === place.phase),
  }
}
