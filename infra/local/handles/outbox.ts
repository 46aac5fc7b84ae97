import { Hono } from "hono"
import { html } from "hono/html"
import { stampWords } from "../../../shared/values/london.ts"
import type { Local } from "./local.ts"
import { page, problem, wants } from "./page.ts"

/** Letters that would have been sent, newest first. Each can be made to come back, as from an address that takes none. */
export const outboxHandles = ({ outbox, bounce }: Pick<Local, "outbox" | "bounce">) =>
  new Hono()
    .get("/outbox", (c) => {
      const letters = outbox.newestFirst()
      if (wants(c, "html") === "json")
        return c.json(letters.map(({ id: _, letter: __, ...letter }) => letter))
      const back = c.req.query("back")
      const articles = letters.map(
        ({ at, to, subject, text, reference }) => html`<article>
<h2>${subject}</h2>
<p>To ${to}, ${stampWords(new Date(at))}. Reference ${reference}</p>
<pre>${linked(text)}</pre>
${reference === back ? html`<p role="status"><strong>It came back.</strong></p>` : ""}
<form method="post" action="/local/outbox/bounce">
<input type="hidden" name="reference" value="${reference}">
<button>This letter comes back</button>
</form>
</article>`,
      )
      return c.html(page("Outbox", letters.length ? articles : html`<p>No letters yet.</p>`))
    })
    .post("/outbox/bounce", async (c) => {
      const { reference } = await c.req.parseBody()
      const letter = outbox.find(String(reference))
      if (!letter) return problem(c, 404, "Not Found", "No letter with this reference was sent.")
      await bounce(letter)
      if (wants(c, "html") === "json") return c.json({ reference: letter.reference })
      return c.redirect(`/local/outbox?back=${encodeURIComponent(letter.reference)}`, 303)
    })

/** Addresses in a text, to click on; everything is escaped. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/)
    .map((part, place) => (place % 2 ? html`<a href="${part}">${part}</a>` : html`${part}`))
