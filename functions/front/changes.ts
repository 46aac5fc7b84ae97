import { type AccessChange, accessChange } from "../../shared/domain/people/access-change.ts"
import type { Member } from "../../shared/domain/people/member.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { accessLogIn } from "../../shared/store/access-log.ts"
import { type C, placeId } from "./people.ts"

/** How many lines of what was done a page shows. */
const shown = 20

export type Changes = { lines: AccessChange[]; next?: number }

/** What was done about access here, newest first: `next` is the line before which the earlier ones are. */
export const changesHere = async (c: C, members: Member[]): Promise<Changes> => {
  const events = await accessLogIn(c.var.world.table).newest(
    placeId(c),
    shown,
    beforeIn(c.req.query("before")),
  )
  const last = events.at(-1)?.number ?? 1
  return { lines: events.map((one) => accessChange(one, members)), ...(last > 1 && { next: last }) }
}

const beforeIn = (asked: string | undefined) => {
  if (asked === undefined) return undefined
  if (!/^[1-9]\d{0,5}$/.test(asked)) throw new Refused("not found")
  return Number(asked)
}
