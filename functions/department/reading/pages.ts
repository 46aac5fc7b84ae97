import type { Hono } from "hono"
import { flagForm, resolveForm } from "../../../shared/domain/selection/flag.ts"
import { noteForm, notesFor } from "../../../shared/domain/selection/note.ts"
import { plainForm } from "../../../shared/domain/selection/plain.ts"
import { viewForm } from "../../../shared/domain/selection/view.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { type C, type Free, freeHere } from "../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { freeWith, hereAt, shownWith, viewsOn } from "./here.ts"
import { historyHere } from "./history.ts"
import { markOf } from "./mark.ts"
import { addNote, flagHere, giveView, raiseFlag, resolveFlag, writePlain } from "./moves.ts"
import { ExpressionPage } from "./pages/expression.tsx"
import { FlagsPage } from "./pages/flags.tsx"
import { HistoryPage } from "./pages/history.tsx"
import { NotesPage } from "./pages/notes.tsx"
import { ViewPage } from "./pages/view.tsx"
import { ViewsPage } from "./pages/views.tsx"
import { addScorePages } from "./score-pages.ts"
import { sentHere } from "./sent.ts"

const one = "/rounds/:round/expressions/:reference"

/** What whoever is free of a link reads and writes about one expression of interest. */
export const addReadingPages = (pages: Hono<SignedIn>) => {
  pages.get(one, (c) =>
    shownWith(c, ["read expressions"], async (desk) =>
      ExpressionPage({ c, desk, said: await sentHere(c, desk) }),
    ),
  )
  addScorePages(pages)
  addViewPages(pages)
  addNotePages(pages)
  pages.get(`${one}/history`, (c) =>
    shownWith(c, ["export the round"], async (desk) => HistoryPage({ c, ...(await historyHere(c, desk)) })),
  )
  return pages
}

const addViewPages = (pages: Hono<SignedIn>) =>
  pages
    .get(`${one}/view`, (c) => shownWith(c, ["give a view"], (desk) => viewPage(c, desk)))
    .get(`${one}/views`, (c) =>
      shownWith(c, ["compare"], async (desk) => ViewsPage({ c, desk, views: await viewsOn(desk) })),
    )
    .post(`${one}/view`, async (c) => {
      const desk = await freeWith(c, "give a view")
      return submitting(
        c,
        async ({ key, seen, ...typed }) => {
          await giveView(c, readOn(viewForm, typed), seen, moveKey(c, key, typed))
          return `${hereAt(desk)}/view`
        },
        async (tried) => viewPage(c, await freeHere(c), tried),
      )
    })
    .get(`${one}/plain`, (c) => shownWith(c, ["score"], (desk) => plainPage(c, desk)))
    .post(`${one}/plain`, async (c) => {
      const desk = await freeWith(c, "score")
      return submitting(
        c,
        async ({ seen, ...typed }) => {
          await writePlain(c, readOn(plainForm, typed), seen)
          return hereAt(desk)
        },
        (tried) => plainPage(c, desk, tried),
      )
    })

const viewPage = async (c: C, desk: Free, tried?: Tried) => {
  const { one: open, store } = desk
  const [plain, view] = await Promise.all([
    store.plain(open.reference),
    store.view(open.reference, c.var.actor.id),
  ])
  return ViewPage({ c, desk, plain, view, tried })
}

const plainPage = async (c: C, desk: Free, tried?: Tried) => {
  const stands = await desk.store.plain(desk.one.reference)
  const clashed = tried?.refusal === "changed by someone else"
  const now = markOf(stands?.text)
  return FormPage({
    c,
    section: plainForm,
    action: `${hereAt(desk)}/plain`,
    back: { href: hereAt(desk), text: desk.one.name },
    caption: desk.one.name,
    button: "Save",
    entries: fieldsOf(plainForm, stands ? { text: stands.text } : {}),
    tried: clashed && stands ? { ...tried, says: `${tried.says} It says now: ${stands.text}` } : tried,
    hidden: { seen: tried && !clashed ? (tried.entries.seen ?? now) : now },
  })
}

const addNotePages = (pages: Hono<SignedIn>) =>
  pages
    .get(`${one}/notes`, (c) => shownWith(c, ["note"], (desk) => notesPage(c, desk)))
    .post(`${one}/notes`, async (c) => {
      const desk = await freeWith(c, "note")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await addNote(c, readOn(noteForm, typed), moveKey(c, key, typed))
          return `${hereAt(desk)}/notes`
        },
        (tried) => notesPage(c, desk, tried),
      )
    })
    .get(`${one}/flags`, (c) => shownWith(c, ["note"], (desk) => FlagsPage({ c, desk })))
    .post(`${one}/flags`, async (c) => {
      const desk = await freeWith(c, "note")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await raiseFlag(c, readOn(flagForm, typed), moveKey(c, key, typed))
          return hereAt(desk)
        },
        (tried) => FlagsPage({ c, desk, tried }),
      )
    })
    .get(`${one}/flags/:flag/resolve`, (c) => shownWith(c, ["note"], () => resolvePage(c)))
    .post(`${one}/flags/:flag/resolve`, async (c) => {
      const desk = await freeWith(c, "note")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await resolveFlag(c, readOn(resolveForm, typed), moveKey(c, key, typed))
          return hereAt(desk)
        },
        (tried) => resolvePage(c, tried),
      )
    })

const notesPage = async (c: C, desk: Free, tried?: Tried) => {
  const notes = await desk.store.notes(desk.one.reference)
  return NotesPage({ c, desk, notes: notesFor(notes, c.var.actor.id, desk.one), tried })
}

const resolvePage = async (c: C, tried?: Tried) => {
  const { flag, ...desk } = await flagHere(c)
  return FormPage({
    c,
    section: resolveForm,
    action: `${hereAt(desk)}/flags/${flag.id}/resolve`,
    back: { href: hereAt(desk), text: desk.one.name },
    caption: `${flag.by.name}: ${flag.because}`,
    button: "Take it down",
    keyed: true,
    tried,
  })
}
