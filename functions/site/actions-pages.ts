import type { Hono } from "hono"
import { doneForm } from "../../shared/domain/actions/action.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { readOn, submitting } from "../../shared/web/programme/typed.ts"
import { actionsAt, actionsHere, actionToClose, closing } from "./actions.ts"
import { organisationHere } from "./desk.ts"
import { ActionsPage, DonePage } from "./pages/actions.tsx"

const done = "/actions/:action/done"

/** What the site has to do, and the page on which it says that something is done. */
export const addActionPages = (pages: Hono<SignedIn>) => {
  pages
    .get("/actions", async (c) => {
      const [organisation, actions] = await Promise.all([organisationHere(c), actionsHere(c)])
      return c.html(ActionsPage({ c, organisation, actions }))
    })
    .get(done, async (c) => c.html(DonePage({ c, one: await actionToClose(c) })))
    .post(done, async (c) => {
      await actionToClose(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await closing(c, readOn(doneForm, typed), moveKey(c, key, typed))
          return actionsAt(c.req.param("organisation") ?? "")
        },
        async (tried) => DonePage({ c, one: await actionToClose(c), tried }),
      )
    })
  return pages
}
