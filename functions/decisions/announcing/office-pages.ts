import { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { isOver } from "../../../shared/domain/selection/office.ts"
import { calendarIn } from "../../../shared/store/calendar.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { officesIn } from "../../../shared/store/office.ts"
import type { Base } from "../../../shared/web/env.ts"
import type { World } from "../../../shared/web/world.ts"
import { factsNow } from "./announcement.ts"
import { OfficePage } from "./pages/office.tsx"

const wellFormed = /^[\w-]{43}$/

/**
 * A round's facts for whoever has the address: nobody is signed in, and it is no operation of the API. An address that
 * was stopped, or is over, is answered as one that never was.
 */
export const officePages = () =>
  new Hono<Base>().get("/:token", async (c) => {
    const { world } = c.var
    const phase = await openedBy(c.req.param("token"), world)
    if (!phase) throw new Refused("not found")
    c.header("x-robots-tag", "noindex, nofollow")
    return c.html(OfficePage({ c, facts: await factsNow(world, phase) }))
  })

const openedBy = async (secret: string, { table, settings, now }: World) => {
  const opens = wellFormed.test(secret) ? await officesIn(table).openedBy(secret) : undefined
  if (!opens || isOver(opens, now())) return undefined
  const round = await directoryIn(table).round(opens.round)
  return round && calendarIn(table, settings.programme).phase(round.phase)
}
