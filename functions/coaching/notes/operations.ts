import * as z from "zod"
import { note } from "../../../shared/domain/coaching/note.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { notesAt } from "../../../shared/web/coaching/addresses.ts"
import type { Inside } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { keepNote, notesHere } from "./notes.ts"

const tag = "Coaching of a site"
const path = notesAt(":organisation", ":phase")

export const noteOperations: Operation<Inside>[] = [
  operation({
    id: "listCoachingNotes",
    method: "get",
    path,
    tag,
    summary: "What the coordinating side keeps about the site, newest first, 25 at a time",
    about: "For its coach and the coordinators. It may be released under the Freedom of Information Act.",
    query: { before: "The `earlier` of the page before" },
    gives: z.object({
      notes: z.array(note.omit({ organisation: true, phase: true })),
      earlier: z.string().optional(),
    }),
    does: async (c) => {
      const { notes, earlier } = await notesHere(c)
      return {
        body: {
          notes: notes.map(({ id, text, by, at }) => ({ id, text, by, at })),
          ...(earlier !== undefined && { earlier }),
        },
      }
    },
  }),
  operation<Inside, { text: string }>({
    id: "keepCoachingNote",
    method: "post",
    path,
    tag,
    summary: "Keep a note about the site: its timeline says that there is one",
    keyed: true,
    asks: z.strictObject({ text: z.string().max(4_000).meta({ description: "120 words or fewer" }) }),
    gives: z.object({ note: z.string() }),
    does: async (c, body, key) => {
      const { organisation, phase } = c.req.param() as { organisation: string; phase: string }
      return { body: await keepNote(c, body, key as MoveKey), at: notesAt(organisation, phase) }
    },
  }),
]
