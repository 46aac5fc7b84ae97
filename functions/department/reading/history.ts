import { Refused } from "../../../shared/domain/refused.ts"
import type { C, Free } from "../../../shared/web/panel/here.ts"

/** As many lines as are read at a time. */
const atATime = 100

/** What was done to it, newest first, for whoever may see what was scored; `older` is where the lines before begin, where there may be some. */
export const historyHere = async (c: C, desk: Free) => {
  const { one, store } = desk
  if (!one.compared) throw new Refused("not found")
  const given = c.req.query("before") ?? ""
  const before = /^[1-9]\d{0,5}$/.test(given) ? Number(given) : undefined
  const lines = await store.changes.history(one.reference, before)
  const last = lines.at(-1)?.number ?? 1
  return { desk, lines, ...(lines.length === atATime && last > 1 && { older: last }) }
}
