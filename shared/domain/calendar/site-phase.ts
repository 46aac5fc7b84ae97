import * as z from "zod"
import { plainDate } from "../../values/london.ts"

/** How a site came into a phase, in the words of its page. */
export const joined = {
  applied: "By an expression of interest",
  continuing: "Continuing from the phase before",
} as const
export type Joined = keyof typeof joined

/** A site in a phase. A site, and a site in a phase, are two things: each phase has dates, people and an award of its own. */
export const sitePhase = z.object({
  phase: z.string(),
  organisation: z.string(),
  name: z.string(),
  /** The first and the last day of the pilot at this site. */
  from: plainDate.optional(),
  to: plainDate.optional(),
  /** Pence, only where it is published. */
  award: z.int().optional(),
  /** Why it reports all that the full form asks, where its award says so. */
  full: z.string().optional(),
  joined: z.enum(Object.keys(joined) as [Joined, ...Joined[]]).default("applied"),
  /** Why it continues, and who decided. */
  because: z.string().optional(),
  decidedBy: z.string().optional(),
  coach: z.object({ person: z.string(), name: z.string() }).optional(),
  /** Working days more for every return of a line whose last day lies from `from` to `until`, and why. */
  longer: z
    .array(
      z.object({
        line: z.string(),
        workingDays: z.int(),
        from: plainDate.optional(),
        until: plainDate,
        because: z.string(),
      }),
    )
    .default([]),
  note: z.string().optional(),
  revision: z.int().default(0),
})
export type SitePhase = z.infer<typeof sitePhase>
