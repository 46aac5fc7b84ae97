import type { Item } from "./action.ts"
import type { Table } from "./table.ts"

/** All that a query finds, however many pages it comes in: as many requests as there are millions of bytes. */
export const everyItem = async (table: Table, asked: Parameters<Table["query"]>[0]): Promise<Item[]> => {
  const found: Item[] = []
  let { after } = asked
  do {
    const { items, next } = await table.query({ ...asked, after })
    found.push(...items)
    after = next
  } while (after)
  return found
}
