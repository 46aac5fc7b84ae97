import * as z from "zod"
import type { Json } from "../values/canonical.ts"
import type { Action } from "./action.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

const json = z.custom<Json>((value) => value !== undefined)

/** A workbook that was read and waits to be confirmed by whoever chose it. `expires`: machine time, seconds. */
export const workbookItem = z.object({
  id: z.string(),
  reference: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  name: z.string(),
  format: z.enum(["xlsx", "ods", "csv"]),
  /** At which revision it was made, where it says so. */
  revision: z.int().optional(),
  answers: z.record(z.string(), z.record(z.string(), json)),
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
  places: z.record(z.string(), z.string()),
  /** The file as it came, where it is small enough to keep. */
  file: z.instanceof(Uint8Array).optional(),
  expires: z.number(),
})
export type WorkbookItem = z.infer<typeof workbookItem>

export const workbooksOf = (organisation: string, table: Table) => ({
  find: async (reference: string, id: string): Promise<WorkbookItem | undefined> => {
    const item = await table.get(keys.workbook(organisation, reference, id), { strong: true })
    return item && workbookItem.parse(item)
  },
  put: (one: WorkbookItem): Action => ({
    put: { ...keys.workbook(organisation, one.reference, one.id), ...one },
    when: "new",
  }),
  remove: ({ reference, id }: Pick<WorkbookItem, "reference" | "id">): Action => ({
    remove: keys.workbook(organisation, reference, id),
  }),
})
