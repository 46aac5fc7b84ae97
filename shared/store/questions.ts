import * as z from "zod"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

export const askedQuestion = z.object({
  id: z.string(),
  round: z.string(),
  roundTitle: z.string(),
  question: z.string(),
  email: z.string(),
  at: z.iso.datetime(),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

/** Questions about a round as they were asked: a letter takes each to the programme team. */
export const questionsIn = (table: Table) => ({
  ask: (round: string, one: AskedQuestion) =>
    table.write([
      { put: { ...keys.question(round, one.id), ...one, letter: "question asked" }, when: "new" },
    ]),
})
