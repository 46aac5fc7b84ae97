import * as z from "zod"
import { notesFor } from "../../../shared/domain/selection/note.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { freeWith } from "./here.ts"
import { addNote, raiseFlag, resolveFlag } from "./moves.ts"
import { expression, flagged, freeText, note, written } from "./shapes.ts"

const one = expressionAt(":round", ":reference")
const tag = "Reading expressions of interest"

/** Notes and flags of the selection panel. */
export const noteOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listPanelNotes",
    method: "get",
    path: `${one}/notes`,
    tag,
    summary: "Notes: your own, and the others’ once you may see what they scored",
    gives: z.object({ reference: z.string(), notes: z.array(note) }),
    does: async (c) => {
      const { one: open, store } = await freeWith(c, "note")
      const notes = notesFor(await store.notes(open.reference), c.var.actor.id, open)
      return {
        body: {
          reference: open.reference,
          notes: notes.map(({ number, text, by, at }) => ({
            ...(open.compared && { number }),
            text,
            by,
            at,
          })),
        },
      }
    },
  }),
  operation<SignedIn, { text: string }>({
    id: "addPanelNote",
    method: "post",
    path: `${one}/notes`,
    tag,
    summary: "Add a note. It is never changed",
    keyed: true,
    status: 201,
    asks: z.strictObject({ text: freeText(100) }),
    gives: written,
    does: async (c, given, key) => ({ body: await addNote(c, given, key as MoveKey) }),
  }),
  operation<SignedIn, unknown>({
    id: "listFlags",
    method: "get",
    path: `${one}/flags`,
    tag,
    summary: "Flags that are up",
    gives: z.object({ reference: z.string(), flags: expression.shape.flags }),
    does: async (c) => {
      const { one: open } = await freeWith(c, "note")
      return { body: { reference: open.reference, flags: open.flags } }
    },
  }),
  operation<SignedIn, { because: string }>({
    id: "raiseFlag",
    method: "post",
    path: `${one}/flags`,
    tag,
    summary: "Raise a flag, with what should be looked at",
    keyed: true,
    status: 201,
    asks: z.strictObject({ because: freeText(30) }),
    gives: flagged,
    does: async (c, given, key) => ({ body: await raiseFlag(c, given, key as MoveKey) }),
  }),
  operation<SignedIn, { because: string }>({
    id: "resolveFlag",
    method: "post",
    path: `${one}/flags/:flag/resolve`,
    tag,
    summary: "Take a flag down, with what came of it",
    keyed: true,
    asks: z.strictObject({ because: freeText(30) }),
    gives: flagged,
    does: async (c, given, key) => ({ body: await resolveFlag(c, given, key as MoveKey) }),
  }),
]
