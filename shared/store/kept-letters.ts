import * as z from "zod"
import { type Telling, tellings } from "../domain/letters/told.ts"
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
