import { action, type Desk, type Action as ToDo } from "../domain/actions/action.ts"
import { type Promised, promise } from "../domain/actions/promise.ts"
import { chasesOfAction, nextChase } from "../domain/notices/chases.ts"
import { londonDate, type PlainDate } from "../values/london.ts"
import { addWorkingDays } from "../values/working-days.ts"
import { everyItem } from "./every.ts"
import { byRound, keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** What has to be done about a site, and what it promised, in each phase. */
export const actionsIn = (table: Table, organisation: string) => {
  const under = async ({ pk, sk }: { pk: string; sk: string }): Promise<ToDo[]> =>
    (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => action.parse(item))

  /** What is open, by the day each is due: one query, whatever was done before. */
  const open = () => under(keys.action(organisation, ""))

  /** What is done or dropped, by the day it was due. */
  const over = () => under(keys.actionOver(organisation, ""))

  return {
    open,
    over,
    all: async (): Promise<ToDo[]> => (await Promise.all([open(), over()])).flat(),

    one: async (id: string): Promise<ToDo | undefined> => {
      const item =
        (await table.get(keys.action(organisation, id), { strong: true })) ??
        (await table.get(keys.actionOver(organisation, id), { strong: true }))
      return item && action.parse(item)
    },

    promised: async (phase: string): Promise<Promised | undefined> => {
      const item = await table.get(keys.promise(organisation, phase))
      return item && promise.parse(item)
    },
  }
}

/** What is open on one desk in a phase, over all sites, by when it is due: one query, as it was a moment ago. */
export const deskOfActions = async (table: Table, phase: string, desk: Desk): Promise<ToDo[]> =>
  (await everyItem(table, { pk: listOf(phase, desk), index: byRound }))
    .map(({ summary }) => action.parse(summary))
    .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))

const listOf = (phase: string, desk: Desk) => `ACTIONS#${phase}#${desk}`

/** A new one, or one as it was changed: what is open lies with what is current, and on its owner's desk; what is over apart. */
export const putAction = (after: ToDo, before?: ToDo): Action[] => {
  const next = action.parse({ ...after, revision: (before?.revision ?? 0) + 1 })
  const { organisation, id, phase, owner, state } = next
  const asRead = before ? { when: { is: { revision: before.revision } } } : { when: "new" as const }
  const day = nextChase(chasesOfAction(next), next.told ?? {}, firstDay(next))
  const open = {
    ...next,
    ...(day !== undefined && { onDay: day }),
    ...(phase !== undefined && { inRound: listOf(phase, owner), site: organisation, summary: next }),
  }
  if (state === "open") return [{ put: { ...keys.action(organisation, id), ...open }, ...asRead }]
  return [
    ...(before ? [{ remove: keys.action(organisation, id), ...asRead }] : []),
    { put: { ...keys.actionOver(organisation, id), ...next }, when: "new" },
  ]
}

/** That it is open still, as it was read. */
export const checkAction = ({ organisation, id, revision }: ToDo): Action => ({
  check: keys.action(organisation, id),
  when: { is: { revision } },
})

/** The first morning on which it can be told of: not before it was set, or carried. */
const firstDay = ({ set, carried, told = {} }: ToDo): PlainDate => {
  const since = carried.at(-1)?.at ?? set?.at
  const days = [...(since ? [londonDate(new Date(since))] : []), ...Object.values(told)].sort()
  return addWorkingDays(days.at(-1) ?? "2016-01-01", 1)
}

export const putPromise = (one: Promised): Action => ({
  put: { ...keys.promise(one.organisation, one.phase), ...promise.parse(one) },
})
