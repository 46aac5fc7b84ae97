import type { Round } from "../domain/calendar/round.ts"
import { type Arrival, arrivalOf, toTakeIn } from "../domain/selection/arrivals.ts"
import { readingOf, takenAgain } from "../domain/selection/opening.ts"
import type { Reading } from "../domain/selection/reading.ts"
import { sentIn } from "../domain/submissions/sent.ts"
import { directoryIn } from "./directory.ts"
import { expectedIn } from "./expected.ts"
import { panelIn } from "./panel.ts"
import { sentTo } from "./sent-to.ts"
import type { Table } from "./table.ts"

/** As many as one request takes in, and as many as are read at a time. */
const most = 100
const together = 8

/** `left` are those that the next request takes in; `unreadable` those of which the version that counts is not there. */
export type TakenIn = { left: number; unreadable: string[] }

/**
 * Takes in what was sent in a round and is not with its panel yet. Each is written by itself, and only while it is new or
 * stands as it was read: broken off anywhere and begun again, or done twice at once, it comes to the same.
 */
export const takeIn = async (table: Table, round: Round, at: Date): Promise<TakenIn> => {
  const [expected, { readings }] = await Promise.all([
    expectedIn(table).inRound(round.id),
    panelIn(table, round.id).all(),
  ])
  const waiting = toTakeIn(expected.flatMap(arrivalOf), readings)
  const now = waiting.slice(0, most)
  const unreadable: string[] = []
  for (let from = 0; from < now.length; from += together) {
    const all = now.slice(from, from + together)
    const taken = await Promise.all(all.map((one) => takeOne(table, { round, at, readings }, one)))
    unreadable.push(...all.filter((_, place) => !taken[place]).map(({ reference }) => reference))
  }
  return { left: waiting.length - now.length, unreadable }
}

type Opening = { round: Round; at: Date; readings: Reading[] }

const takeOne = async (
  table: Table,
  { round, at, readings }: Opening,
  arrival: Arrival,
): Promise<boolean> => {
  const store = panelIn(table, round.id)
  const [version, organisation] = await Promise.all([
    sentTo(table, arrival),
    directoryIn(table).organisation(arrival.organisation),
  ])
  if (!version) return false
  const taken = { round, arrival, sent: sentIn(version), organisation }
  const before = readings.find(({ reference }) => reference === arrival.reference)
  await table.write([before ? store.put(takenAgain(before, taken, at), before) : store.put(readingOf(taken))])
  return true
}
