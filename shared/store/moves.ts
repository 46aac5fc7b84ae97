import * as z from "zod"
import type { Json } from "../values/canonical.ts"

/** What a keyed move gave the first time: the same key, with the same body, gives it again. */
export const done = z.object({ fingerprint: z.string(), result: z.custom<Json>() })
export type Done = z.infer<typeof done>

/** A client's key for one move, with a hash of what it asked for; `expires` in seconds of machine time. */
export type MoveKey = { key: string; fingerprint: string; expires: number }
