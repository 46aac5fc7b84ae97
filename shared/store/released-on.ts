import * as z from "zod"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

const made = z.object({ number: z.int(), at: z.iso.datetime() })
export type ReleasedOn = z.infer<typeof made>

/** When the last release of a phase was made: nothing of what is in it. */
export const releasedOn = async (
  table: Table,
  { programme, phase }: { programme: string; phase: string },
): Promise<ReleasedOn | undefined> => {
  const { pk, sk } = keys.release(programme, phase, 0)
  const { items } = await table.query({
    pk,
    begins: sk.slice(0, -4),
    newestFirst: true,
    limit: 1,
    strong: true,
  })
  return items[0] && made.parse(items[0])
}
