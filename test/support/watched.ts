import type { Action, Item, Table } from "../../shared/store/table.ts"
import { canonical, type Json } from "../../shared/values/canonical.ts"
import { sha256 } from "../../shared/values/hash.ts"
import type { Service } from "./service.ts"

/** One thing that the table was asked: `at` is where, `held` whether a write was taken. */
export type Call = { asks: "get" | "query" | "write" | "count"; at: string[]; held?: boolean }

/** A table that writes down everything it is asked, by whichever request. */
export const watched =
  (calls: Call[]) =>
  (table: Table): Table => ({
    get: (key, options) => {
      calls.push({ asks: "get", at: [`${key.pk} ${key.sk}`] })
      return table.get(key, options)
    },
    query: (asked) => {
      calls.push({ asks: "query", at: [`${asked.pk} ${asked.begins ?? ""}`.trim()] })
      return table.query(asked)
    },
    write: async (actions) => {
      const given = await table.write(actions)
      calls.push({ asks: "write", at: actions.map(placeOf), held: given.written })
      return given
    },
    count: (key, expires) => {
      calls.push({ asks: "count", at: [`${key.pk} ${key.sk}`] })
      return table.count(key, expires)
    },
    metered: (meter) => watched(calls)(table.metered(meter)),
  })

const placeOf = (action: Action) => {
  const { pk, sk } =
    "put" in action
      ? action.put
      : "set" in action
        ? action.set
        : "remove" in action
          ? action.remove
          : action.check
  return `${pk} ${sk}`
}

/** What was really written: a count of tries is none. */
export const written = (calls: Call[]) => calls.filter(({ asks, held }) => asks === "write" && held)

/** Everything kept for an organisation, in all its partitions. */
export const itemsOf = async ({ table }: Pick<Service, "table">, organisation: string): Promise<Item[]> => {
  const found: Item[] = []
  for (const kind of [
    "ORG",
    "LOG",
    "CONTENTS",
    "PEOPLE",
    "SITE",
    "FUNDING",
    "LEDGER",
    "COACHING",
    "COACHES",
    "EVALUATION",
    "STORIES",
    "ANSWERS",
  ]) {
    let after: Record<string, unknown> | undefined
    do {
      const { items, next } = await table.query({ pk: `${kind}#${organisation}`, strong: true, after })
      found.push(...items)
      after = next
    } while (after)
  }
  return found
}

/** One figure for everything kept for an organisation: the same as long as not a byte of it changes. */
export const digestOf = async (service: Pick<Service, "table">, organisation: string) =>
  sha256(canonical(JSON.parse(JSON.stringify(await itemsOf(service, organisation))) as Json))
