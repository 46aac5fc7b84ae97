import { action, type Action as ToDo } from "../domain/actions/action.ts"
import { type Head, head } from "../domain/coaching/head.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What is current at a site: what is open there, and where its coaching stands in each phase, in one query. */
export const nowAt = async (
  table: Table,
  organisation: string,
): Promise<{ actions: ToDo[]; heads: Head[] }> => {
  const { pk, sk } = keys.coaching(organisation, "")
  const begins = sk.slice(0, sk.indexOf("#") + 1)
  const items = await everyItem(table, { pk, begins, strong: true })
  const isHead = (item: { sk: string }) => item.sk.startsWith(sk)
  return {
    actions: items.filter((item) => !isHead(item)).map((item) => action.parse(item)),
    heads: items.filter(isHead).map((item) => head.parse(item)),
  }
}
