import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { formOf } from "../../../shared/web/body.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { submitting } from "../../../shared/web/programme/typed.ts"
import { peopleAt } from "../addresses.ts"
import { onPage } from "../given.ts"
import { type C, type Inside, only } from "../here.ts"
import { answersHere, listedHere, listingFormHere, listMe, ownHere, stopListing } from "./moves.ts"
import { ListedPage, StopPage } from "./pages/listed.tsx"
import { ListingPage } from "./pages/listing.tsx"

/** Whoever chose to be listed, and one's own place there. */
export const addListedPages = (pages: Hono<Inside>) =>
  pages
    .get("/people", async (c) => c.html(ListedPage({ c, all: await listedHere(c) })))
    .get("/people/you", async (c) =>
      c.html(ListingPage({ c, form: listingFormHere(c), answers: await answersHere(c) })),
    )
    .post("/people/you", (c) => {
      const form = listingFormHere(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await listMe(c, onPage(typed), moveKey(c, key, typed))
          return peopleAt
        },
        (tried) => ListingPage({ c, form, tried }),
      )
    })
    .get("/people/you/stop", async (c) => c.html(StopPage({ c, one: await theirs(c) })))
    .post("/people/you/stop", async (c) => {
      const { key, ...typed } = await formOf(c)
      await stopListing(c, typed.site, moveKey(c, key, typed))
      return c.redirect(peopleAt, 303)
    })

/** The listing of theirs that the address means; where there is one alone it need not say which. */
const theirs = async (c: C) => {
  only(c, "list oneself")
  const own = await ownHere(c)
  const site = c.req.query("site")
  const one = own.find(({ organisation }) => site === undefined || organisation === site)
  if (!one) throw new Refused("not found")
  return one
}
