import * as z from "zod"
import { everyItem } from "../../../shared/store/every.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { C } from "../here.ts"
import { phaseHere } from "../here.ts"

const named = z.object({ number: z.int(), at: z.iso.datetime(), title: z.string().optional() })
export type NamedRelease = z.infer<typeof named>

/** The releases of the phase that a report may name, the newest first. */
export const releasesHere = async (c: C): Promise<NamedRelease[]> => {
  const { table, settings } = c.var.world
  const { pk, sk } = keys.release(settings.programme, phaseHere(c).id, 0)
  const items = await everyItem(table, { pk, begins: sk.slice(0, -4), newestFirst: true, strong: true })
  return items.map((item) => named.parse(item))
}
