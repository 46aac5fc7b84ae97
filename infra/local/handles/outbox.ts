import { Hono } from "hono"
import { html } from "hono/html"
import { stampWords } from "../../../shared/values/london.ts"
import type { Local } from "./local.ts"
import { page, wants } from "./page.ts"

/** Letters that would have been sent, newest first. */
export const outboxHandles = ({ outbox }: Pick<Local, "outbox">) =>
  new Hono().get("/outbox", (c) => {
    const letters = outbox.newestFirst()
    if (wants(c, "html") === "json") return c.json(letters.map(({ id: _, ...letter }) => letter))
    const articles = letters.map(
      ({ at, to, subject, text, reference }) => html`<article>
<h2>${subject}</h2>
<p>To ${to}, ${stampWords(new Date(at))}. Reference ${reference}</p>
<pre>${linked(text)}</pre>
</article>`,
    )
    return c.html(page("Outbox", letters.length ? articles : html`<p>No letters yet.</p>`))
  })

/** Addresses in a text, to click on; everything is escaped. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/)
    .map((part, place) => (place % 2 ? html`<a href="${part}">${part}</a>` : html`${part}`))
