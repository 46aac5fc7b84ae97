import { type Expected, expected as schema } from "../domain/calendar/expected.ts"
import type { Contents, Event } from "../domain/submissions/event.ts"
import { addDays, type PlainDate } from "../values/london.ts"
import type { Action, Item } from "./action.ts"
import { everyItem } from "./every.ts"
import { byRound, keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** Returns that ended longer ago than this are on the page of all of them, not on a home. In days. */
export const backTo = 150

/** What sites are expected to send: of one site, or of all in a round. */
export const expectedIn = (table: Table) => {
  const of = async (organisation: string, round: string): Promise<Expected | undefined> => {
    const item = await table.get(keys.expected(organisation, round), { strong: true })
    return item && schema.parse(item)
  }

  /** Of one site, from what ended lately to what is far off: what it costs does not grow with the years behind it. */
  const current = async (organisation: string, today: PlainDate): Promise<Expected[]> => {
    const { pk, sk } = keys.expectedFrom(organisation, addDays(today, -backTo))
    const { items } = await table.query({ pk, begins: "EXPECTED#", after: { pk, sk }, strong: true })
    return items.map((item) => schema.parse(item))
  }

  const all = async (organisation: string): Promise<Expected[]> =>
    pages(table, { pk: keys.expectedFrom(organisation, "").pk, begins: "EXPECTED#", strong: true })

  /** Of every site in a round: as it was a moment ago. */
  const inRound = (round: string): Promise<Expected[]> => pages(table, { pk: round, index: byRound })

  return { of, current, all, inRound }
}

const pages = async (table: Table, asked: Parameters<Table["query"]>[0]): Promise<Expected[]> =>
  (await everyItem(table, asked)).map((item) => schema.parse(item))

const itemOf = (one: Expected): Item => ({
  ...keys.expected(one.organisation, one.round),
  ...one,
  inRound: one.round,
  site: one.organisation,
  ...(one.next !== undefined && { onDay: one.next }),
})

/** A new one, or the same again where it lies there as it was read. */
export const putExpected = (one: Expected, before?: Expected): Action => ({
  put: itemOf({ ...one, revision: (before?.revision ?? 0) + 1 }),
  when: before ? { is: { revision: before.revision } } : "new",
})

/** What is expected, changed, with its line of history: as `withLine` gives them. */
export const changedExpected = (
  { one, event, contents }: { one: Expected; event: Event; contents?: Contents },
  before: Expected,
): Action[] => [
  putExpected(one, before),
  { put: { ...keys.event(one.organisation, one.round, event.number), ...event }, when: "new" },
  ...(contents
    ? [
        {
          put: { ...keys.contents(one.organisation, one.round, contents.number), ...contents },
          when: "new" as const,
        },
      ]
    : []),
]

/** What nobody has begun is no longer expected. */
export const removeExpected = (one: Expected): Action => ({
  remove: keys.expected(one.organisation, one.round),
  when: { is: { revision: one.revision } },
})

/** It still stands as it was read: what is said of it is true when it is written. */
export const checkExpected = (one: Expected): Action => ({
  check: keys.expected(one.organisation, one.round),
  when: { is: { revision: one.revision } },
})
