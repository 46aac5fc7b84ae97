import * as z from "zod"
import { window } from "../calendar/window.ts"

/**
 * A letter to send, saved in the same write as what it tells of. Words are made when it is sent, from
 * these facts: they hold names and references, never an answer.
 */
export const letter = z.object({
  letter: z.enum([
    "asked to confirm",
    "not yet",
    "sent",
    "withdrawn",
    "changing",
    "asked to be late",
    "figure suggested",
    "figure question",
    "sent back",
    "accepted",
    "opened again",
  ]),
  id: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  reference: z.string(),
  title: z.string(),
  round: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
  /** Whether the programme's own mailbox gets it too. */
  programme: z.boolean().optional(),
  note: z.string().optional(),
  window,
  decisionsBy: z.string().optional(),
  sentence: z.string(),
})
export type Letter = z.infer<typeof letter>
