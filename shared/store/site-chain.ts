import type { Actor } from "../domain/people/actor.ts"
import type { Grant } from "../domain/people/grant.ts"
import type { Json } from "../values/canonical.ts"
import type { Action, Key } from "./action.ts"
import { type Chains, changesIn } from "./changes.ts"
import { keyedWrite } from "./keyed.ts"
import type { MoveKey } from "./moves.ts"
import type { Table } from "./table.ts"

/** Who makes a move in a record of one site, by which grant, when. `salt` is fresh for each, where something is written. */
export type Moving = {
  by: { actor: Pick<Actor, "id" | "name">; grant: Pick<Grant, "id" | "role"> }
  at: Date
  key?: MoveKey
  salt?: string
}

/** What becomes of a move: the next line of the chain, whatever else is written with it, and what whoever made it gets. */
export type Line<Result extends Json> = {
  move: string
  about?: { kind: string; id: string; title: string }
  /** Words that may have to go while the line stays. */
  note?: string
  actions: Action[]
  result: Result
}

type Where = { record: string; chains: Chains }

/**
 * One line more in a chain of one site, with what changes by it, in one write. `decide` is asked again where somebody was
 * quicker, loads what it needs itself, and refuses by throwing; the same key gives what it gave before.
 */
export const nextLine = async <Result extends Json>(
  table: Table,
  { record, chains }: Where,
  { by, at, key, salt }: Moving,
  decide: () => Promise<Line<Result>>,
): Promise<Result> => {
  const keyed: { at: Key; key: MoveKey } | undefined = key && {
    at: chains.move(by.actor.id, key.key),
    key,
  }
  return keyedWrite(table, keyed, async () => {
    const { move, about, note, actions, result } = await decide()
    const lines = await changesIn(table, chains).next({
      record,
      move,
      ...(about && { about }),
      by,
      at,
      ...(note !== undefined && { note, salt }),
    })
    return { actions: [...lines, ...actions], result }
  })
}
