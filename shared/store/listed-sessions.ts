import * as z from "zod"
import { session } from "../domain/coaching/session.ts"
import { everyItem } from "./every.ts"
import { byRound } from "./keys.ts"
import type { Table } from "./table.ts"

/** What a list over sites says of a session: when, of what kind and how far it has come. Nothing of what was said. */
const listedSession = session
  .pick({
    id: true,
    organisation: true,
    phase: true,
    kind: true,
    state: true,
    on: true,
    version: true,
    answerBy: true,
    imported: true,
  })
  .extend({
    asked: z.iso.datetime().optional(),
    shared: session.shape.shared.unwrap().pick({ at: true }).optional(),
    answered: session.shape.answered.unwrap().pick({ at: true, as: true }).optional(),
  })
export type ListedSession = z.infer<typeof listedSession>

/** Every session of every site in a phase: one query, as it was a moment ago. */
export const sessionsInPhase = async (table: Table, phase: string): Promise<ListedSession[]> =>
  (await everyItem(table, { pk: listOf(phase), index: byRound })).map(({ summary }) =>
    listedSession.parse(summary),
  )

const listOf = (phase: string) => `SESSIONS#${phase}`

export const listedAmongSessions = (one: { phase: string }) => ({
  inRound: listOf(one.phase),
  summary: listedSession.parse(one),
})
