import * as z from "zod"
import type { Actor } from "../domain/people/actor.ts"
import { Refused } from "../domain/refused.ts"
import {
  beginning,
  type Contents,
  contents as contentsSchema,
  type Event,
  event as eventSchema,
  link,
} from "../domain/submissions/event.ts"
import type { Json } from "../values/canonical.ts"
import { keys } from "./keys.ts"
import { type Done, done, type MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

const chain = z.object({ number: z.int(), hash: z.string() })

/** One change of a record of the programme itself, by whom and with which grant. `salt` is fresh for each. */
export type Changing = {
  record: string
  move: string
  by: { actor: Pick<Actor, "id" | "name">; grant: { id: string; role: string } }
  at: Date
  note?: string
  salt?: string
  key?: MoveKey
}

/** The tries a change is given while others of the same record are made at the same moment. */
const tries = 5

/**
 * What people change in the programme itself: the change, the next line of its record's chain and the move's key,
 * together or not at all.
 */
export const changesIn = (table: Table) => {
  const replay = async (person: string, key: string): Promise<Done | undefined> => {
    const item = await table.get(keys.programmeMove(person, key), { strong: true })
    return item && done.parse(item)
  }

  /**
   * Decides by what stands there now, writes, and decides again where somebody was quicker. `decide` refuses by
   * throwing; its actions carry the conditions they were decided by. The same key gives what it gave the first time.
   */
  const change = async <Result extends Json>(
    changing: Changing,
    decide: () => Promise<{ actions: Action[]; result: Result }>,
  ): Promise<Result> => {
    const { key, by } = changing
    const before = key && (await replay(by.actor.id, key.key))
    if (before) return replayed(before, key)
    for (let attempt = 1; attempt <= tries; attempt++) {
      const lines = await next(changing)
      const decided = await orReplayed(decide(), () => key && replay(by.actor.id, key.key))
      if ("fingerprint" in decided) return replayed(decided, key)
      const { actions, result } = decided
      const keyed: Action[] = key
        ? [
            {
              put: {
                ...keys.programmeMove(by.actor.id, key.key),
                fingerprint: key.fingerprint,
                result,
                expires: key.expires,
              },
              when: "new",
            },
          ]
        : []
      const written = await table.write([...keyed, ...lines, ...actions])
      if (written.written) return result
      const meanwhile = key && (await replay(by.actor.id, key.key))
      if (meanwhile) return replayed(meanwhile, key)
    }
    throw new Refused("busy", { retryAfterSeconds: 2 })
  }

  /** The next line of a record's chain, as actions of one write. */
  const next = async ({ record, move, by, at, note, salt = "" }: Changing): Promise<Action[]> => {
    const item = await table.get(keys.programmeChain(record), { strong: true })
    const { number, hash } = item ? chain.parse(item) : { number: 0, hash: beginning }
    const { event, contents } = link(
      {
        record,
        number: number + 1,
        previous: hash,
        at: at.toISOString(),
        move,
        by: { person: by.actor.id, name: by.actor.name, role: by.grant.role, grant: by.grant.id },
        revision: 0,
        version: 0,
      },
      note,
      salt,
    )
    return [
      {
        put: { ...keys.programmeChain(record), number: event.number, hash: event.hash },
        when: item ? { is: { number } } : "new",
      },
      { put: { ...keys.event("programme", record, event.number), ...event }, when: "new" },
      ...(contents
        ? [
            {
              put: { ...keys.contents("programme", record, contents.number), ...contents },
              when: "new" as const,
            },
          ]
        : []),
    ]
  }

  /** A hundred lines of one record, newest first, each with what was written where that is still there. */
  const history = async (record: string, before?: number): Promise<(Event & { note?: string })[]> => {
    const lines = (at: typeof keys.event) => {
      const { pk, sk } = at("programme", record, 0)
      const after = before === undefined ? undefined : at("programme", record, before)
      return table.query({ pk, begins: sk.slice(0, -6), newestFirst: true, limit: 100, strong: true, after })
    }
    const [events, written] = await Promise.all([lines(keys.event), lines(keys.contents)])
    const notes: Contents[] = written.items.map((item) => contentsSchema.parse(item))
    return events.items.map((item) => {
      const one = eventSchema.parse(item)
      return { ...one, note: notes.find(({ number }) => number === one.number)?.note }
    })
  }

  return { change, next, history }
}

/** What was decided. Where it is refused because the same move was made meanwhile, what that one gave. */
const orReplayed = async <Decided>(
  deciding: Promise<Decided>,
  meanwhile: () => Promise<Done | undefined> | undefined,
): Promise<Decided | Done> => {
  try {
    return await deciding
  } catch (error) {
    const made = await meanwhile()
    if (made) return made
    throw error
  }
}

const replayed = <Result extends Json>({ fingerprint, result }: Done, key: MoveKey | undefined): Result => {
  if (fingerprint !== key?.fingerprint) throw new Refused("key used for something else")
  return result as Result
}
