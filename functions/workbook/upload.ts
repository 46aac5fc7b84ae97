import { Refused } from "../../shared/domain/refused.ts"
import { keyedWrite } from "../../shared/store/keyed.ts"
import { keys } from "../../shared/store/keys.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { type WorkbookItem, workbookItem, workbooksOf } from "../../shared/store/workbook.ts"
import { withIssues } from "../../shared/workbook/issues.ts"
import { opened } from "../../shared/workbook/opened.ts"
import { takenFrom } from "../../shared/workbook/taken.ts"
import { Unreadable } from "../../shared/workbook/unreadable.ts"
import { type C, type Desk, filling, load, organisationIn } from "./desk.ts"
import { type File, fileNamed } from "./file.ts"

/** A day, in seconds of machine time. */
const keptFor = 24 * 3600

/** Of a file that is kept to give back, and of all that is kept with it: an item of the table holds 400 kB. */
const largestFile = 300_000
const largestItem = 380_000

export type Chosen = { name: string; bytes: Uint8Array }

/** Reads a workbook and keeps what it says until it is confirmed. Nothing of the return changes. */
export const uploading = async (
  c: C,
  desk: Desk,
  chosen: Chosen,
  key: MoveKey,
): Promise<{ upload: string }> => {
  const { actor, world } = c.var
  filling(c, desk)
  const organisation = organisationIn(c)
  const item = itemOf(c, desk, chosen)
  const at = keys.move(organisation, actor.id, key.key)
  return keyedWrite(world.table, { at, key }, async () => ({
    actions: [workbooksOf(organisation, world.table).put(item)],
    result: { upload: item.id },
  }))
}

const itemOf = (c: C, desk: Desk, { name, bytes }: Chosen): WorkbookItem => {
  const { actor, world } = c.var
  const { format, taken } = read(desk, name, bytes)
  const item = workbookItem.parse({
    id: Buffer.from(world.random(12)).toString("base64url"),
    reference: desk.head.reference,
    by: actor.id,
    at: world.now().toISOString(),
    name: name.replace(/[\p{C}"\\]/gu, "").slice(0, 100),
    format,
    ...taken,
    expires: Math.floor(world.machineNow().getTime() / 1000) + keptFor,
  })
  const size = Buffer.byteLength(JSON.stringify(item))
  if (size > largestItem) throw new Refused("too large", { says: "There is too much text in this workbook." })
  const keeps = format !== "csv" && bytes.length <= largestFile && size + bytes.length <= largestItem
  return keeps ? { ...item, file: new Uint8Array(bytes) } : item
}

const read = ({ kind, head, organisation, visible, answers }: Desk, name: string, bytes: Uint8Array) => {
  try {
    const found = opened(name, bytes)
    const { edition, id } = kind
    const { reference, revision } = head
    const expecting = { kind: id, edition, reference, revision, organisation: organisation.id }
    return { format: found.format, taken: takenFrom(found, { ...expecting, sections: visible, answers }) }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw new Refused("not valid", { problems: [{ question: "file", says: error.says }] })
  }
}

/** One that this person chose, and that has not gone by itself yet. */
export const uploadHere = async (c: C): Promise<WorkbookItem> => {
  const { actor, world } = c.var
  const store = workbooksOf(organisationIn(c), world.table)
  const item = await store.find(c.req.param("reference") ?? "", c.req.param("upload") ?? "")
  const over = item && item.expires * 1000 <= world.machineNow().getTime()
  if (!item || over || item.by !== actor.id) throw new Refused("not found")
  return item
}

/** Their own file, with a sheet of what is to be put right in it. */
export const issuesFile = async (c: C): Promise<File> => {
  await load(c)
  const { file, format, problems, name } = await uploadHere(c)
  if (!file || format === "csv") throw new Refused("not found")
  const base = name.replace(/\.\w+$/, "").replace(/[^\w .-]/g, "") || "workbook"
  return fileNamed(`${base} with issues`, format, withIssues(format, file, problems))
}
