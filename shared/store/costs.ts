import { type Costs, costs as schema } from "../domain/evaluation/costs/costs.ts"
import type { Action } from "./action.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type Of = { programme: string; phase: string }

/** What evaluators estimate of a phase, as it was changed last; nothing before the first line. */
export const costsOf = async (table: Table, of: Of): Promise<Costs | undefined> => {
  const { items } = await table.query({ ...under(of), newestFirst: true, limit: 1, strong: true })
  return items[0] && read(items[0])
}

/** As it was at each revision, the newest first. */
export const costVersions = async (table: Table, of: Of): Promise<Costs[]> =>
  (await everyItem(table, { ...under(of), newestFirst: true, strong: true })).map(read)

/** The next revision, put once: whoever made it meanwhile was quicker. */
export const putCosts = (one: Costs): Action => ({
  put: { ...keys.finding(one.programme, "COSTS", one.phase, padded(one.revision)), ...one },
  when: "new",
})

const under = ({ programme, phase }: Of) => {
  const { pk, sk } = keys.finding(programme, "COSTS", phase, "")
  return { pk, begins: sk }
}

const padded = (revision: number) => String(revision).padStart(6, "0")

const read = ({ pk: _, sk: __, ...one }: Record<string, unknown>): Costs => schema.parse(one)
