import { type Ask, ask } from "../domain/calendar/more-time.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What sites ask the coordinators, until it is answered. */
export const asksIn = (table: Table, programme: string) => ({
  /** Requests for more time, oldest first: in one query. */
  waiting: async (): Promise<Ask[]> => {
    const { pk } = keys.ask(programme, "", "")
    const { items } = await table.query({ pk, begins: "ASK#", strong: true })
    return items.map((item) => ask.parse(item)).sort((a, b) => a.at.localeCompare(b.at))
  },
})
