import { type Taken, taken } from "../domain/coaching/import/taken.ts"
import { shortHash } from "../values/hash.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** Which rows of a record kept elsewhere were taken over already, whoever did it, and into which site. */
export const takenOverFrom = (table: Table, programme: string, source: string) => {
  const at = (row: string) => keys.takenOver(programme, shortHash(source), shortHash(row))

  return {
    /** All of them by their ids there, as they were a moment ago. */
    all: async (): Promise<Map<string, Taken>> => {
      const { pk, sk } = keys.takenOver(programme, shortHash(source), "")
      const items = await everyItem(table, { pk, begins: sk, strong: true })
      return new Map(items.map((item) => taken.parse(item)).map((one) => [one.row, one]))
    },
    one: async (row: string): Promise<Taken | undefined> => {
      const item = await table.get(at(row), { strong: true })
      return item && taken.parse(item)
    },
    put: (one: Taken): Action => ({ put: { ...at(one.row), ...taken.parse(one) }, when: "new" }),
  }
}
