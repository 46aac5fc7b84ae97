import { type Chains, changesIn } from "./changes.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What is done across sites, in chains of its own, with the moves that were made. */
export const findingsChanges = (table: Table, programme: string) => changesIn(table, chainsOf(programme))

const chainsOf = (programme: string): Chains => ({
  chain: (record) => keys.findingsChain(programme, record),
  move: (person, key) => keys.findingsMove(programme, person, key),
  event: (record, number) => keys.event("findings", record, number),
  contents: (record, number) => keys.contents("findings", record, number),
})
