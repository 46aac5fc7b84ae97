import { selectionGrantFor } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { arrivalsSeenBy, countsOf, toTakeIn } from "../../../shared/domain/selection/arrivals.ts"
import { isLinkedTo, type LateAsk } from "../../../shared/domain/selection/late.ts"
import { type AsksWaiting, cannotOpen } from "../../../shared/domain/selection/opening.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import { lateIn } from "../../../shared/store/late.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { takeIn } from "../../../shared/store/opening.ts"
import { panelRecord } from "../../../shared/store/panel.ts"
import { type C, changing, type Desk, deskHere, only, whoHere } from "../../../shared/web/panel/here.ts"

export const opener = "The chair of the selection panel opens the round for reading."

export type OnOpening = Desk & {
  /** Why it cannot be opened now. */
  not?: string
  sent: number
  taken: number
  left: number
  asks: AsksWaiting
}

/** The round as it stands before it is opened, or while it is. */
export const openingHere = async (c: C): Promise<OnOpening> => {
  only(c, "open the round", opener)
  const { actor, world } = c.var
  const [desk, waiting] = await Promise.all([deskHere(c), waitingHere(c)])
  const { round, whole, seen } = desk
  const asks = asksFor(c, desk, waiting)
  const expected = await expectedIn(world.table).inRound(round.id)
  const arrivals = arrivalsSeenBy(actor, expected, whole)
  return {
    ...desk,
    not: whole.panel?.opening ? undefined : cannotOpen(round, asks, world.now()),
    sent: countsOf(arrivals).sent,
    taken: seen.length,
    left: toTakeIn(arrivals, whole.readings).length,
    asks,
  }
}

const asksFor = ({ var: { actor } }: C, { whole }: Desk, waiting: LateAsk[]): AsksWaiting => {
  const own = waiting.filter(({ organisation }) => !isLinkedTo(actor, organisation, whole)).length
  return { own, others: waiting.length > own }
}

const waitingHere = (c: C) => {
  const { table, settings } = c.var.world
  return lateIn(table, settings.programme).waiting(c.req.param("round") ?? "")
}

/** `taken` counts what whoever opens it may know of; `done` is false while there is more to take in. */
export type Opened = { round: string; taken: number; done: boolean }

/**
 * Opens the round for reading: says so first, then takes in what was sent, as much as one request can. Again, it goes on
 * where it ended, or takes in what came since.
 */
export const openRound = async (c: C, key: MoveKey): Promise<Opened> => {
  only(c, "open the round", opener)
  const { table, log, now } = c.var.world
  const { round, whole } = await deskHere(c)
  if (whole.panel?.told)
    throw new Refused("not possible now", {
      says: "Every applicant was told what was decided: nothing more is taken in.",
    })
  if (!whole.panel?.opening) await begin(c)
  const { left, unreadable } = await takeIn(table, round, now())
  for (const reference of unreadable) log.error("unreadable record", { reference })
  return inOrder(await noted(c, key, left === 0))
}

const alreadyOpen = "changed by someone else"

/** Once: whoever is slower goes on with what the other began. */
const begin = async (c: C) => {
  const at = c.var.world.now()
  const move = { right: "open the round", says: opener, move: "open the round" } as const
  try {
    await changing(c, move, async () => {
      const [desk, waiting] = await Promise.all([deskHere(c), waitingHere(c)])
      const { round, store, whole } = desk
      if (whole.panel?.opening) throw new Refused(alreadyOpen)
      const says = cannotOpen(round, asksFor(c, desk, waiting), at)
      if (says) throw new Refused("not possible now", { says })
      const opening = { at: at.toISOString(), by: whoHere(c), taken: 0, done: false }
      const head = whole.panel ?? { round: round.id, revision: 0 }
      return { actions: [store.putHead({ ...head, opening }, whole.panel)], result: null }
    })
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal !== alreadyOpen) throw error
  }
}

/** How far it has come, with a line of history where it has come further; the same key gives what it gave. */
const noted = (c: C, key: MoveKey, done: boolean): Promise<Opened> => {
  const { actor, world } = c.var
  const at = keys.panelMove(c.req.param("round") ?? "", actor.id, key.key)
  return keyedWrite<Opened>(world.table, { at, key }, async () => {
    const { round, store, whole, seen } = await deskHere(c)
    const { panel, readings } = whole
    const grant = selectionGrantFor(actor, "open the round")
    if (!panel?.opening || !grant) throw new Refused("busy", { retryAfterSeconds: 1 })
    const opening = { ...panel.opening, taken: readings.length, done: panel.opening.done || done }
    const same = opening.taken === panel.opening.taken && opening.done === panel.opening.done
    const line = { record: panelRecord, move: "take in", by: { actor, grant }, at: world.now() }
    return {
      actions: same ? [] : [...(await store.changes.next(line)), store.putHead({ ...panel, opening }, panel)],
      result: { round: round.id, taken: seen.length, done },
    }
  })
}

/** The same bytes each time, whatever order a store gives members back in. */
const inOrder = ({ round, taken, done }: Opened): Opened => ({ round, taken, done })
