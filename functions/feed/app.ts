import { Refused } from "../../shared/domain/refused.ts"
import { serviceApp } from "../../shared/web/service-app.ts"
import type { World } from "../../shared/web/world.ts"
import { calendarFile } from "./calendar-file.ts"
import { calendarOf } from "./whose.ts"

const calendarName = /^([\w-]{43})\.ics$/

/**
 * Calendars, for whoever has the address of one: nobody is signed in, and it is no page and no operation of the API.
 * An address that was stopped is answered as one that never was.
 */
export const feedApp = (world: World) =>
  serviceApp(world).get("/calendar/:file", async (c) => {
    const [, secret] = calendarName.exec(c.req.param("file")) ?? []
    const calendar = secret && (await calendarOf(secret, c.var.world))
    if (!calendar) throw new Refused("not found")
    return c.body(calendarFile(calendar, c.var.world.settings), 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="calendar.ics"',
      "cache-control": "private, no-store",
    })
  })
