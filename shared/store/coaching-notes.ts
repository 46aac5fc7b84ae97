import { type Note, note } from "../domain/coaching/note.ts"
import type { Action } from "./action.ts"
import type { Place } from "./coaching.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** As many notes as one page has. */
export const pageOfNotes = 25

/** The newest notes of the coordinating side about a site, or those before one. */
export const coachingNotes = async (
  table: Table,
  { organisation, phase }: Omit<Place, "name">,
  before?: string,
): Promise<Note[]> => {
  const at = (id: string) => keys.ofCoaches(organisation, "NOTE", phase, id)
  const { pk, sk } = at("")
  const after = before === undefined ? undefined : at(before)
  const asked = { pk, begins: sk, newestFirst: true, limit: pageOfNotes, strong: true, after }
  return (await table.query(asked)).items.map((item) => note.parse(item))
}

export const putNote = (one: Note): Action => ({
  put: { ...keys.ofCoaches(one.organisation, "NOTE", one.phase, one.id), ...note.parse(one) },
  when: "new",
})
