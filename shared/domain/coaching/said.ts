import { dateWords, type PlainDate, stampWords } from "../../values/london.ts"
import { type Action, actionWords, ageOf, desks, isLate } from "../actions/action.ts"
import type { Expected } from "../calendar/expected.ts"
import { isSettled, stateOf, stateWords } from "../calendar/state.ts"
import { type GoingMonth, stuckIn } from "./going.ts"
import type { Month } from "./going-month.ts"
import { monthLine } from "./going-seen.ts"
import { stuckOn } from "./going-words.ts"
import { type Help, helpTitle, isOpen } from "./help.ts"
import { isLateMilestone, type Milestone, milestoneWords } from "./plan-milestones.ts"
import { type Line, line } from "./printed.ts"
import { type Risk, scoreOf } from "./risk.ts"

/** "For the site. Due 12 January 2018, in 3 working days. Open for 20 working days." */
export const actionLine = (one: Action, today: PlainDate): Line => {
  const age = one.state === "open" ? ageOf(one, today) : undefined
  const open = age === undefined ? "" : ` Open for ${age} working ${age === 1 ? "day" : "days"}.`
  return line(
    one.text,
    `For ${one.who?.name ?? desks[one.owner]}. ${actionWords(one, today).replace(/\.$/, "")}.${open}${one.done ? ` ${one.done.evidence}` : ""}${one.dropped ? ` ${one.dropped.because}` : ""}`,
  )
}

export const openActions = (all: readonly Action[], today: PlainDate): Action[] =>
  all
    .filter(({ state }) => state === "open")
    .toSorted((a, b) => Number(isLate(b, today)) - Number(isLate(a, today)) || a.due.localeCompare(b.due))

export const returnLine = (one: Expected, at: Date): Line => line(one.title, `${stateWords(one, at)}.`)

/** What the site has not sent and should have, or sent and was given back. */
export const lateReturns = (all: readonly Expected[], at: Date): Expected[] =>
  all.filter((one) => one.owed && ["missing", "not received", "sent back"].includes(stateOf(one, at)))

/** What it has to send next. */
export const comingReturns = (all: readonly Expected[], at: Date): Expected[] =>
  all
    .filter((one) => one.owed && !isSettled(one, at) && !lateReturns([one], at).length)
    .toSorted((a, b) => a.by.localeCompare(b.by))

export const milestoneLine = (one: Milestone, today: PlainDate): Line =>
  line(one.what, `${one.who ? `${one.who}. ` : ""}${milestoneWords(one, today)}`)

export const lateMilestones = (all: readonly Milestone[], today: PlainDate) =>
  all.filter((one) => isLateMilestone(one, today))

/** Both sides' words for one month, and what either is stuck on. */
export const monthSaid = (id: Month, one: GoingMonth | undefined): Line => {
  const stuck = one ? stuckIn(one).map((each) => stuckOn[each].toLowerCase()) : []
  return line(monthLine(id, one), stuck.length > 0 ? `Stuck on: ${stuck.join(", ")}.` : undefined)
}

export const riskLine = ({ title, before, after, owner, next }: Risk): Line =>
  line(
    title,
    `Scored ${scoreOf(after)} of 25 (${scoreOf(before)} before anything was done). ${owner.who}. To be looked at on ${dateWords(next)}.`,
  )

export const helpLine = (one: Help): Line => {
  const { answered, withdrawn, asked } = one
  const since = stampWords(new Date(asked.at))
  if (withdrawn) return line(helpTitle(one), `Asked on ${since}, and taken back.`)
  return line(
    helpTitle(one),
    answered
      ? `Asked on ${since}; answered on ${stampWords(new Date(answered.at))}.`
      : `Asked on ${since}. No answer yet.`,
  )
}

export const openHelp = (all: readonly Help[]) => all.filter(isOpen)
