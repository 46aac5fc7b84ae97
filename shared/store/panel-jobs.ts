import type { Action } from "./action.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

type Job = { done: boolean; revision: number } & Record<string, unknown>

/**
 * The last thing that was done to many readings of a round at once, in a place of its own: it is recorded before the
 * first of them is written, so that it can be ended wherever it was broken off. The next takes its place, once it is done.
 */
export const panelJob = <One extends Job>(
  table: Table,
  round: string,
  name: string,
  schema: { parse: (item: unknown) => One },
) => {
  const key = keys.panelJob(round, name)
  const put = (after: One, before?: One): Action => ({
    put: { ...key, ...after, revision: (before?.revision ?? 0) + 1 },
    when: before ? { is: { revision: before.revision } } : "new",
  })
  return {
    last: async (): Promise<One | undefined> => {
      const item = await table.get(key, { strong: true })
      return item && schema.parse(item)
    },
    put,
    done: (one: One): Action => put({ ...one, done: true }, one),
  }
}
