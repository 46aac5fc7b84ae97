import type { Hono } from "hono"
import { releaseFigureForm } from "../../../shared/domain/evaluation/releasing/releasing-figure.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { only } from "../../../shared/web/evaluation/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { staysIn } from "../../../shared/web/programme/doubts.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { figureHere, releasedAt, releasedHere } from "./desk.ts"
import { releaseFigure, takeBack } from "./moves.ts"
import { ReleaseFigurePage, TakeBackPage } from "./pages/figure.tsx"
import { ReleasedPage } from "./pages/released.tsx"

const all = "/evaluation/:phase/released"
const one = `${all}/:measure/:at`

/** What a site releases of its figures as they are. */
export const addReleasedPages = (pages: Hono<Inside>) =>
  pages
    .get(all, async (c) => c.html(ReleasedPage({ c, on: await releasedHere(c) })))
    .get(one, async (c) => c.html(ReleaseFigurePage({ c, on: await figureHere(c) })))
    .post(one, (c) => {
      only(c, "release figure")
      return submitting(
        c,
        async ({ key, seen, ...typed }) => {
          const given = {
            answers: readOn(releaseFigureForm, typed),
            stays: staysIn(typed),
            ...(seen !== undefined && { seen }),
          }
          await releaseFigure(c, given, moveKey(c, key, typed))
          return releasedAt(c)
        },
        async (tried) => ReleaseFigurePage({ c, on: await figureHere(c), tried }),
      )
    })
    .get(`${one}/take-back`, async (c) => c.html(TakeBackPage({ c, on: await figureHere(c) })))
    .post(`${one}/take-back`, (c) => {
      only(c, "release figure")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await takeBack(c, moveKey(c, key, typed))
          return releasedAt(c)
        },
        async (tried) => TakeBackPage({ c, on: await figureHere(c), tried }),
      )
    })
