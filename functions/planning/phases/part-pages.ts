import type { Hono } from "hono"
import { lineForm } from "../../../shared/domain/calendar/phase-forms.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { phaseAt } from "./addresses.ts"
import { type C, phaseToPlan } from "./desk.ts"
import { addLine, changeLine, lineIn, removeLine } from "./lines.ts"
import { linePage, removeLinePage, removeSitePage, sitePage } from "./pages/part-forms.tsx"
import { addSite, changeSite, removeSite, siteFormHere, siteIn } from "./sites.ts"

const one = "/phases/:phase"
const line = `${one}/lines/:line`
const site = `${one}/sites/:organisation`

/** The forms of what a phase asks, and of its sites. */
export const addPartPages = (pages: Hono<SignedIn>) => {
  const saved = (c: C) => `${phaseAt(c.req.param("phase") ?? "")}?saved=yes`
  pages
    .get(`${one}/lines/new`, async (c) => c.html(await linePage(c)))
    .post(`${one}/lines/new`, async (c) => {
      await phaseToPlan(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await addLine(c, readOn(lineForm, typed), moveKey(c, key, typed))
          return saved(c)
        },
        (tried) => linePage(c, tried),
      )
    })
    .get(line, async (c) => c.html(await linePage(c)))
    .post(line, async (c) => {
      lineIn(await phaseToPlan(c), c.req.param("line"))
      return submitting(
        c,
        async ({ seen, ...typed }) => {
          await changeLine(c, readOn(lineForm, typed), seen)
          return saved(c)
        },
        (tried) => linePage(c, tried),
      )
    })
    .get(`${line}/remove`, async (c) => c.html(await removeLinePage(c)))
    .post(`${line}/remove`, async (c) => {
      await phaseToPlan(c)
      return submitting(
        c,
        async ({ key }) => {
          await removeLine(c, moveKey(c, key, null))
          return saved(c)
        },
        (tried) => removeLinePage(c, tried),
      )
    })
    .get(`${one}/sites/new`, async (c) => c.html(await sitePage(c)))
    .post(`${one}/sites/new`, async (c) => {
      const { section } = await siteFormHere(c, await phaseToPlan(c))
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await addSite(c, readOn(section, typed), moveKey(c, key, typed))
          return saved(c)
        },
        (tried) => sitePage(c, tried),
      )
    })
    .get(site, async (c) => c.html(await sitePage(c)))
    .post(site, async (c) => {
      const phase = await phaseToPlan(c)
      const { section } = await siteFormHere(c, phase, siteIn(phase, c.req.param("organisation")))
      return submitting(
        c,
        async ({ seen, ...typed }) => {
          await changeSite(c, readOn(section, typed), seen)
          return saved(c)
        },
        (tried) => sitePage(c, tried),
      )
    })
    .get(`${site}/remove`, async (c) => c.html(await removeSitePage(c)))
    .post(`${site}/remove`, async (c) => {
      await phaseToPlan(c)
      return submitting(
        c,
        async ({ key }) => {
          await removeSite(c, moveKey(c, key, null))
          return saved(c)
        },
        (tried) => removeSitePage(c, tried),
      )
    })
  return pages
}
