import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { isLive } from "../people/grant.ts"
import type { Member } from "../people/member.ts"
import type { Expected } from "./expected.ts"
import { isSettled } from "./state.ts"

export const timeLetters = [
  "time granted",
  "time refused",
  "not needed",
  "needed after all",
  "late allowed",
  "late refused",
] as const

/** What became of the date of a return: to whoever asked and to the lead, saved with the decision it tells of. */
export const timeLetter = z.object({
  letter: z.enum(timeLetters),
  id: z.string(),
  organisation: z.string(),
  organisationName: z.string(),
  round: z.string(),
  title: z.string(),
  /** When it was due as it was decided. */
  before: z.iso.datetime(),
  /** When it is due now, where it is due. */
  until: z.iso.datetime().optional(),
  /** The same for every later one of its kind, where that was granted. */
  later: z.object({ workingDays: z.int(), until: plainDate }).optional(),
  because: z.string(),
  at: z.iso.datetime(),
  /** The name of whoever decided. */
  by: z.string(),
  to: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
})
export type TimeLetter = z.infer<typeof timeLetter>

type About = Pick<TimeLetter, "letter" | "organisationName" | "because" | "by"> & {
  before: Expected
  after: Expected
  later?: TimeLetter["later"]
  /** Who asked, where somebody did. */
  asker?: string
  members: Member[]
  at: Date
}

/** The letter about one decision, or none where nobody is there to be told, or they have sent it: they have met the date. */
export const timeLetterOf = ({
  before,
  after,
  asker,
  members,
  at,
  ...about
}: About): TimeLetter | undefined => {
  if (about.letter === "time refused" && isSettled(before, at)) return undefined
  const to = members
    .filter((one) => isLive(one, at) && (one.role === "lead" || one.person === asker))
    .filter(({ email }, index, all) => all.findIndex((one) => one.email === email) === index)
    .map(({ name, email, role }) => ({ name, email, role }))
  if (to.length === 0) return undefined
  const { letter, organisationName, because, by, later } = about
  return {
    letter,
    id: `${after.round}#${String(after.events.number).padStart(6, "0")}`,
    organisation: after.organisation,
    organisationName,
    round: after.round,
    title: after.title,
    before: before.by,
    ...(letter !== "not needed" && { until: after.by }),
    ...(later && { later }),
    because,
    at: at.toISOString(),
    by,
    to,
  }
}
