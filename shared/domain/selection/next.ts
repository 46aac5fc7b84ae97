import { dayMomentWords, dayWords, stampWords } from "../../values/london.ts"
import { type ListedRound, standingOf } from "../calendar/round.ts"
import type { Arrival } from "./arrivals.ts"
import type { LateAsk } from "./late.ts"
import type { Panel } from "./reading.ts"
import type { Seen } from "./seen.ts"

/** One round as somebody sees it: `arrivals` and `asks` hold nothing that they have a link with. */
export type RoundSeen = {
  round: ListedRound
  sealed: boolean
  panel?: Panel
  seen: Seen[]
  arrivals: Arrival[]
  asks: LateAsk[]
  /** How many were sent and are not taken in yet. */
  came: number
  /** The minute of the announcement, where it is set. */
  announced?: string
}

/** What comes next in a round, with its date; by its title where the page is not about it alone. */
export const nextIn = (
  { round, sealed, panel, announced }: Pick<RoundSeen, "round" | "sealed" | "panel" | "announced">,
  { at }: { at: Date },
  title = `“${round.title}”`,
): string => {
  const decisions = `Decisions come by ${dayWords(round.decisionsBy)}.`
  if (panel?.told)
    return `${title} is decided: every applicant was told on ${stampWords(new Date(panel.told.at))}.${announcedWords(announced, at)}`
  if (panel?.opening)
    return `${title} was opened for reading on ${stampWords(new Date(panel.opening.at))}. ${decisions}`
  const moment = dayMomentWords(new Date(round.closes))
  const standing = standingOf(round, at)
  if (standing === "not open yet")
    return `${title} opens at ${dayMomentWords(new Date(round.opens))}. ${decisions}`
  if (standing === "closed")
    return `${title} closed at ${moment}. The chair of the selection panel opens it. ${decisions}`
  return `${title} closes at ${moment}.${sealed ? " Nobody reads what is sent before then." : ""} ${decisions}`
}

const announcedWords = (announced: string | undefined, at: Date) => {
  if (announced === undefined) return ""
  const minute = new Date(announced)
  return ` It ${minute <= at ? "was" : "is to be"} announced at ${dayMomentWords(minute)}.`
}
