import * as z from "zod"
import { answered } from "../../../shared/domain/answered.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { flagForm, mayResolve, raised, resolved, resolveForm } from "../../../shared/domain/selection/flag.ts"
import { noteForm } from "../../../shared/domain/selection/note.ts"
import type { PanelView } from "../../../shared/domain/selection/notes.ts"
import { type PlainWords, plainForm } from "../../../shared/domain/selection/plain.ts"
import { type Told, viewForm, viewFrom, withView } from "../../../shared/domain/selection/view.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, changing, whoHere } from "../../../shared/web/panel/here.ts"
import { freeWith } from "./here.ts"
import { isChange } from "./mark.ts"

type Given = Record<string, unknown>
export type Written = { reference: string; at: string }

const text = z.object({ text: z.string() })
const reasoned = z.object({ because: z.string() })

/** Writes what it asks for in plain words. The same words again change nothing. */
export const writePlain = async (c: C, given: Given, seen: string | undefined): Promise<Written> => {
  const { one, store } = await freeWith(c, "score")
  const { reference } = one
  const { text: wanted } = text.parse(answered(plainForm, given, c.var.world.now()))
  const stands = await store.plain(reference)
  if (stands && !isChange(stands.text, wanted, seen)) return { reference, at: stands.at }
  const asked = {
    right: "score" as const,
    says: "The chair and readers write the plain words.",
    record: reference,
    move: "write plain words",
  }
  return changing(c, asked, async () => {
    const before = await store.plain(reference)
    isChange(before?.text, wanted, seen)
    const at = c.var.world.now().toISOString()
    const after: PlainWords = { reference, text: wanted, by: whoHere(c), at, revision: before?.revision ?? 0 }
    return { actions: [store.putPlain(after, before)], result: { reference, at } }
  })
}

/** What of a view is compared. */
export const toldOf = (view: PanelView | undefined): Told | undefined =>
  view && { face: view.face, words: view.words }

/** Gives the view of a member with lived experience, or changes it while nothing is decided. */
export const giveView = async (
  c: C,
  given: Given,
  seen: string | undefined,
  key: MoveKey,
): Promise<Written> => {
  const { one, raw, store } = await freeWith(c, "give a view")
  const { reference } = one
  const wanted = viewFrom(answered(viewForm, given, c.var.world.now()))
  const stands = await store.view(reference, c.var.actor.id)
  if (stands && !isChange(toldOf(stands), wanted, undefined)) return { reference, at: stands.at }
  const asked = {
    right: "give a view" as const,
    says: "Panel members with lived experience give a view.",
    record: reference,
    move: raw.views.includes(c.var.actor.id) ? "change a view" : "give a view",
    key,
  }
  return changing(c, asked, async () => {
    const { raw: reading } = await freeWith(c, "give a view")
    const before = await store.view(reference, c.var.actor.id)
    if (reading.decided)
      throw new Refused("not possible now", {
        says: "The selection panel has finished with this one. Your view stands as you gave it.",
      })
    isChange(toldOf(before), wanted, seen)
    const at = c.var.world.now().toISOString()
    const by = whoHere(c)
    const after: PanelView = { reference, ...wanted, by, at, revision: before?.revision ?? 0 }
    return {
      actions: [store.putView(after, before), store.put(withView(reading, by), reading)],
      result: { reference, at },
    }
  })
}

/** Adds a note. It is numbered, and never changed. */
export const addNote = async (c: C, given: Given, key: MoveKey): Promise<Written> => {
  const { one, store } = await freeWith(c, "note")
  const { reference } = one
  const written = text.parse(answered(noteForm, given, c.var.world.now()))
  const asked = {
    right: "note" as const,
    says: "The selection panel writes notes.",
    record: reference,
    move: "note",
    key,
  }
  return changing(c, asked, async () => {
    const { raw } = await freeWith(c, "note")
    const at = c.var.world.now().toISOString()
    const number = raw.notes + 1
    return {
      actions: [
        store.addNote({ reference, number, ...written, by: whoHere(c), at }),
        store.put({ ...raw, notes: number }, raw),
      ],
      result: { reference, at },
    }
  })
}

export type Flagged = { reference: string; flag: string }

export const raiseFlag = async (c: C, given: Given, key: MoveKey): Promise<Flagged> => {
  const { one, store } = await freeWith(c, "note")
  const { reference } = one
  const { world } = c.var
  const { because } = reasoned.parse(answered(flagForm, given, world.now()))
  const flag = Buffer.from(world.random(9)).toString("base64url")
  const asked = {
    right: "note" as const,
    says: "The selection panel raises flags.",
    record: reference,
    move: "raise a flag",
    note: because,
    key,
  }
  return changing(c, asked, async () => {
    const { raw } = await freeWith(c, "note")
    const after = raised(raw, flag, because, whoHere(c), world.now().toISOString())
    return { actions: [store.put(after, raw)], result: { reference, flag } }
  })
}

/** A flag that this person sees. */
export const flagHere = async (c: C) => {
  const desk = await freeWith(c, "note")
  const flag = desk.one.flags.find(({ id }) => id === c.req.param("flag"))
  if (!flag) throw new Refused("not found")
  if (!mayResolve(c.var.actor, flag))
    throw new Refused("not allowed", { says: "The chair, or whoever raised a flag, takes it down." })
  return { ...desk, flag }
}

export const resolveFlag = async (c: C, given: Given, key: MoveKey): Promise<Flagged> => {
  const { one, store } = await freeWith(c, "note")
  const { because } = reasoned.parse(answered(resolveForm, given, c.var.world.now()))
  const asked = {
    right: "note" as const,
    says: "The selection panel takes flags down.",
    record: one.reference,
    move: "take a flag down",
    note: because,
    key,
  }
  return changing(c, asked, async () => {
    const { raw, flag } = await flagHere(c)
    return {
      actions: [store.put(resolved(raw, flag.id), raw)],
      result: { reference: raw.reference, flag: flag.id },
    }
  })
}
