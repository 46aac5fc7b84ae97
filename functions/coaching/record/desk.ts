import { type Action, inOrder } from "../../../shared/domain/actions/action.ts"
import { type Head, newHead } from "../../../shared/domain/coaching/head.ts"
import type { CoachingView } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Event } from "../../../shared/domain/submissions/event.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { coachingIn, type Place, pageOfTimeline } from "../../../shared/store/coaching.ts"
import { type C, phasesHere, placeHere, siteHere, viewHere } from "../../../shared/web/coaching/here.ts"
import { seenHere } from "../actions/desk.ts"

export type OnRecord = {
  view: CoachingView
  place: Place
  head: Head
  /** What is open about this phase, or about none: by its day. */
  actions: Action[]
  phases: ReturnType<typeof phasesHere>
}

const recordOf = async (c: C, place: Place): Promise<OnRecord> => {
  const view = viewHere(c)
  const { table } = c.var.world
  const [head, actions] = await Promise.all([
    coachingIn(table).head(place.organisation, place.phase),
    actionsIn(table, place.organisation).open(),
  ])
  return {
    view,
    place,
    head: head ?? newHead(place),
    actions: inOrder(
      actions
        .filter(({ phase }) => phase === undefined || phase === place.phase)
        .flatMap((one) => seenHere(c, one) ?? []),
    ),
    phases: phasesHere(c),
  }
}

/** The coaching of the site in the phase of the address: where it stands, and what is to be done. */
export const recordHere = (c: C): Promise<OnRecord> => recordOf(c, placeHere(c))

/** The same of the phase that the site began last. */
export const latestHere = async (c: C): Promise<OnRecord> => {
  viewHere(c)
  const [latest] = phasesHere(c)
  if (!latest) throw new Refused("not found")
  const { phase, site } = latest
  return recordOf(c, { organisation: siteHere(c), phase: phase.id, name: site.name })
}

export type Timeline = { place: Place; events: Event[]; earlier?: number }

/** One page of what happened, newest first. */
export const timelineHere = async (c: C): Promise<Timeline> => {
  const place = placeHere(c)
  viewHere(c)
  const events = await coachingIn(c.var.world.table).timeline(place.organisation, place.phase, beforeIn(c))
  const last = events.at(-1)?.number ?? 1
  return { place, events, ...(events.length === pageOfTimeline && last > 1 && { earlier: last }) }
}

const beforeIn = (c: C): number | undefined => {
  const given = c.req.query("before")
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Refused("not understood")
  return Number(given)
}
