import * as z from "zod"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What somebody typed into a session that had ended: for them alone, for a week. `expires`: machine time, seconds. */
export const typedItem = z.object({
  id: z.string(),
  path: z.string(),
  entries: z.record(z.string(), z.string()),
  at: z.iso.datetime(),
  expires: z.number(),
})
export type Typed = z.infer<typeof typedItem>

export const typedBy = (person: string, table: Table) => ({
  keep: (one: Typed) => table.write([{ put: { ...keys.typed(person, one.id), ...one } }]),
  find: async (id: string): Promise<Typed | undefined> => {
    const item = await table.get(keys.typed(person, id), { strong: true })
    return item && typedItem.parse(item)
  },
  discard: (id: string) => table.write([{ remove: keys.typed(person, id) }]),
})
