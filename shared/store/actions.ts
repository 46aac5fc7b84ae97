import { action, type Action as ToDo } from "../domain/actions/action.ts"
import { type Promised, promise } from "../domain/actions/promise.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** What a site has to do, and what it promised, in each phase. */
export const actionsIn = (table: Table, organisation: string) => ({
  /** By the day each is due. */
  all: async (): Promise<ToDo[]> => {
    const { pk, sk } = keys.action(organisation, "")
    const { items } = await table.query({ pk, begins: sk, strong: true })
    return items.map((item) => action.parse(item))
  },

  one: async (id: string): Promise<ToDo | undefined> => {
    const item = await table.get(keys.action(organisation, id), { strong: true })
    return item && action.parse(item)
  },

  promised: async (phase: string): Promise<Promised | undefined> => {
    const item = await table.get(keys.promise(organisation, phase))
    return item && promise.parse(item)
  },
})

export const putAction = (after: ToDo, before?: ToDo): Action => ({
  put: {
    ...keys.action(after.organisation, after.id),
    ...action.parse(after),
    revision: (before?.revision ?? 0) + 1,
  },
  when: before ? { is: { revision: before.revision } } : "new",
})

export const putPromise = (one: Promised): Action => ({
  put: { ...keys.promise(one.organisation, one.phase), ...promise.parse(one) },
})
