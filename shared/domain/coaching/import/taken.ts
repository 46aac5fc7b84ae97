import * as z from "zod"
import { canonical, type Json } from "../../../values/canonical.ts"
import { sha256 } from "../../../values/hash.ts"
import { plainDate } from "../../../values/london.ts"
import { sessionId } from "../session-planning.ts"
import type { Row } from "./cells.ts"

/** A row that was taken over, and what it became: it is there for ever, whatever becomes of the session. */
export const taken = z.object({
  source: z.string(),
  row: z.string(),
  organisation: z.string(),
  phase: z.string(),
  session: z.string(),
  /** SHA-256 of the row as it was. */
  hash: z.string(),
  at: z.iso.datetime(),
})
export type Taken = z.infer<typeof taken>

/** The same for the same cells, in whatever order their columns stand. */
export const hashOfRow = (row: Row): string => sha256(canonical(row as Record<string, Json>))

/** The id of the session that a row becomes: by its day, as ids of sessions are, and then by where it comes from. */
export const sessionIdOf = (source: string, row: string, on: string): string =>
  sessionId(plainDate.parse(on), sha256(canonical([source, row])).slice(0, 16))
