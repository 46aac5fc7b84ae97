import * as z from "zod"
import { type Telling, tellings } from "../domain/letters/told.ts"
import { decisionLetterId } from "../domain/selection/letter.ts"
import type { ToldDecision } from "../domain/selection/told.ts"
import { letter } from "../domain/submissions/letter.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

const kept = letter.pick({ at: true, by: true, note: true }).extend({ letter: z.string() })

/** A letter as it is kept against its record, by the number of the event it tells of. */
export type KeptLetter = z.infer<typeof kept> & { number: number; tellings: Telling[] }

/** A hundred letters about one record, newest first; those before a number where one is given. */
export const keptLetters = async (
  table: Table,
  organisation: string,
  reference: string,
  before?: number,
): Promise<KeptLetter[]> => {
  const at = (number: string) => keys.letter(organisation, `${reference}#${number}`)
  const { pk, sk: begins } = at("")
  const { items } = await table.query({
    pk,
    begins,
    newestFirst: true,
    limit: 100,
    strong: true,
    after: before === undefined ? undefined : at(String(before).padStart(6, "0")),
  })
  return items.map((item) => ({
    ...kept.parse(item),
    number: Number(item.sk.slice(begins.length)),
    tellings: tellings(item),
  }))
}

/** The letter about what was decided, where it has been put: it answers no move of theirs, and has no number. */
export const decisionLetterOf = async (
  table: Table,
  { organisation, reference, version }: Pick<ToldDecision, "organisation" | "reference" | "version">,
): Promise<KeptLetter[]> => {
  const item = await table.get(keys.siteLetter(organisation, decisionLetterId(reference, version)), {
    strong: true,
  })
  return item ? [{ ...kept.parse(item), number: 0, tellings: tellings(item) }] : []
}
