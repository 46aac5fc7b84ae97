import { Hono } from "hono"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { calendarAddress, calendarAt, makeAddress, stopAddress } from "../calendar.ts"
import { CalendarPage } from "../pages/calendar.tsx"

/** The address of one's own calendar: made, shown, stopped. */
export const calendarPages = () =>
  new Hono<SignedIn>()
    .get("/", async (c) => c.html(CalendarPage({ c, own: await calendarAddress(c) })))
    .post("/", async (c) => {
      const { key } = await formOf(c)
      await makeAddress(c, moveKey(c, key, {}))
      return c.redirect(calendarAt, 303)
    })
    .get("/stop", (c) => c.redirect(calendarAt, 303))
    .post("/stop", async (c) => {
      const { key } = await formOf(c)
      await stopAddress(c, moveKey(c, key, {}))
      return c.redirect(calendarAt, 303)
    })
