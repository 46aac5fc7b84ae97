import { atLondon, dayWords } from "../../values/london.ts"
import type { Member } from "../people/member.ts"
import type { SiteBurden } from "./phase-burden.ts"

/** What must be so before a phase is published, or had better be: what is missing, and the page where it is mended. */
export type PhaseCheck = {
  id: string
  title: string
  /** The organisation, where it is of one site. */
  site?: string
  /** Below the phase, or of the people of an organisation or the programme. */
  page: string
  weighs: "problem" | "warning"
  done: boolean
  says: string
}

export type About = {
  now: Date
  /** The programme's own people. */
  programme: Member[]
  /** The people of each site, by its organisation. */
  people: Map<string, Member[]>
  burdens: SiteBurden[]
}

export const check = (
  id: string,
  page: string,
  title: string,
  missing: string | undefined,
  says: string,
  weighs: PhaseCheck["weighs"] = "problem",
): PhaseCheck => ({ id, page, title, weighs, done: missing === undefined, says: missing ?? says })

export const spanOf = ({ from, to }: { from?: string; to?: string }) =>
  from && to ? `From ${dayWords(from)} to ${dayWords(to)}` : ""

/** The morning of a day, or now where it has passed. */
export const morningOf = (day: string | undefined, now: Date) => {
  const morning = day ? atLondon(day, "09:00") : now
  return morning > now ? morning : now
}
