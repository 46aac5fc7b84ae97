import { answered } from "../../../shared/domain/answered.ts"
import { type Note, noteForm } from "../../../shared/domain/coaching/note.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Place } from "../../../shared/store/coaching.ts"
import { coachingNotes, pageOfNotes, putNote } from "../../../shared/store/coaching-notes.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, changeHere, only, placeHere, whoHere } from "../../../shared/web/coaching/here.ts"

const right = "keep notes"

export type Notes = { place: Place; notes: Note[]; earlier?: string }

/** What the coordinating side keeps about the site, newest first: for its coach and the coordinators. */
export const notesHere = async (c: C): Promise<Notes> => {
  const place = placeHere(c)
  only(c, right)
  const notes = await coachingNotes(c.var.world.table, place, beforeIn(c))
  const last = notes.at(-1)
  return { place, notes, ...(notes.length === pageOfNotes && last && { earlier: last.id }) }
}

const beforeIn = (c: C): string | undefined => {
  const given = c.req.query("before")
  if (given !== undefined && !/^[\w.:-]{1,64}$/.test(given)) throw new Refused("not understood")
  return given
}

export type Kept = { note: string }

export const keepNote = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Kept> => {
  only(c, right)
  const { now, random } = c.var.world
  const id = `${now().toISOString()}-${Buffer.from(random(6)).toString("hex")}`
  const kept = await changeHere<Kept>(c, { right, key }, async ({ organisation, phase }) => {
    const { text } = answered(noteForm, given, now()) as { text: string }
    const at = now().toISOString()
    return {
      move: "keep note",
      about: { kind: "note", id, title: "Coordinators’ note" },
      actions: [putNote({ id, organisation, phase, text, by: whoHere(c), at })],
      result: { note: id },
    }
  })
  return { note: kept.note }
}
