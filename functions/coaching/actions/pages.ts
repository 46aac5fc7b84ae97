import type { Hono } from "hono"
import { doneForm } from "../../../shared/domain/actions/action.ts"
import { actionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type Inside, siteHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { actionsHere, actionToClose, closeAction } from "./moves.ts"
import { ActionsPage, DonePage } from "./pages/actions.tsx"

const done = "/actions/:action/done"

/** What is to be done about the site, and the page on which somebody says that it is. */
export const addActionPages = (pages: Hono<Inside>) =>
  pages
    .get("/actions", async (c) => c.html(ActionsPage({ c, actions: await actionsHere(c) })))
    .get(done, async (c) => c.html(DonePage({ c, one: await actionToClose(c) })))
    .post(done, async (c) => {
      await actionToClose(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await closeAction(c, readOn(doneForm, typed), moveKey(c, key, typed))
          return actionsAt(siteHere(c))
        },
        async (tried) => DonePage({ c, one: await actionToClose(c), tried }),
      )
    })
