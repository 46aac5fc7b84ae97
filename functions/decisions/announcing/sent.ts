import type { Reading } from "../../../shared/domain/selection/reading.ts"
import { type Sent, sentIn } from "../../../shared/domain/submissions/sent.ts"
import { keys } from "../../../shared/store/keys.ts"
import { unpacked } from "../../../shared/store/packed.ts"
import type { Table } from "../../../shared/store/table.ts"

/** The version that is read, as it was sent. */
export const sentOf = async (
  table: Table,
  { organisation, reference, version }: Pick<Reading, "organisation" | "reference" | "version">,
): Promise<Sent | undefined> => {
  const item = await table.get(keys.sent(organisation, reference, version), { strong: true })
  return item && sentIn(unpacked(item))
}
