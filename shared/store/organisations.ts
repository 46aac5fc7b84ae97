import { type Organisation, organisation as schema } from "../domain/people/organisation.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** The directory as those who change it see it: one change after another, so that nothing in it is taken twice. */
export const organisationsIn = (table: Table) => ({
  all: async (): Promise<Organisation[]> => {
    const { items } = await table.query({ pk: keys.organisation("").pk, begins: "ORG#", strong: true })
    return items.map((item) => schema.parse(item))
  },

  /** What a change takes its turn by: read before anything else is. */
  turn: async (): Promise<Action> => {
    const item = await table.get(keys.directoryTurn(), { strong: true })
    const turn = Number(item?.turn ?? 0)
    return {
      put: { ...keys.directoryTurn(), turn: turn + 1 },
      when: item ? { is: { turn } } : "new",
    }
  },

  adding: (one: Organisation): Action[] => [
    { put: { ...keys.organisation(one.id), ...one }, when: "new" },
    ...one.domains.map((domain) => opening(domain, one)),
  ],

  /** The organisation as it is now, and the doors that its mail domains open. */
  changing: (before: Organisation, one: Organisation): Action[] => [
    { put: { ...keys.organisation(one.id), ...one }, when: "there" },
    ...one.domains.filter((domain) => !before.domains.includes(domain)).map((domain) => opening(domain, one)),
    ...before.domains
      .filter((domain) => !one.domains.includes(domain))
      .map((domain) => ({ remove: keys.domain(domain), when: "there" as const })),
  ],
})

const opening = (domain: string, { id }: Organisation): Action => ({
  put: { ...keys.domain(domain), organisation: id },
  when: "new",
})
