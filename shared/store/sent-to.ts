import type { SentVersion } from "../domain/submissions/submission.ts"
import { keys } from "./keys.ts"
import { unpacked } from "./packed.ts"
import type { Table } from "./table.ts"

type About = { organisation: string; reference: string; version: number }

/** The version a receipt is about: for the letter alone, which is written without a person at the door. */
export const sentTo = async (
  table: Table,
  { organisation, reference, version }: About,
): Promise<SentVersion | undefined> => {
  const item = await table.get(keys.sent(organisation, reference, version), { strong: true })
  return item && unpacked(item)
}
