import { Refused } from "../../../shared/domain/refused.ts"
import { allSealed, isMissing, markOver } from "../../../shared/domain/selection/telling.ts"
import { putRoundTold } from "../../../shared/store/directory.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { PanelStore } from "../../../shared/store/panel.ts"
import type { Action } from "../../../shared/store/table.ts"
import { putLetters, sealKeyOf, sealRows } from "../../../shared/store/telling.ts"
import { type C, changing, whoHere } from "../../../shared/web/panel/here.ts"
import { type TellingDesk, tellingHere, whoTells } from "./desk.ts"

/** As many letters as are sealed, or put, while somebody waits: pressing again goes on. */
const atOnce = 150

const asked = { right: "tell", says: whoTells } as const

type Sealed = { sealed: number; of: number }

/**
 * Seals what is not sealed as it stands now. The panel says that all is sealed only when every letter of it is; whoever
 * seals is told of the letters that they see.
 */
export const sealLetters = async (c: C, key: MoveKey): Promise<Sealed> => {
  const { world } = c.var
  return changing(c, { ...asked, move: "seal", key }, async () => {
    const desk = await tellingHere(c)
    const { panel, rows, todo } = sealable(desk)
    const at = world.now().toISOString()
    const sealKey = await sealKeyOf(world.table, desk.round.id, world.random)
    const now = todo.slice(0, atOnce)
    const held = await sealRows(world.table, desk.round.id, {
      rows: now,
      key: sealKey,
      random: world.random,
      at,
    })
    const left = todo.filter((row) => !held.includes(row))
    const marks = rows.flatMap(({ mark }) => mark ?? [])
    const sealed = { at, by: whoHere(c), letters: rows.length, mark: markOver(marks) }
    const known = desk.mine.flatMap(({ row }) => row ?? [])
    const open = known.filter(({ reading }) =>
      left.some((row) => row.reading.reference === reading.reference),
    )
    const actions = left.length > 0 ? [] : [desk.store.putHead({ ...panel, sealed }, panel)]
    return {
      actions: [...actions, ...lettersDue(c, desk)],
      result: { sealed: known.length - open.length, of: known.length },
    }
  })
}

const sealable = ({ whole: { panel }, rows }: TellingDesk) => {
  if (!panel || rows.length === 0)
    throw new Refused("not possible now", { says: "Nothing is read here yet." })
  if (rows.some(({ state }) => isMissing(state)))
    throw new Refused("not possible now", {
      says: "Something is still missing. Every expression of interest needs a decision, with two strengths and two gaps, and a place of its own in reserve, before the letters are sealed.",
    })
  const todo = rows.filter(({ state }) => state !== "sealed")
  if (todo.length === 0 && allSealed(rows, panel))
    throw new Refused("not possible now", { says: "All letters are sealed as they stand." })
  return { panel, rows, todo }
}

/** What is sealed after the telling is open at once, and its letter still has to go. */
const lettersDue = (c: C, { whole: { panel }, round }: TellingDesk): Action[] =>
  panel?.told
    ? [putRoundTold(c.var.world.settings.programme, { round: round.id, at: panel.told.at, lettered: false })]
    : []

type Told = { told: string; by: string }

/**
 * Tells all applicants at once: one write opens every letter of the round. The letters by email follow row by row, and
 * may lag behind; whoever presses again, or the calendar's morning, goes on with them.
 */
export const tell = async (c: C, key: MoveKey): Promise<Told> => {
  const { table, settings, now } = c.var.world
  const { store, round } = await tellingHere(c)
  const told = (await toldAlready(store)) ?? (await telling(c, store, key))
  await putLetters(table, { programme: settings.programme, round: round.id, at: now(), limit: atOnce })
  return told
}

const toldAlready = async (store: PanelStore): Promise<Told | undefined> => {
  const told = (await store.head())?.told
  return told && { told: told.at, by: told.by.name }
}

const telling = async (c: C, store: PanelStore, key: MoveKey): Promise<Told> => {
  try {
    return await changing(c, { ...asked, move: "tell", key }, () => deciding(c))
  } catch (error) {
    const before = error instanceof Refused ? await toldAlready(store) : undefined
    if (!before) throw error
    return before
  }
}

const deciding = async (c: C) => {
  const { world } = c.var
  const { whole, rows, round, store } = await tellingHere(c)
  const { panel } = whole
  if (panel?.told)
    throw new Refused("not possible now", { says: `${panel.told.by.name} has told them already.` })
  if (!panel || !allSealed(rows, panel))
    throw new Refused("not possible now", {
      says: "Nobody is told before every letter is sealed as it stands now. Seal the letters first.",
    })
  if (world.now().getTime() < new Date(round.closes).getTime())
    throw new Refused("not possible now", { says: "The round is still open." })
  const at = world.now().toISOString()
  const by = whoHere(c)
  const key = await sealKeyOf(world.table, round.id, world.random)
  return {
    actions: [
      { put: { ...keys.roundTold(round.id), at, key }, when: "new" },
      putRoundTold(world.settings.programme, { round: round.id, at, lettered: false }, "new"),
      store.putHead({ ...panel, told: { at, by } }, panel),
    ] satisfies Action[],
    result: { told: at, by: by.name },
  }
}
