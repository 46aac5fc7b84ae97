import { gunzipSync, gzipSync } from "node:zlib"
import * as z from "zod"
import { type MeasureTable, measureTable } from "../domain/evaluation/analysis/table.ts"
import { type ReleaseTruth, releaseTruth } from "../domain/evaluation/disclosure/types.ts"
import { type ReleaseRecord, releaseRecord } from "../domain/evaluation/released.ts"
import type { Action, Item } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type Of = { programme: string; phase: string }

/** The last release of a phase, in one query of one item; none before the first. */
export const latestRelease = async (table: Table, of: Of): Promise<ReleaseRecord | undefined> => {
  const { items } = await table.query({ ...under(of), newestFirst: true, limit: 1, strong: true })
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

/** What stands behind a release: what was counted, and what the next one must know of it. */
export type Truth = { table: MeasureTable; truth: ReleaseTruth }

/** Behind every release of a phase, oldest first. For evaluators alone. */
export const truthsBehind = async (table: Table, { programme, phase }: Of): Promise<Truth[]> => {
  const { pk, sk } = keys.finding(programme, "TRUTH", phase, "")
  return (await everyItem(table, { pk, begins: sk, strong: true })).map(({ packed }) =>
    truth.parse(unpacked(packed)),
  )
}

const truth = z.strictObject({ table: measureTable, truth: releaseTruth })

/** Put once, with what stands behind it apart: whoever made another of this number was quicker. */
export const putRelease = (one: ReleaseRecord, behind: Truth): Action[] => {
  const { table, ...rest } = releaseRecord.parse(one)
  const { programme, phase, number } = one
  return [
    { put: { ...keys.release(programme, phase, number), ...rest, packed: packed(table) }, when: "new" },
    {
      put: {
        ...keys.finding(programme, "TRUTH", phase, String(number).padStart(4, "0")),
        number,
        packed: packed(truth.parse(behind)),
      },
      when: "new",
    },
  ]
}

/** That no release of this number was made. */
export const notReleasedYet = ({ programme, phase }: Of, number: number): Action => ({
  check: keys.release(programme, phase, number),
  when: "new",
})

const under = ({ programme, phase }: Of) => {
  const { pk, sk } = keys.release(programme, phase, 0)
  return { pk, begins: sk.slice(0, -4) }
}

const packed = (one: unknown) => gzipSync(JSON.stringify(one))
const unpacked = (bytes: unknown): unknown => JSON.parse(gunzipSync(bytes as Uint8Array).toString("utf8"))

const read = ({ pk: _, sk: __, packed, ...rest }: Item): ReleaseRecord =>
  releaseRecord.parse({ ...rest, table: unpacked(packed) })
