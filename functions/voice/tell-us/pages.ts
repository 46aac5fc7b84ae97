import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { Base } from "../../../shared/web/env.ts"
import { tellUsAt } from "../../../shared/web/evaluation/addresses.ts"
import { Easy } from "../easy/page.tsx"
import { TellUsPage } from "./form.tsx"
import { askingHere, giveAnswer, isOpenHere, secretIn } from "./giving.ts"
import { closed, thanks } from "./words.ts"

const at = tellUsAt(":secret")

/**
 * Answers straight to the evaluator, for whoever has the link: no account, no session, no cookie, and no operation of the
 * API, since nobody but a person is asked.
 */
export const addTellUs = (pages: Hono<Base>) =>
  pages
    .get(at, async (c) => {
      const one = await askingHere(c)
      return c.html(
        isOpenHere(c, one) ? TellUsPage({ c, one, secret: secretIn(c) }) : Easy({ c, page: closed }),
      )
    })
    .post(at, async (c) => {
      const typed = await formOf(c)
      const one = await askingHere(c)
      if (!isOpenHere(c, one)) return c.html(Easy({ c, page: closed }), 409)
      try {
        await giveAnswer(c, one, typed)
      } catch (error) {
        if (!(error instanceof Refused) || !error.details.problems) throw error
        const { problems, asks } = error.details
        const tried = { entries: typed, problems, ...(asks && { asks }) }
        return c.html(TellUsPage({ c, one, secret: secretIn(c), tried }), 422)
      }
      return c.redirect(`${tellUsAt(secretIn(c))}/thanks`, 303)
    })
    .get(`${at}/thanks`, async (c) => {
      await askingHere(c)
      return c.html(Easy({ c, page: thanks }))
    })
