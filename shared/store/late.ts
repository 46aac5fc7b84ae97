import { type LateAsk, type LateDecision, lateAsk, lateDecision } from "../domain/selection/late.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** Asks to be late: those that wait lie on the desk of the chair, those that were decided with the panel of their round. */
export const lateIn = (table: Table, programme: string) => {
  /** Oldest first, in one query: of one round where it is given. */
  const waiting = async (round?: string): Promise<LateAsk[]> => {
    const { pk, sk } = keys.lateAsk(programme, round ?? "", "")
    const asked = { pk, begins: round === undefined ? "LATE#" : sk, strong: true }
    return (await everyItem(table, asked))
      .map((item) => lateAsk.parse(item))
      .sort((a, b) => a.at.localeCompare(b.at))
  }

  /** Newest first. */
  const decided = async (round: string): Promise<LateDecision[]> => {
    const { pk, sk } = keys.lateDecision(round, "")
    const found = (await everyItem(table, { pk, begins: sk, strong: true })).map((item) =>
      lateDecision.parse(item),
    )
    return found.sort((a, b) => b.decided.at.localeCompare(a.decided.at))
  }

  return {
    waiting,
    decided,
    ask: (one: LateAsk): Action => ({
      put: { ...keys.lateAsk(programme, one.round, one.organisation), ...lateAsk.parse(one) },
    }),
    /** Off the desk, as it was read, and kept with what was decided. */
    decide: (one: LateDecision): Action[] => [
      { remove: keys.lateAsk(programme, one.round, one.organisation), when: { is: { at: one.at } } },
      { put: { ...keys.lateDecision(one.round, one.organisation), ...lateDecision.parse(one) } },
    ],
  }
}
