import * as z from "zod"
import { beginning, type Draft, type Event, event as eventSchema, link } from "../domain/submissions/event.ts"
import { keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

const record = "people"

const chain = z.object({ number: z.int(), hash: z.string() })

export type AccessDraft = Omit<Draft, "record" | "number" | "previous" | "revision" | "version">

/** An organisation's chain of who was given or lost access; the programme's own people have one too. */
export const accessLogIn = (table: Table) => {
  /**
   * The place of the next line, as the chain stands now. What is decided after this is asked holds where the line
   * is written: whoever was quicker has taken its place.
   */
  const next = async (organisation: string): Promise<(draft: AccessDraft) => Action[]> => {
    const item = await table.get(keys.chain(organisation), { strong: true })
    const { number, hash } = item ? chain.parse(item) : { number: 0, hash: beginning }
    return (draft) => {
      const { event } = link(
        { ...draft, record, number: number + 1, previous: hash, revision: 0, version: 0 },
        undefined,
        "",
      )
      return [
        {
          put: { ...keys.chain(organisation), number: event.number, hash: event.hash },
          when: item ? { is: { number } } : "new",
        },
        { put: { ...keys.event(organisation, record, event.number), ...event }, when: "new" },
      ]
    }
  }

  return {
    next,
    /** The newest lines, those before a number where one is given. */
    newest: async (organisation: string, limit: number, before?: number): Promise<Event[]> => {
      const { items } = await table.query({
        pk: keys.event(organisation, record, 0).pk,
        begins: `${record}#`,
        newestFirst: true,
        limit,
        strong: true,
        after: before === undefined ? undefined : keys.event(organisation, record, before),
      })
      return items.map((item) => eventSchema.parse(item))
    },
  }
}
