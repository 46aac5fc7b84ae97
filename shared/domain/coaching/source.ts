import * as z from "zod"

/**
 * What a session was taken over from: a row of a record kept elsewhere, whole, so that nothing of it is lost. It lies with
 * the coaches and is never shared; nothing hangs on it, so that it can go.
 */
export const source = z.object({
  /** The session that it became. */
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  source: z.string(),
  row: z.string(),
  /** What stood in each column, in their order there. */
  cells: z.array(z.object({ column: z.string(), cell: z.string() })),
  at: z.iso.datetime(),
})
export type Source = z.infer<typeof source>
