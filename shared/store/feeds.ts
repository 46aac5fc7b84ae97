import * as z from "zod"
import { sha256 } from "../values/hash.ts"
import { keys } from "./keys.ts"
import { done, type MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

const opened = z.object({ person: z.string(), id: z.string() })
const own = z.object({ id: z.string(), hash: z.string() })
export type OwnFeed = z.infer<typeof own>

type Change = { before?: OwnFeed; made?: OwnFeed; key: MoveKey }

/** Calendars that whoever has their address can read, one a person. Of its secret only a hash is here. */
export const feedsIn = (table: Table) => ({
  openedBy: async (secret: string) => {
    const item = await table.get(keys.feed(sha256(secret)), { strong: true })
    return item && opened.parse(item)
  },

  of: async (person: string): Promise<OwnFeed | undefined> => {
    const item = await table.get(keys.ownFeed(person), { strong: true })
    return item && own.parse(item)
  },

  moved: async (person: string, key: string) => {
    const item = await table.get(keys.feedMove(person, key), { strong: true })
    return item && done.parse(item)
  },

  /** One in place of the one before, or none in its place; false where it is no longer the one before. */
  change: async (person: string, { before, made, key }: Change): Promise<boolean> => {
    const as = before ? { is: { id: before.id } } : ("new" as const)
    const { fingerprint, expires } = key
    const actions: Action[] = [
      { put: { ...keys.feedMove(person, key.key), fingerprint, result: null, expires }, when: "new" },
      ...(before ? [{ remove: keys.feed(before.hash) }] : []),
      made
        ? { put: { ...keys.ownFeed(person), ...made }, when: as }
        : { remove: keys.ownFeed(person), when: as },
      ...(made ? [{ put: { ...keys.feed(made.hash), person, id: made.id }, when: "new" as const }] : []),
    ]
    return (await table.write(actions)).written
  },
})
