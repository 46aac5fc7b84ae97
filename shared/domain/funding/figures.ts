import * as z from "zod"
import { posting } from "../../form/posting.ts"
import { plainDate } from "../../values/london.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** What was accepted of one return of spending: as it was sent, and as it counts. */
export const figures = z.object({
  round: z.string(),
  reference: z.string(),
  version: z.int(),
  title: z.string(),
  from: plainDate,
  to: plainDate,
  posting,
  acceptedBy: who,
  at: z.iso.datetime(),
  /** It was opened again and counts for nothing until it is accepted again. */
  reopened: z.object({ because: z.string(), by: who, at: z.iso.datetime() }).optional(),
})
export type Figures = z.infer<typeof figures>
