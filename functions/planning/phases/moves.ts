import { answered } from "../../../shared/domain/answered.ts"
import { periodsSet } from "../../../shared/domain/calendar/owed.ts"
import type { Phase } from "../../../shared/domain/calendar/phase.ts"
import { isReadyToPublish } from "../../../shared/domain/calendar/phase-checks.ts"
import {
  factsForm,
  factsOf,
  named,
  newPhase,
  withFacts,
} from "../../../shared/domain/calendar/phase-forms.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { putPeriod, putPhase } from "../../../shared/store/calendar.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { calendarHere, spreadHere } from "../../../shared/web/programme/spread.ts"
import {
  type C,
  checkedHere,
  phaseHere,
  phaseToPlan,
  plannersOnly,
  planning,
  seenOf,
  someoneElse,
} from "./desk.ts"

export type Moved = { phase: string; state: "preparing" | "published" }

/** Begins a phase, under a code that no other has. */
export const prepare = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Moved> => {
  plannersOnly(c)
  const { programme } = c.var.world.settings
  const { id, title } = named.parse(answered(newPhase, given, c.var.world.now()))
  return planning(c, { phase: id, move: "prepare", key }, async () => {
    if (await calendarHere(c).phase(id))
      throw new Refused("not valid", {
        problems: [{ question: "id", says: `There is a phase ${id} already: enter another code` }],
      })
    const phase: Phase = { id, title, about: "", asks: [], sources: [], revision: 0 }
    return { actions: [putPhase(programme, phase)], result: { phase: id, state: "preparing" as const } }
  })
}

export type Saved = { phase: string; seen: string }

/** Saves what a phase is. Its dates can be changed until it is published. */
export const changeFacts = async (c: C, given: Record<string, unknown>, seen?: string): Promise<Saved> => {
  const { id } = await phaseToPlan(c)
  const { programme } = c.var.world.settings
  const decided = async () => {
    const { sites: _, ...before } = await phaseHere(c)
    const now = c.var.world.now()
    if (before.published && (given.from ?? given.to) !== undefined)
      throw new Refused("not possible now", {
        says: "This phase is published: its dates stand. Those of a site can change, and due dates can.",
      })
    const after = withFacts(before, answered(factsForm(before, now), given, now))
    const result = { phase: id, seen: seenOf(factsOf(after)) }
    const same = result.seen === seenOf(factsOf(before))
    if (!same && seen !== undefined && seen !== seenOf(factsOf(before))) throw someoneElse()
    return { before, after, result, same }
  }
  const first = await decided()
  if (first.same) return first.result
  const saved = await planning(c, { phase: id, move: "change facts" }, async () => {
    const { before, after, result } = await decided()
    return { actions: [putPhase(programme, after, before)], result }
  })
  await spreadHere(c, { id })
  return saved
}

/** As many periods as are written together with the phase itself. */
const mostPeriods = 80

/** Publishes a phase in which nothing is missing: each site is expected to send what it owes from now. */
export const publish = async (c: C, seen: number | undefined, key: MoveKey): Promise<Moved> => {
  const { id } = await phaseToPlan(c)
  const { programme } = c.var.world.settings
  const published = await planning(c, { phase: id, move: "publish", key }, async () => {
    const phase = await phaseHere(c)
    if (phase.published) throw new Refused("not possible now", { says: "This phase is published already." })
    if (seen !== undefined && seen !== phase.revision)
      throw new Refused("changed by someone else", {
        says: "Somebody changed this phase after you opened the page. Nothing was published. Read it again first.",
      })
    const { checks, stored } = await checkedHere(c, phase)
    const periods = periodsSet(phase, phase.sites, stored)
    if (!isReadyToPublish(checks) || periods.length > mostPeriods)
      throw new Refused("not complete", {
        says: "Nothing was published.",
        problems: [
          ...checks
            .filter(({ done, weighs }) => !done && weighs === "problem")
            .map(({ id: question, says }) => ({ question, says })),
          ...(periods.length > mostPeriods
            ? [
                {
                  question: "asks",
                  says: `It has ${periods.length} due dates. A phase has ${mostPeriods} at most`,
                },
              ]
            : []),
        ],
      })
    const { sites: _, ...before } = phase
    const added = periods.filter((one) => !stored.some((each) => each.id === one.id))
    return {
      actions: [
        putPhase(programme, { ...before, published: c.var.world.now().toISOString() }, before),
        ...added.map((one) => putPeriod(programme, one)),
      ],
      result: { phase: id, state: "published" as const },
    }
  })
  await spreadHere(c, { id })
  return published
}
