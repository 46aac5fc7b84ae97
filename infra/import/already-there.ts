import type { Row } from "../../shared/domain/coaching/import/cells.ts"
import type { RowHead } from "../../shared/domain/coaching/import/row.ts"
import { hashOfRow, type Taken } from "../../shared/domain/coaching/import/taken.ts"
import { session as sessionSchema } from "../../shared/domain/coaching/session.ts"
import { keys } from "../../shared/store/keys.ts"
import type { Table } from "../../shared/store/table.ts"

/** How a row that was taken over before stands to what is there: it is left as it is, whatever has changed. */
export const changedSince = async (table: Table, taken: Taken, row: Row): Promise<string[]> => {
  if (hashOfRow(row) === taken.hash) return []
  return [
    (await isUntouched(table, taken))
      ? "The row has changed since it was taken over. The draft stands as it was taken over, and nobody has changed it: change it there."
      : "The row has changed since it was taken over. Its session has been worked on, and is left as it is.",
  ]
}

/** Where a row is about another site or phase now than it was then: nothing is moved. */
export const movedSince = (
  taken: Taken,
  { organisation, phase }: Pick<RowHead, "organisation" | "phase">,
): string[] =>
  taken.organisation === organisation && taken.phase === phase
    ? []
    : [
        `It was taken over as a session of ${taken.organisation} in ${taken.phase}; the row and the map say ${organisation} in ${phase} now. It is left where it is.`,
      ]

const isUntouched = async (table: Table, { organisation, phase, session }: Taken): Promise<boolean> => {
  const [record, draft] = await Promise.all([
    table.get(keys.shared(organisation, "SESSION", phase, session), { strong: true }),
    table.get(keys.ofCoaches(organisation, "DRAFT", phase, session), { strong: true }),
  ])
  const found = sessionSchema.safeParse(record)
  return found.success && found.data.state === "held" && found.data.revision === 1 && draft?.revision === 1
}
