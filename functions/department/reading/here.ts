import { mayInSelection, type SelectionRight } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Criterion } from "../../../shared/domain/selection/criterion.ts"
import type { PanelView } from "../../../shared/domain/selection/notes.ts"
import { closedFor, emptySheet } from "../../../shared/domain/selection/scoring.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import type { SentSheet, Sheet } from "../../../shared/domain/selection/sheet.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { type C, type Free, freeHere, type OnDesk, oneHere } from "../../../shared/web/panel/here.ts"

/** Whoever has none of these rights finds nothing here, before anything is read. */
export const findable = (c: C, ...rights: SelectionRight[]) => {
  if (!rights.some((right) => mayInSelection(c.var.actor, right))) throw new Refused("not found")
}

/** One that somebody with one of these rights may read: whoever has not said whether they have a link says so first. */
export const freeWith = async (c: C, ...rights: SelectionRight[]): Promise<Free> => {
  findable(c, ...rights)
  return freeHere(c)
}

/** The same for a page, or where to say it first. */
export const shownWith = async (
  c: C,
  rights: SelectionRight[],
  page: (desk: Free) => unknown,
): Promise<Response> => {
  findable(c, ...rights)
  const desk = await oneHere(c)
  if (!isFree(desk)) return c.redirect(`${expressionAt(desk.round.id, desk.one.reference)}/links`, 303)
  return c.html((await page(desk)) as string)
}

const isFree = (desk: OnDesk): desk is Free => isOpen(desk.one)

/** What members with lived experience think, for whoever may see what others scored. */
export const viewsOn = async ({ one, raw, store }: Free): Promise<PanelView[]> => {
  if (!one.compared) throw new Refused("not found")
  return store.views(raw)
}

/** The address of the one that is looked at. */
export const hereAt = ({ round, one }: Pick<Free, "round" | "one">) => expressionAt(round.id, one.reference)

/** A reader's own sheet of one: `sent` oldest first, `closed` why it cannot be changed now. */
export type Scoring = { own: Sheet; before?: Sheet; sent: SentSheet[]; closed?: string }

/** This person's own sheet, where they are one of its readers: nothing of anybody else's is loaded. */
export const scoringOn = async (c: C, { one, store }: Free): Promise<Scoring | undefined> => {
  if (!one.own || !mayInSelection(c.var.actor, "score")) return undefined
  const { id } = c.var.actor
  const [before, sent] = await Promise.all([
    store.sheet(one.reference, id),
    one.own.sent ? store.sentBy(one.reference, id) : [],
  ])
  const own = before ?? emptySheet(one.reference, id, c.var.world.now().toISOString())
  return { own, before, sent, closed: closedFor(one) }
}

/** For whoever reads it for the panel; whoever does not finds no sheet. */
export const sheetHere = async (c: C): Promise<Free & Scoring> => {
  const desk = await freeWith(c, "score")
  return sheetOn(c, desk)
}

export const sheetOn = async (c: C, desk: Free): Promise<Free & Scoring> => {
  const scoring = await scoringOn(c, desk)
  if (!scoring) throw new Refused("not found")
  return { ...desk, ...scoring }
}

export const criterionHere = (c: C, { whole }: Pick<Free, "whole">): Criterion => {
  const found = whole.criteria.find(({ id }) => id === c.req.param("criterion"))
  if (!found) throw new Refused("not found")
  return found
}

/** How many of this person's own sheets of the round are still to be sent. */
export const owedIn = ({ seen }: Pick<Free, "seen">) =>
  seen.filter((each) => isOpen(each) && each.own && !each.own.sent).length
