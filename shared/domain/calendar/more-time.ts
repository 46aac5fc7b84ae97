import * as z from "zod"
import { addDays, dayWords, londonDate, type PlainDate, plainDate } from "../../values/london.ts"
import { isWorkingDay } from "../../values/working-days.ts"
import type { Actor } from "../people/actor.ts"
import { siteGrantFor } from "../people/policy.ts"
import { Refused } from "../refused.ts"
import { noted } from "../submissions/note.ts"
import type { Expected } from "./expected.ts"
import { withLine } from "./line.ts"
import { isSettled } from "./state.ts"
import { standingIn, untilWords } from "./window.ts"

/** What a site asks, as it lies on the coordinators' desk until it is answered. */
export const ask = z.object({
  organisation: z.string(),
  name: z.string(),
  round: z.string(),
  title: z.string(),
  /** When it was due as it was asked. */
  by: z.iso.datetime(),
  until: plainDate,
  reason: z.string(),
  askedBy: z.object({ person: z.string(), name: z.string(), email: z.string().optional() }),
  at: z.iso.datetime(),
})
export type Ask = z.infer<typeof ask>

/** How long after the day it is due one may ask for, in days. */
const furthest = 60

/** Why no more time can be asked for, where it cannot. */
export const cannotAsk = (one: Expected, at: Date): string | undefined => {
  if (standingIn(one, at) === "closed") return untilWords(one, at)
  return isSettled(one, at) ? "Nothing more is owed for it." : undefined
}

type Context = { actor: Actor; at: Date; workMailDomains: string[]; salt: string }

/** Asks for a later date. Nothing is granted by it: the date stands until a coordinator answers. Asked again, the last counts. */
export const askedFor = (one: Expected, typed: { until: PlainDate; reason: string }, context: Context) => {
  const { actor, at, salt } = context
  const used = siteGrantFor(actor, "ask for more time", one.organisation)
  if (!used) throw new Refused("not allowed", { says: "The site lead or a contributor asks for more time." })
  const not = cannotAsk(one, at)
  if (not)
    throw new Refused(standingIn(one, at) === "closed" ? "too late" : "not possible now", { says: not })
  const { until } = typed
  const wrong = wrongDay(one, until, londonDate(at))
  if (wrong) throw new Refused("not valid", { problems: [{ question: "until", says: wrong }] })
  const reason = noted(typed.reason, context, "reason")
  const by = { person: actor.id, name: actor.name }
  const asked = { until, reason, by, at: at.toISOString() }
  const changed = withLine(
    { ...one, asked },
    { move: "ask for more time", by: { ...by, role: used.role, grant: used.id }, at, note: reason, salt },
  )
  const item: Ask = {
    organisation: one.organisation,
    name: one.name,
    round: one.round,
    title: one.title,
    by: one.by,
    until,
    reason,
    askedBy: { ...by, email: actor.email },
    at: asked.at,
  }
  return { changed, ask: item }
}

const wrongDay = ({ by }: Expected, until: PlainDate, today: PlainDate) => {
  const due = londonDate(new Date(by))
  const last = addDays(due, furthest)
  if (until <= due) return `The day must be after ${dayWords(due)}, when it is due`
  if (until < today) return "The day must be today or later"
  if (until > last) return `The day must be on or before ${dayWords(last)}`
  return isWorkingDay(until) ? undefined : "The day must be a working day"
}
