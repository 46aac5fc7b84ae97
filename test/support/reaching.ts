import { actions, type Reach } from "../../infra/constructs/reach.ts"
import type { Action, Table } from "../../shared/store/table.ts"

/** What the table was asked, as permissions name it, by which function. */
export type Asked = { by: string; action: string; partition: string; index?: string }

/** Notes everything that a table is asked; `by` says which function asks now. */
export const noting = () => {
  const asked: Asked[] = []
  const now = { by: "a test" }
  const noted = (table: Table): Table => {
    const note = (action: string, partition: string, index?: string) =>
      asked.push({ by: now.by, action, partition, ...(index && { index }) })
    return {
      get: (key, options) => {
        note("GetItem", key.pk)
        return table.get(key, options)
      },
      query: (one) => {
        note("Query", one.pk, one.index?.index)
        return table.query(one)
      },
      write: (all) => {
        for (const one of all) note(...nameOf(one))
        return table.write(all)
      },
      count: (key, expires) => {
        note("UpdateItem", key.pk)
        return table.count(key, expires)
      },
      metered: (meter) => noted(table.metered(meter)),
    }
  }
  return { asked, now, noted }
}

const nameOf = (one: Action): [string, string] => {
  if ("put" in one) return ["PutItem", one.put.pk]
  if ("set" in one) return ["UpdateItem", one.set.pk]
  if ("remove" in one) return ["DeleteItem", one.remove.pk]
  return ["ConditionCheckItem", one.check.pk]
}

export const covers = ({ partitions, may, index }: Reach, one: Asked) =>
  index === one.index &&
  may.some((way) => actions[way].some((action) => action === one.action)) &&
  partitions.some((each) =>
    each.endsWith("*") ? one.partition.startsWith(each.slice(0, -1)) : each === one.partition,
  )

/** What is granted and was never used. */
export const unusedOf = (granted: Reach[], used: Asked[]) =>
  granted
    .flatMap(({ partitions, may, index }) =>
      partitions.flatMap((partition) =>
        may.flatMap((way) => actions[way].map((action) => ({ partition, action, index }))),
      ),
    )
    .filter(
      ({ partition, action, index }) =>
        !used.some(
          (each) =>
            covers({ partitions: [partition], may: ["read", "write"], index }, each) &&
            each.action === action,
        ),
    )
    .map(({ partition, action }) => `${action} of ${partition}`)
