import type * as z from "zod"
import { clockOf, type Help, helpId, help as helpSchema, isOpen } from "../domain/coaching/help.ts"
import { helpClock } from "../domain/coaching/help-clock.ts"
import { type Place, putShared } from "./coaching.ts"
import { everyItem } from "./every.ts"
import { byRound, keys } from "./keys.ts"
import type { Action, Table } from "./table.ts"

/** What a desk over sites needs of one: whose it is, what about and how long it waits. Nothing that was written. */
export const listedHelp = helpSchema
  .pick({ organisation: true, phase: true, name: true, number: true, what: true })
  .extend({ clock: helpClock })
export type ListedHelp = z.infer<typeof listedHelp>

/** What is asked of the department: at one site, and over all of them. */
export const helpIn = (table: Table) => {
  const under = async (pk: string): Promise<ListedHelp[]> =>
    (await everyItem(table, { pk, index: byRound }))
      .map(({ summary }) => listedHelp.parse(summary))
      .sort((a, b) => a.clock.askedAt.localeCompare(b.clock.askedAt) || a.name.localeCompare(b.name))

  return {
    /** Of one site in a phase, by number. */
    of: async ({ organisation, phase }: Omit<Place, "name">): Promise<Help[]> => {
      const { pk, sk } = keys.shared(organisation, "HELP", phase, "")
      return (await everyItem(table, { pk, begins: sk, strong: true })).map((item) => helpSchema.parse(item))
    },

    one: async ({ organisation, phase }: Omit<Place, "name">, number: number): Promise<Help | undefined> => {
      const item = await table.get(keys.shared(organisation, "HELP", phase, helpId(number)), { strong: true })
      return item && helpSchema.parse(item)
    },

    /** Everything that waits for the department's answer, oldest first: one query, as it was a moment ago. */
    waiting: (programme: string) => under(deskOf(programme)),

    /** What was answered or taken back in a phase. */
    over: (phase: string) => under(overIn(phase)),
  }
}

const deskOf = (programme: string) => `HELP#${programme}`
const overIn = (phase: string) => `HELPED#${phase}`

/** A new one, or one as it was changed: on the department's desk while it is open, among what is over afterwards. */
export const putHelp = (programme: string, after: Help, before?: Help): Action => {
  const listed = listedHelp.parse({ ...after, clock: clockOf(after) })
  return putShared("HELP", after, before, {
    inRound: isOpen(after) ? deskOf(programme) : overIn(after.phase),
    summary: listed,
  })
}
