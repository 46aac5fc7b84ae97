import * as z from "zod"
import { atLondon, dayWords, plainDate, timeWords } from "../../values/london.ts"

const who = z.object({ person: z.string(), name: z.string() })
const by = z.object({ by: who, at: z.iso.datetime() })

/** Who came, in numbers: no names. */
export const comers = {
  leads: "Site leads",
  contributors: "Named social workers and others from sites",
  sponsors: "Sponsors",
  livedExperience: "People with lived experience",
  coaches: "Coaches",
  coordinators: "Programme coordinators",
  evaluators: "Evaluators",
  department: "The Department",
  others: "Others",
} as const
export type Comer = keyof typeof comers
export const comerNames = Object.keys(comers) as [Comer, ...Comer[]]

/** Whose desk something lies on that belongs to no site. */
export const sessionDesks = {
  coordinators: "The programme’s coordinators",
  department: "The Department",
} as const
export type SessionDesk = keyof typeof sessionDesks

const action = z.object({
  id: z.string(),
  text: z.string(),
  owner: z.enum(Object.keys(sessionDesks) as [SessionDesk, ...SessionDesk[]]),
  due: plainDate,
  done: z.boolean(),
})
export type SessionAction = z.infer<typeof action>

/**
 * A session of the community of practice: of no site, for people of all of them. `sequence` grows with its date, so that
 * calendars follow.
 */
export const communitySession = z.object({
  id: z.string(),
  title: z.string(),
  on: plainDate,
  /** "14:00", London time. */
  from: z.string(),
  to: z.string(),
  place: z.string(),
  agenda: z.string(),
  planned: by,
  changed: z.iso.datetime(),
  sequence: z.int(),
  cancelled: by.extend({ because: z.string() }).optional(),
  held: by
    .extend({
      came: z.partialRecord(z.enum(comerNames), z.int()),
      /** How many ideas went to the library: which they are is told there, and not here. */
      ideas: z.int(),
      actions: z.array(action),
    })
    .optional(),
  revision: z.int(),
})
export type CommunitySession = z.infer<typeof communitySession>

export const beginsAt = ({ on, from }: Pick<CommunitySession, "on" | "from">) => atLondon(on, from)
export const endsAfter = ({ on, to }: Pick<CommunitySession, "on" | "to">) => atLondon(on, to)

/** "Thursday 25 January 2018, 2pm to 3:30pm" */
export const whenWords = ({ on, from, to }: Pick<CommunitySession, "on" | "from" | "to">): string =>
  `${dayWords(on)}, ${timeWords(atLondon(on, from))} to ${timeWords(atLondon(on, to))}`

/** Where it stands, in one sentence. */
export const sessionWords = (one: CommunitySession, now: Date): string => {
  if (one.cancelled) return `Will not take place: ${one.cancelled.because}`
  if (one.held) return `Took place. ${cameWords(one.held.came)}`
  if (endsAfter(one) <= now) return "Took place. Nothing is written about it yet."
  return beginsAt(one) <= now ? "Takes place now." : "Planned."
}

const cameWords = (came: NonNullable<CommunitySession["held"]>["came"]): string => {
  const all = Object.values(came).reduce((sum, one) => sum + one, 0)
  return all === 1 ? "1 person came." : `${all} people came.`
}

/** Those to come, the next one first; and those that are over or will not take place, the last one first. */
export const byTime = (all: readonly CommunitySession[], now: Date) => {
  const isToCome = (one: CommunitySession) => !one.cancelled && endsAfter(one) > now
  const order = (a: CommunitySession, b: CommunitySession) =>
    beginsAt(a).getTime() - beginsAt(b).getTime() || a.id.localeCompare(b.id)
  return {
    toCome: all.filter(isToCome).toSorted(order),
    over: all.filter((one) => !isToCome(one)).toSorted((a, b) => order(b, a)),
  }
}

/** What is still to be done from all of them, by its day. */
export const openActions = (all: readonly CommunitySession[]): (SessionAction & { session: string })[] =>
  all
    .flatMap(({ id, held }) =>
      (held?.actions ?? []).filter(({ done }) => !done).map((one) => ({ ...one, session: id })),
    )
    .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
