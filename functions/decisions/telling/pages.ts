import type { Hono } from "hono"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { submitting } from "../../../shared/web/programme/typed.ts"
import { tellingHere } from "./desk.ts"
import { letterIn } from "./letter.ts"
import { sealLetters, tell } from "./moves.ts"
import { LetterPage } from "./pages/letter.tsx"
import { TellPage } from "./pages/tell.tsx"
import { TellingPage, tellingAt } from "./pages/telling.tsx"

const one = "/rounds/:round/telling"

/** The pages on which letters are read over and sealed, and the applicants told. */
export const addTellingPages = (pages: Hono<SignedIn>) =>
  pages
    .get(one, async (c) => c.html(TellingPage({ c, desk: await tellingHere(c) })))
    .post(`${one}/seal`, (c) =>
      submitting(
        c,
        async ({ key }) => {
          await sealLetters(c, moveKey(c, key, {}))
          return tellingAt(c.req.param("round"))
        },
        async ({ says }) => TellingPage({ c, desk: await tellingHere(c), says }),
      ),
    )
    .get(`${one}/tell`, async (c) => c.html(TellPage({ c, desk: await tellingHere(c) })))
    .post(`${one}/tell`, (c) =>
      submitting(
        c,
        async ({ key }) => {
          await tell(c, moveKey(c, key, {}))
          return tellingAt(c.req.param("round"))
        },
        async ({ says }) => TellPage({ c, desk: await tellingHere(c), says }),
      ),
    )
    .get(`${one}/letters/:reference`, async (c) => {
      const desk = await tellingHere(c)
      const { round, reference } = c.req.param()
      if (desk.mine.some((each) => each.reference === reference && !each.row))
        return c.redirect(`${expressionAt(round, reference)}/links`, 303)
      return c.html(LetterPage({ c, desk: letterIn(c, desk) }))
    })
