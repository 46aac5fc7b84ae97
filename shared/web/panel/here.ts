import type { Context } from "hono"
import type { Expected } from "../../domain/calendar/expected.ts"
import { type Round, rulesOf } from "../../domain/calendar/round.ts"
import {
  mayInSelection,
  type SelectionRight,
  selectionGrantFor,
} from "../../domain/people/selection-policy.ts"
import { Refused } from "../../domain/refused.ts"
import { criteriaOf } from "../../domain/selection/criterion.ts"
import type { Reading } from "../../domain/selection/reading.ts"
import { isOpen, type Open, type Seen, seenBy, type Whole } from "../../domain/selection/seen.ts"
import { coachedIn } from "../../domain/selection/standing.ts"
import { calendarIn } from "../../store/calendar.ts"
import { directoryIn } from "../../store/directory.ts"
import { expectedIn } from "../../store/expected.ts"
import type { MoveKey } from "../../store/moves.ts"
import { type PanelStore, panelIn, panelRecord } from "../../store/panel.ts"
import type { Action } from "../../store/table.ts"
import type { Json } from "../../values/canonical.ts"
import type { SignedIn } from "../env.ts"
import { expressionAt } from "./addresses.ts"

export type C = Context<SignedIn>

/**
 * The panel of the round in the address, loaded once, in three requests however many applied. `seen` is all of it that
 * this person may see; `whole` is for deciding about moves, and nothing is shown from it.
 */
export type Desk = { round: Round; store: PanelStore; whole: Whole; seen: Seen[] }

export const deskHere = (c: C): Promise<Desk> => deskOf(c, c.req.param("round") ?? "")

/** The same for a round that the address does not name. */
export const deskOf = async (c: C, id: string): Promise<Desk> => {
  const { actor, world } = c.var
  const store = panelIn(world.table, id)
  const [round, phases, stands] = await Promise.all([
    directoryIn(world.table).round(id),
    calendarIn(world.table, world.settings.programme).phases(),
    store.all(),
  ])
  if (!round || round.programme !== world.settings.programme) throw new Refused("not found")
  const whole: Whole = {
    ...stands,
    criteria: criteriaOf(round),
    rules: rulesOf(round),
    coached: coachedIn(phases),
  }
  return { round, store, whole, seen: seenBy(actor, whole) }
}

/** Who has begun, sent or withdrawn in the round, as it was a moment ago: one request more. */
export const arrivalsHere = (c: C): Promise<Expected[]> =>
  expectedIn(c.var.world.table).inRound(c.req.param("round") ?? "")

/** One expression of interest on the desk: `raw` for deciding about a move, `seen` for showing. */
export type OnDesk = Desk & { raw: Reading; one: Seen }

/** The one in the address. Whoever has a link with it finds nothing: the same answer as for one that is not there. */
export const oneHere = async (c: C): Promise<OnDesk> => {
  const desk = await deskHere(c)
  const reference = c.req.param("reference") ?? ""
  const one = desk.seen.find((each) => each.reference === reference)
  const raw = desk.whole.readings.find((each) => each.reference === reference)
  if (!one || !raw) throw new Refused("not found")
  return { ...desk, raw, one }
}

export type Free = Desk & { raw: Reading; one: Open }

/** The same for whoever has said that they have no link with it: nothing of it is shown or changed before. */
export const freeHere = async (c: C): Promise<Free> => {
  const desk = await oneHere(c)
  if (!isOpen(desk.one)) throw new Refused("not possible now", { says: sayFirst(desk.one.name) })
  return { ...desk, one: desk.one }
}

/** A page about one of them: whoever has not said whether they have a link is asked that first. */
export const shown = async (c: C, page: (desk: Free) => unknown) => {
  const desk = await oneHere(c)
  const { one, round } = desk
  if (!isOpen(one)) return c.redirect(`${expressionAt(round.id, one.reference)}/links`, 303)
  return c.html((await page({ ...desk, one })) as string)
}

const sayFirst = (name: string) =>
  `Say first whether you have a link with ${name}. Nothing of it is shown before.`

/** For whoever may see something and not do it. */
export const only = (c: C, right: SelectionRight, says: string) => {
  if (!mayInSelection(c.var.actor, right)) throw new Refused("not allowed", { says })
}

type Asked = {
  right: SelectionRight
  /** Who may, for whoever may not. */
  says: string
  /** A reference, or the panel itself. */
  record?: string
  move: string
  note?: string
  key?: MoveKey
}

/**
 * A change in the panel by whoever asks, with its line of history. `decide` is asked again where somebody was quicker:
 * it loads what stands there itself.
 */
export const changing = <Result extends Json>(
  c: C,
  { right, says, record = panelRecord, ...asked }: Asked,
  decide: () => Promise<{ actions: Action[]; result: Result }>,
): Promise<Result> => {
  const { actor, world } = c.var
  const grant = selectionGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says })
  return panelIn(world.table, c.req.param("round") ?? "").changes.change(
    {
      ...asked,
      record,
      by: { actor, grant },
      at: world.now(),
      ...(asked.note !== undefined && { salt: Buffer.from(world.random(12)).toString("base64url") }),
    },
    decide,
  )
}

/** Who does something, as it is kept. */
export const whoHere = ({ var: { actor } }: C) => ({ person: actor.id, name: actor.name })
