import { gunzipSync, gzipSync } from "node:zlib"
import { measureTable } from "../domain/evaluation/analysis/table.ts"
import { type ReleaseRecord, releaseRecord } from "../domain/evaluation/released.ts"
import type { Action, Item } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type Of = { programme: string; phase: string }

/** The last release of a phase, in one query of one item; none before the first. */
export const latestRelease = async (table: Table, of: Of): Promise<ReleaseRecord | undefined> => {
  const { pk, begins } = under(of)
  const { items } = await table.query({ pk, begins, newestFirst: true, limit: 1, strong: true })
  return items[0] && read(items[0])
}

/** Every release of a phase, the newest first. */
export const releases = async (table: Table, of: Of): Promise<ReleaseRecord[]> =>
  (await everyItem(table, { ...under(of), newestFirst: true, strong: true })).map(read)

export const releaseOf = async (
  table: Table,
  { programme, phase }: Of,
  number: number,
): Promise<ReleaseRecord | undefined> => {
  const item = await table.get(keys.release(programme, phase, number), { strong: true })
  return item && read(item)
}

/** Put once: whoever made another of this number was quicker. */
export const putRelease = (one: ReleaseRecord): Action => {
  const { table, ...rest } = releaseRecord.parse(one)
  return {
    put: { ...keys.release(one.programme, one.phase, one.number), ...rest, packed: packedTable(table) },
    when: "new",
  }
}

const under = ({ programme, phase }: Of) => {
  const { pk, sk } = keys.release(programme, phase, 0)
  return { pk, begins: sk.slice(0, -4) }
}

const packedTable = (table: ReleaseRecord["table"]) => gzipSync(JSON.stringify(measureTable.parse(table)))

const read = ({ pk, sk, packed, ...rest }: Item): ReleaseRecord =>
  releaseRecord.parse({ ...rest, table: JSON.parse(gunzipSync(packed as Uint8Array).toString("utf8")) })
