import { londonDate, type PlainDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import { type Action, ageOf, type Desk, desks, isLate } from "../actions/action.ts"
import { clocks } from "../coaching/clock-line.ts"
import type { Head } from "../coaching/head.ts"
import { daysWords } from "../coaching/help-clock.ts"
import { sessionTitle } from "../coaching/session.ts"
import type { SessionKind } from "../coaching/session-kinds.ts"
import { goingLine, goneBy, goneByWords, isUnanswered, toCome, waitingWords } from "../coaching/stands.ts"
import { type RatedMonth, ratingMoves } from "./rating-moves.ts"

/** A session as lists know it: nothing of what was said. */
export type Listed = { id: string; organisation: string; kind: SessionKind; state: string; on: string }

export type Waits = {
  session: string
  title: string
  /** `gone` is planned for a day that has passed. */
  state: "gone" | "held" | "shared" | "disputed" | "commented"
  says: string
  unanswered: boolean
}

export type Ages = { open: number; late: number; oldest?: number }

/** The coaching of one site at one glance: when they meet, what waits for whom, how it goes. */
export type SiteRow = {
  organisation: string
  name: string
  phase: string
  coach?: string
  next?: Head["planned"][number]
  last?: Head["planned"][number]
  held: number
  waits: Waits[]
  actions: Ages
  plan: string
  planWaitsForProgramme?: string
  going?: string
  /** What moved in its ratings, where its phase asks for them. */
  ratings?: string
  needsHelp: boolean
  help: { open: number; paused: number }
  highRisks: number
}

type From = {
  head: Head
  coach?: string
  sessions: readonly Listed[]
  ratings: readonly RatedMonth[]
  actions: readonly Action[]
  at: Date
}

export const siteRow = ({ head, coach, sessions, ratings, actions, at }: From): SiteRow => {
  const today = londonDate(at)
  const { organisation, name, phase, last, help, highRisks, going, plan } = head
  const line = goingLine(head)
  const moved = ratingMoves(ratings, organisation)
  const paused = help.filter(({ pausedAt }) => pausedAt !== undefined).length
  const [next] = toCome(head, today)
  const commented = sessions.filter(
    (one) => one.organisation === organisation && one.state === "agreed with comment",
  )
  return {
    organisation,
    name,
    phase,
    ...(coach && { coach }),
    ...(next && { next }),
    ...(last && { last }),
    held: sessions.filter((one) => one.organisation === organisation && !notHeld.includes(one.state)).length,
    waits: [
      ...goneBy(head, today).map((one) => ({
        session: one.session,
        title: one.title,
        state: "gone" as const,
        says: goneByWords(one),
        unanswered: false,
      })),
      ...head.waits.map((one) => ({
        session: one.session,
        title: one.title,
        state: one.state,
        says: one.state === "held" ? heldWords(one.on, today) : waitingWords(one, today),
        unanswered: isUnanswered(one, today),
      })),
      ...commented.map((one) => ({
        session: one.id,
        title: sessionTitle(one),
        state: "commented" as const,
        says: "AGREED by the site, with a comment. The coach reads it, and closes the session.",
        unanswered: false,
      })),
    ],
    actions: agesOf(
      actions.filter((one) => one.organisation === organisation),
      at,
    ),
    plan: planWords(head),
    ...(plan?.waitsFor.includes("the programme") && plan.since && { planWaitsForProgramme: plan.since }),
    ...(line && { going: line }),
    ...(moved && { ratings: moved }),
    needsHelp: [going?.site?.says, going?.coach?.says].includes("needs-help"),
    help: { open: help.length, paused },
    highRisks,
  }
}

const heldWords = (on: PlainDate, today: PlainDate): string => {
  const days = workingDaysBetween(on, today)
  const more = days > clocks.shared.within ? `, ${days - clocks.shared.within} more than it should` : ""
  return `NOT SHARED YET: held ${daysWords(days)} ago${more}. The coach is writing it up.`
}

const notHeld = ["planned", "cancelled"]

/** How many are open, how many of them are late, and for how many working days the oldest has been open. */
export const agesOf = (actions: readonly Action[], at: Date): Ages => {
  const today = londonDate(at)
  const ages = actions.flatMap((one) => ageOf(one, today) ?? [])
  return {
    open: actions.length,
    late: actions.filter((one) => isLate(one, today)).length,
    ...(ages.length > 0 && { oldest: Math.max(...ages) }),
  }
}

export type DeskAges = Ages & { desk: Desk; words: string }

export const deskAges = (all: Readonly<Partial<Record<Desk, Action[]>>>, at: Date): DeskAges[] =>
  (Object.keys(desks) as Desk[]).flatMap((desk) => {
    const own = all[desk]
    return own ? [{ desk, words: desks[desk], ...agesOf(own, at) }] : []
  })

const planWords = ({ plan }: Pick<Head, "plan">): string => {
  if (!plan) return "Not begun"
  if (plan.waitsFor.length > 0) return `Proposed, waits for ${plan.waitsFor.join(" and ")}`
  if (plan.version > 0) return `Agreed, version ${plan.version}`
  return "Being written, not agreed yet"
}
