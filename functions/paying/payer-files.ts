import { countsOf, type PayerFile, plannedFrom, rowStands } from "../../shared/domain/funding/payer-file.ts"
import { payerRowsFrom } from "../../shared/domain/funding/payer-rows.ts"
import { fundingGrantFor } from "../../shared/domain/people/funding-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import { keyedWrite } from "../../shared/store/keyed.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { payerIn } from "../../shared/store/payer.ts"
import { sha256 } from "../../shared/values/hash.ts"
import { cleanText } from "../../shared/values/text.ts"
import { type C, only } from "../../shared/web/funding/here.ts"
import { everyAccount } from "./every-account.ts"
import { cellsIn } from "./payer-text.ts"
import { recordRows, whoRecords } from "./recording.ts"

const right = "confirm payment"

export const storeHere = ({ var: { world } }: C) => payerIn(world.table, world.settings.programme)

/** Every answer of the payer, newest first. */
export const filesHere = async (c: C) => {
  const records = fundingGrantFor(c.var.actor, right) !== undefined
  return { files: await storeHere(c).files(), records }
}
export type OnFiles = Awaited<ReturnType<typeof filesHere>>

/** One of them, with where each of its rows stands. */
export const fileHere = async (c: C) => {
  const store = storeHere(c)
  const file = await store.file(c.req.param("file") ?? "")
  if (!file) throw new Refused("not found")
  const rows = (await store.rows(file.id)).map((row, place) => ({
    ...row,
    stands: rowStands(file, row, place),
  }))
  return { file, rows, records: fundingGrantFor(c.var.actor, right) !== undefined }
}
export type OnFile = Awaited<ReturnType<typeof fileHere>>

/** A file as it came. */
export type Given = { name: string; bytes: Uint8Array }

/**
 * Reads all of it, records what is to be done, then does it row by row. The same file again, by its bytes, is the one
 * that is there: what was left of it is done, and nothing twice.
 */
export const sendFile = async (c: C, given: Given, key: MoveKey): Promise<PayerFile> => {
  only(c, right, whoRecords)
  const { table, settings } = c.var.world
  const id = sha256(given.bytes)
  const at = keys.payerMove(settings.programme, c.var.actor.id, key.key)
  await keyedWrite(table, { at, key }, async () => {
    const store = storeHere(c)
    if (await store.file(id)) return { actions: [], result: id }
    const { file, rows } = await plan(c, id, given)
    return { actions: store.planned(file, rows), result: id }
  })
  return goOn(c, id)
}

const plan = async (c: C, id: string, { name, bytes }: Given) => {
  const { actor, world } = c.var
  const read = payerRowsFrom(cellsIn(bytes))
  const accounts = (await everyAccount(c)).flatMap((one) => one.accounts)
  const rows = plannedFrom(read, accounts, world.now())
  const file: PayerFile = {
    id,
    name: nameOf(name),
    at: world.now().toISOString(),
    by: { person: actor.id, name: actor.name },
    rows: rows.length,
    done: 0,
    notes: [],
    ...countsOf(rows),
    revision: 0,
  }
  return { file, rows }
}

/** The name of a file in one short line, without the folders it lay in. */
const nameOf = (name: string) => {
  const clean = cleanText(name)
  const last = "text" in clean ? clean.text.split(/[\\/]/).at(-1)?.replace(/\s+/gu, " ").trim() : undefined
  return last?.slice(0, 100) || "Pasted text"
}

/** Goes on with a file from where it was broken off: as many rows as there is time for. */
export const goOn = async (c: C, id: string): Promise<PayerFile> => {
  only(c, right, whoRecords)
  const store = storeHere(c)
  const file = await store.file(id)
  if (!file) throw new Refused("not found")
  return file.done === file.rows ? file : recordRows(c, store, file, await store.rows(id))
}
