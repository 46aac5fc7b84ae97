import type { Hono } from "hono"
import { boardForm } from "../../../shared/domain/actions/from-board.ts"
import { asText } from "../../../shared/domain/coaching/printed.ts"
import { onePageForm } from "../../../shared/domain/evaluation/one-page.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import { onePageAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, type Inside, only, placeHere } from "../../../shared/web/evaluation/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { onePageHere, ownWords } from "./desk.ts"
import { takeQuestion, writeOnePage } from "./moves.ts"
import { OnePagePage, QuestionPage, WordsPage } from "./page.tsx"

const one = "/evaluation/:phase/one-page"

/** The council's one page, what the lead writes on it, and what its Board asks. */
export const addOnePagePages = (pages: Hono<Inside>) =>
  pages
    .get(one, async (c) => c.html(OnePagePage({ c, taken: await onePageHere(c) })))
    .get(`${one}/file`, async (c) => {
      const { place, title, parts } = await onePageHere(c)
      c.header("content-type", "text/plain; charset=utf-8")
      c.header(
        "content-disposition",
        `attachment; filename="${place.organisation}-${place.phase}-one-page.txt"`,
      )
      return c.body(`${asText(title, parts)}\n`)
    })
    .get(`${one}/words`, async (c) => {
      only(c, "write one page")
      const own = await ownWords(c)
      return c.html(
        WordsPage({ c, entries: own?.answers as Record<string, string>, seen: String(own?.revision ?? 0) }),
      )
    })
    .post(`${one}/words`, (c) =>
      submitting(
        c,
        async ({ key, seen, ...typed }) => {
          await writeOnePage(c, readOn(onePageForm, typed), {
            key: moveKey(c, key, { seen, ...typed } as Json),
            seen: seenIn(seen),
          })
          return here(c)
        },
        (tried) => WordsPage({ c, tried }),
      ),
    )
    .get(`${one}/question`, (c) => {
      only(c, "write one page")
      return c.html(QuestionPage({ c }))
    })
    .post(`${one}/question`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await takeQuestion(c, readOn(boardForm(c.var.world.now()), typed), moveKey(c, key, typed))
          return `/organisations/${placeHere(c).organisation}/actions`
        },
        (tried) => QuestionPage({ c, tried }),
      ),
    )

const here = (c: C) => {
  const { organisation, phase } = placeHere(c)
  return onePageAt(organisation, phase)
}

const seenIn = (given: string | undefined) => {
  if (!given || !/^\d{1,6}$/.test(given)) throw new Refused("not understood")
  return Number(given)
}
