import * as z from "zod"
import type { Actor } from "../domain/people/actor.ts"
import {
  beginning,
  type Contents,
  contents as contentsSchema,
  type Event,
  event as eventSchema,
  link,
} from "../domain/submissions/event.ts"
import type { Json } from "../values/canonical.ts"
import type { Key } from "./action.ts"
import { type Decision, keyedWrite } from "./keyed.ts"
import { keys } from "./keys.ts"
import type { MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

const chain = z.object({ number: z.int(), hash: z.string() })

/** One change of a record of the programme itself, by whom and with which grant. `salt` is fresh for each. */
export type Changing = {
  record: string
  move: string
  by: { actor: Pick<Actor, "id" | "name">; grant: { id: string; role: string } }
  at: Date
  about?: Event["about"]
  note?: string
  salt?: string
  key?: MoveKey
}

/** Where the chains of some records lie, the moves that were made, and what was written with them. */
export type Chains = {
  chain: (record: string) => Key
  move: (person: string, key: string) => Key
  event: (record: string, number: number) => Key
  contents: (record: string, number: number) => Key
}

const ofProgramme: Chains = {
  chain: keys.programmeChain,
  move: keys.programmeMove,
  event: (record, number) => keys.event("programme", record, number),
  contents: (record, number) => keys.contents("programme", record, number),
}

/**
 * What people change in the programme itself: the change, the next line of its record's chain and the move's key,
 * together or not at all.
 */
export const changesIn = (table: Table, chains: Chains = ofProgramme) => {
  /** The same, with the next line of its record's chain: see `keyedWrite`. */
  const change = async <Result extends Json>(
    changing: Changing,
    decide: () => Promise<Decision<Result>>,
  ): Promise<Result> => {
    const { key, by } = changing
    const keyed = key && { at: chains.move(by.actor.id, key.key), key }
    return keyedWrite(table, keyed, async () => {
      const lines = await next(changing)
      const { actions, result } = await decide()
      return { actions: [...lines, ...actions], result }
    })
  }

  /** The next line of a record's chain, as actions of one write. */
  const next = async ({ record, move, by, at, about, note, salt = "" }: Changing): Promise<Action[]> => {
    const item = await table.get(chains.chain(record), { strong: true })
    const { number, hash } = item ? chain.parse(item) : { number: 0, hash: beginning }
    const { event, contents } = link(
      {
        record,
        number: number + 1,
        previous: hash,
        at: at.toISOString(),
        move,
        ...(about && { about }),
        by: { person: by.actor.id, name: by.actor.name, role: by.grant.role, grant: by.grant.id },
        revision: 0,
        version: 0,
      },
      note,
      salt,
    )
    return [
      {
        put: { ...chains.chain(record), number: event.number, hash: event.hash },
        when: item ? { is: { number } } : "new",
      },
      { put: { ...chains.event(record, event.number), ...event }, when: "new" },
      ...(contents
        ? [
            {
              put: { ...chains.contents(record, contents.number), ...contents },
              when: "new" as const,
            },
          ]
        : []),
    ]
  }

  /** A hundred lines of one record, newest first, each with what was written where that is still there. */
  const history = async (record: string, before?: number): Promise<(Event & { note?: string })[]> => {
    const lines = (at: Chains["event"]) => {
      const { pk, sk } = at(record, 0)
      const after = before === undefined ? undefined : at(record, before)
      return table.query({ pk, begins: sk.slice(0, -6), newestFirst: true, limit: 100, strong: true, after })
    }
    const [events, written] = await Promise.all([lines(chains.event), lines(chains.contents)])
    const notes: Contents[] = written.items.map((item) => contentsSchema.parse(item))
    return events.items.map((item) => {
      const one = eventSchema.parse(item)
      return { ...one, note: notes.find(({ number }) => number === one.number)?.note }
    })
  }

  return { change, next, history }
}
