import * as z from "zod"
import { kindIds } from "../../kinds/index.ts"
import { plainDate } from "../../values/london.ts"

/** How often something is asked, in the words of the page that sets it. */
export const cadences = {
  month: "Each month",
  quarter: "Each quarter of the financial year",
  start: "Once, at the start",
  middle: "Once, half way",
  end: "Once, at the end",
  after: "Once, some months after the end",
} as const
export type Cadence = keyof typeof cadences

/**
 * One thing that a phase asks of each site. It is due a number of working days after what it covers has ended (after
 * the start, where it is asked at the start), at 17:00 London time, and taken until so many more have gone by.
 */
export const line = z.object({
  id: z.string(),
  kind: z.enum(kindIds),
  cadence: z.enum(Object.keys(cadences) as [Cadence, ...Cadence[]]),
  /** How long after the end, for what is asked after it. */
  months: z.int().optional(),
  workingDays: z.int(),
  /** The same for the last one of a site, where it is given longer. */
  lastWorkingDays: z.int().optional(),
  /** How many working days after it was due a late one is still taken. */
  locksAfter: z.int(),
  because: z.string(),
})
export type Line = z.infer<typeof line>

/**
 * A phase of the programme. Nothing is expected of a site before it is published; until it is announced no public page
 * names a site of it.
 */
export const phase = z.object({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  /** Pence. */
  envelope: z.int().optional(),
  asks: z.array(line).default([]),
  /** Why it asks more of a site than a twentieth of its award, where it does. */
  because: z.string().optional(),
  /** Why the coach of each site rates it on five points, where the phase asks for that. */
  ratings: z.string().optional(),
  published: z.iso.datetime().optional(),
  announced: z.iso.datetime().optional(),
  /** The revision to which the calendar of every site was brought: while it is another one, some are not there yet. */
  spread: z.int().optional(),
  sources: z.array(z.string()).default([]),
  revision: z.int().default(0),
})
export type Phase = z.infer<typeof phase>

export const isAnnounced = ({ announced }: Pick<Phase, "announced">, at: Date) =>
  announced !== undefined && new Date(announced).getTime() <= at.getTime()

/** How far a phase has come, in the words of its page. */
export const phaseStates = {
  preparing: "Being prepared",
  published: "Published to its sites",
  announced: "Announced",
} as const
export type PhaseState = keyof typeof phaseStates

export const phaseStateOf = (one: Pick<Phase, "published" | "announced">, at: Date): PhaseState => {
  if (isAnnounced(one, at)) return "announced"
  return one.published === undefined ? "preparing" : "published"
}

/** Whether every site is expected to send what the phase asks of it now. */
export const isSpread = ({ spread, revision }: Pick<Phase, "spread" | "revision">) => spread === revision
