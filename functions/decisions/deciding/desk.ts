import type { SelectionRight } from "../../../shared/domain/people/selection-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Deciding } from "../../../shared/domain/selection/deciding.ts"
import { type Comparable, isComparable } from "../../../shared/domain/selection/portfolio.ts"
import { type Ranked, ranked } from "../../../shared/domain/selection/ranking.ts"
import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { isOpen } from "../../../shared/domain/selection/seen.ts"
import { owedBy as owed } from "../../../shared/domain/selection/standing.ts"
import {
  type C,
  type Desk,
  deskHere,
  type Free,
  freeHere,
  only,
  whoHere,
} from "../../../shared/web/panel/here.ts"

/** Who may, for whoever may not. */
export const says = {
  compare: "The chair, readers and decision-makers compare scores.",
  moderate: "The chair of the selection panel moderates.",
  decide: "A decision-maker decides.",
  "write feedback": "The chair and readers write feedback.",
  "export the round": "The chair and decision-makers see what is decided of a round.",
} satisfies Partial<Record<SelectionRight, string>>
export type DecidingRight = keyof typeof says

export const allowed = (c: C, right: DecidingRight) => only(c, right, says[right])

/** How many sheets of this round somebody has still to send: until then they see nobody else's scores. */
export const owedBy = (c: C, { whole }: Pick<Desk, "whole">) => owed(c.var.actor, whole).length

export const sendFirst = (owed: number) =>
  `Send your own ${owed === 1 ? "sheet" : `${owed} sheets`} first. You see what others scored after that.`

/** Refuses whoever still owes a sheet. */
export const nothingOwed = (c: C, desk: Pick<Desk, "whole">) => {
  const owed = owedBy(c, desk)
  if (owed > 0) throw new Refused("not possible now", { says: sendFirst(owed) })
}

export type Comparing = Omit<Free, "one"> & { one: Comparable }

/** The same desk for whoever may compare what is on it, refused to whoever may not, or not yet. */
export const comparing = (c: C, desk: Free): Comparing => {
  const { one } = desk
  if (isComparable(one)) return { ...desk, one }
  nothingOwed(c, desk)
  throw new Refused("not allowed", { says: "You see the scores of those that you read." })
}

/** One that whoever has a right may compare: nothing of it is loaded, shown or changed before. */
export const comparedHere = async (c: C, right: DecidingRight): Promise<Comparing> => {
  allowed(c, right)
  return comparing(c, await freeHere(c))
}

/** A whole round for whoever has a right and owes no sheet of it. */
export const roundCompared = async (
  c: C,
  right: DecidingRight,
): Promise<Desk & { compared: Comparable[] }> => {
  allowed(c, right)
  const desk = await deskHere(c)
  nothingOwed(c, desk)
  return { ...desk, compared: comparablesIn(desk) }
}

export const comparablesIn = ({ seen }: Pick<Desk, "seen">): Comparable[] =>
  seen.filter(isOpen).filter(isComparable)

/** What is decided by, for deciding about one of the round: of the others, what whoever decides may see. */
export const decidingHere = (c: C, desk: Pick<Desk, "whole" | "round" | "seen">): Deciding => {
  const { whole, round } = desk
  const known = new Set(comparablesIn(desk).map(({ reference }) => reference))
  return {
    ...whole,
    readings: whole.readings.filter(({ reference }) => known.has(reference)),
    ceiling: round.ceiling,
    by: whoHere(c),
    at: c.var.world.now(),
  }
}

export type RankedOne = Omit<Comparable, "readers"> & Pick<Reading, "readers" | "moderated">
export type Ranking = {
  /** Own sheets still to send: above 0, nothing else is here. */
  owed: number
  rows: Ranked<RankedOne>[]
  /** Those that this person may compare once they are scored. */
  notRanked: number
  /** Those that could not apply: they have no place. */
  cannot: number
  /** Those that somebody else reads. */
  others: number
  /** Those of which this person has not said whether they have a link. */
  unsaid: number
}

/** The ranking as whoever asks may see it: made of nothing else. */
export const rankingOf = (c: C, desk: Desk): Ranking => {
  const owed = owedBy(c, desk)
  const open = desk.seen.filter(isOpen)
  const comparable = owed > 0 ? [] : comparablesIn(desk)
  const rows = ranked(
    desk.whole.criteria,
    comparable.map((one): RankedOne => {
      const { readers, moderated } = one.compared
      return { ...one, readers, moderated }
    }),
  )
  const cannot = comparable.filter(({ apply }) => apply?.answer === "no").length
  return {
    owed,
    rows,
    notRanked: comparable.length - cannot - rows.length,
    cannot,
    others: owed > 0 ? 0 : open.length - comparable.length,
    unsaid: desk.seen.length - open.length,
  }
}

export const rankingHere = async (c: C): Promise<Desk & { ranking: Ranking }> => {
  allowed(c, "compare")
  const desk = await deskHere(c)
  return { ...desk, ranking: rankingOf(c, desk) }
}
