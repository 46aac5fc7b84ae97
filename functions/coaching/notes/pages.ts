import type { Hono } from "hono"
import { noteForm } from "../../../shared/domain/coaching/note.ts"
import { notesAt } from "../../../shared/web/coaching/addresses.ts"
import { type Inside, only, placeHere } from "../../../shared/web/coaching/here.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { keepNote, notesHere } from "./notes.ts"
import { KeepNotePage, NotesPage } from "./pages/notes.tsx"

const notes = "/coaching/:phase/notes"

export const addNotePages = (pages: Hono<Inside>) =>
  pages
    .get(notes, async (c) => c.html(NotesPage({ c, found: await notesHere(c) })))
    .get(`${notes}/keep`, (c) => {
      only(c, "keep notes")
      return c.html(KeepNotePage({ c }))
    })
    .post(`${notes}/keep`, (c) => {
      only(c, "keep notes")
      return submitting(
        c,
        async ({ key, ...typed }) => {
          await keepNote(c, readOn(noteForm, typed), moveKey(c, key, typed))
          const { organisation, phase } = placeHere(c)
          return notesAt(organisation, phase)
        },
        (tried) => KeepNotePage({ c, tried }),
      )
    })
