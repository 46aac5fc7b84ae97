import * as z from "zod"
import type { Expected } from "../domain/calendar/expected.ts"
import type { Actor } from "../domain/people/actor.ts"
import { mayAtSite } from "../domain/people/policy.ts"
import { Refused } from "../domain/refused.ts"
import { plainDate } from "../values/london.ts"
import type { Action } from "./action.ts"
import { changedExpected, expectedIn } from "./expected.ts"
import { keyedWrite } from "./keyed.ts"
import { keys } from "./keys.ts"
import type { MoveKey } from "./moves.ts"
import type { Table } from "./table.ts"

/** Who was told what about a return, and when. */
const toldLine = z.object({ on: plainDate, name: z.string(), role: z.string(), notice: z.string() })
export type ToldLine = z.infer<typeof toldLine>

/** What a change comes to: as `withLine` gives it, with what else is written beside it. */
type Decided = { changed: Parameters<typeof changedExpected>[0]; more?: Action[] }

/** What one site is expected to send, as one person may see and change it. Both are bound here, once. */
export const siteCalendarOf = (organisation: string, actor: Actor, table: Table) => {
  const expected = expectedIn(table)

  const entered = () => {
    if (!mayAtSite(actor, "see calendar", organisation)) throw new Refused("not found")
  }

  /** What is owed under this id: a round that one may answer is none. */
  const of = async (round: string): Promise<Expected> => {
    entered()
    const one = await expected.of(organisation, round)
    if (!one?.owed) throw new Refused("not found")
    return one
  }

  /** Every return, past and to come, by when it is due. */
  const all = async (): Promise<Expected[]> => {
    entered()
    const found = await expected.all(organisation)
    return found.filter(({ owed }) => owed).sort((a, b) => a.by.localeCompare(b.by))
  }

  /** Who was told what about it. A line that cannot be read is left out: the letters themselves are kept elsewhere. */
  const told = async (round: string): Promise<ToldLine[]> => {
    entered()
    const { pk, sk } = keys.told(organisation, round, "")
    const { items } = await table.query({ pk, begins: sk, strong: true })
    return items
      .flatMap((item) => toldLine.safeParse(item).data ?? [])
      .sort((a, b) => a.on.localeCompare(b.on))
  }

  /** A change of one return with its line of history: see `keyedWrite`. */
  const change = (
    round: string,
    key: MoveKey,
    decide: (one: Expected) => Decided | Promise<Decided>,
  ): Promise<null> =>
    keyedWrite(table, { at: keys.siteMove(organisation, actor.id, key.key), key }, async () => {
      const one = await of(round)
      const { changed, more = [] } = await decide(one)
      return { actions: [...changedExpected(changed, one), ...more], result: null }
    })

  return { of, all, told, change }
}
