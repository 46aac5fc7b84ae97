import * as z from "zod"
import { role } from "./role.ts"

/** One grant as its organisation sees it: who, what, until when. */
export const member = z.object({
  person: z.string(),
  grant: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** Since when letters to the address come back. */
  bounced: z.iso.datetime().optional(),
})
export type Member = z.infer<typeof member>
