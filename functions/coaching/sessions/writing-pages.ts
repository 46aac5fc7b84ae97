import type { Hono } from "hono"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import { sessionAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, type Inside, only, placeHere } from "../../../shared/web/coaching/here.ts"
import { changedOn } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { submitting } from "../../../shared/web/programme/typed.ts"
import { sessionHere } from "./here.ts"
import { MorePage, UnplannedPage, WritePage } from "./pages/sheets.tsx"
import { NotNowPage } from "./pages/short.tsx"
import { entriesIn, type Part, revisionIn, sectionOf, sheetOf, unplannedSheet } from "./sheets.ts"
import { openHere, saveDraft, writeUnplanned, writingOf } from "./writing.ts"

const parts = { core: { to: "write", Page: WritePage }, more: { to: "more", Page: MorePage } } as const

/** Writing a session up: the page that is asked of all, the page that is not, and one for what was never planned. */
export const addWritingPages = (pages: Hono<Inside>, at: string) => {
  pages
    .get(`${at}/write`, async (c) => {
      only(c, "write session")
      placeHere(c)
      return c.html(UnplannedPage({ c, sheet: unplannedSheet(c, await openHere(c)) }))
    })
    .post(`${at}/write`, (c) => {
      only(c, "write session")
      placeHere(c)
      return submitting(
        c,
        async (typed) => {
          const { key, ...rest } = typed
          const answers = changedIn(sectionOf(c, "core"), rest)
          const { session } = await writeUnplanned(c, answers, moveKey(c, key, rest))
          const { organisation, phase } = placeHere(c)
          return nextAfter(sessionAt(organisation, phase, session), "core", typed)
        },
        async (tried) => UnplannedPage({ c, sheet: unplannedSheet(c, await openHere(c), tried) }),
      )
    })
  for (const part of ["core", "more"] as const) {
    const { to, Page } = parts[part]
    const page = async (c: C, tried?: Tried) => {
      const writing = await writingOf(c)
      return Page({ c, writing, sheet: sheetOf(c, part, writing, tried) })
    }
    pages
      .get(`${at}/:session/${to}`, async (c) => {
        only(c, "write session")
        return c.html(await page(c))
      })
      .post(`${at}/:session/${to}`, (c) => {
        only(c, "write session")
        return submitting(
          c,
          async (typed) => {
            const answers = changedIn(sectionOf(c, part), typed)
            const { session } = await saveDraft(c, [{ part, answers }], revisionIn(typed))
            const { organisation, phase } = placeHere(c)
            return nextAfter(sessionAt(organisation, phase, session), part, typed)
          },
          async (tried) =>
            tried.refusal === "not possible now"
              ? NotNowPage({ c, session: await sessionHere(c), tried })
              : page(c, tried),
        )
      })
  }
}

/** What was changed on a page, as its fields say it; refused where one cannot be read. */
const changedIn = (section: Section, typed: Entries) => {
  const { answers, problems } = changedOn(section, entriesIn(typed))
  if (problems.length > 0) throw new Refused("not valid", { problems })
  return answers
}

const nextAfter = (session: string, part: Part, { add, remove, go }: Entries) => {
  const page = `${session}/${parts[part].to}`
  if (add !== undefined) return `${page}?add=${encodeURIComponent(add)}#${encodeURIComponent(add)}`
  if (remove !== undefined) return page
  if (go === "more") return `${session}/more`
  return go === "later" ? session : `${session}/share`
}
