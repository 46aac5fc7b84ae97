import * as z from "zod"
import { plainDate } from "../../values/london.ts"

const sitePhase = z.object({
  organisation: z.string(),
  name: z.string(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  /** Pence, only where it is published. */
  award: z.int().optional(),
  note: z.string().optional(),
})

/** A programme as everybody may know it: its phases and the sites in each. A site and a site in a phase are two things. */
export const programme = z.object({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  demonstration: z.boolean(),
  about: z.array(z.string()),
  phases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      about: z.string(),
      envelope: z.int().optional(),
      sites: z.array(sitePhase),
      sources: z.array(z.string()),
    }),
  ),
})
export type Programme = z.infer<typeof programme>
