import { Refused } from "../domain/refused.ts"
import { shortHash } from "../values/hash.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** So many in a window, exactly. Windows are machine time. */
export const limits = {
  "sign-in by address": { most: 5, seconds: 900 },
  "sign-in by client": { most: 60, seconds: 900 },
  "receipt check by client": { most: 30, seconds: 600 },
  "tally by client": { most: 60, seconds: 600 },
  "question by client": { most: 10, seconds: 3600 },
  /** A whole group may answer at one table. */
  "answers by link and client": { most: 40, seconds: 3600 },
} as const

export const limitsIn = (table: Table, machineNow: () => Date) => ({
  /** Counts one; refuses the one after the last, and says when to try again. What it counts by is kept as a hash. */
  spend: async (what: keyof typeof limits, whose: string) => {
    const { most, seconds } = limits[what]
    const now = Math.floor(machineNow().getTime() / 1000)
    const window = Math.floor(now / seconds)
    const ends = (window + 1) * seconds
    const spent = await table.count(
      keys.limit(what.replaceAll(" ", "-"), shortHash(whose), window),
      ends + 60,
    )
    if (spent > most) throw new Refused("too many tries", { retryAfterSeconds: ends - now })
  },
})
