import { type Context, Hono } from "hono"
import { html } from "hono/html"
import { z } from "zod"
import { atLondon, dayMomentWords, londonDate } from "../../../shared/values/london.ts"
import type { Local } from "./local.ts"
import { page, problem, wants } from "./page.ts"

/** Programme time: read it, or put it forward. */
export const clockHandles = ({ clock }: Pick<Local, "clock">) => {
  const shown = () => ({ now: clock.now().toISOString(), words: dayMomentWords(clock.now()) })

  return new Hono()
    .get("/clock", (c) => (wants(c, "json") === "json" ? c.json(shown()) : c.html(form(clock.now()))))
    .post("/clock", async (c) => {
      const to = instant.safeParse(await posted(c)).data
      if (!to || to.getTime() > last)
        return problem(
          c,
          400,
          "Bad Request",
          "Give now as a time, such as 2017-08-25T16:00:00Z, before 2100.",
        )
      if (!clock.set(to))
        return problem(c, 409, "Conflict", `It is ${shown().words} already: the clock only goes forward.`)
      return wants(c, "json") === "json" ? c.json(shown()) : c.redirect("/local/clock", 303)
    })
}

const last = Date.UTC(2100, 0, 1)

const posted = async (c: Context): Promise<unknown> => {
  const isJson = c.req.header("content-type")?.includes("json")
  const body = await (isJson ? c.req.json() : c.req.parseBody()).catch(() => undefined)
  return body?.now
}

/** An instant, or the time on London's clocks as a form sends it. */
const instant = z.union([
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  z.iso
    .datetime({ local: true, precision: -1 })
    .transform((text) => atLondon(text.slice(0, 10), text.slice(11, 16))),
])

const form = (now: Date) =>
  page(
    "Clock",
    html`<p>In this programme it is <strong>${dayMomentWords(now)}</strong>, London time.</p>
<form method="post" action="/local/clock">
<p><label for="now">Put it forward to</label>
<input id="now" name="now" type="datetime-local" value="${londonDate(now)}T17:00" required>
<button>Put forward</button></p>
</form>
<p>It never goes back. To begin again, start with --fresh.</p>`,
  )
