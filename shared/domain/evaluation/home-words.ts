import { kindOf } from "../../kinds/index.ts"
import { dateWords, dayWords, londonDate, type PlainDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { Matter } from "../calendar/matter.ts"
import { isSettled, stateOf } from "../calendar/state.ts"
import type { Actor } from "../people/actor.ts"
import { type EvaluationRight, mayEvaluate } from "../people/evaluation-policy.ts"
import type { EvaluationHead } from "./head.ts"

type Reader = { actor: Actor; organisation: string; today: PlainDate }

const can = ({ actor, organisation }: Reader, right: EvaluationRight) =>
  mayEvaluate(actor, right, { organisation, coaches: [] })

/** What somebody at a site has to do about its evaluation, as the first line of their home lists it. */
export const evaluationWaits = (heads: readonly EvaluationHead[], reader: Reader): string[] =>
  can(reader, "agree evaluation plan for the site") &&
  heads.some(({ plan }) => plan?.waitsFor.includes("the site"))
    ? ["agree the evaluation plan"]
    : []

/** "One story to check, 2 working days old. Nobody else can read it until you answer." */
export const storiesWait = (heads: readonly EvaluationHead[], reader: Reader): string[] => {
  const waiting = can(reader, "check story") ? heads.flatMap(({ storiesToCheck }) => storiesToCheck) : []
  const since = waiting.map((one) => one.since).sort()[0]
  if (since === undefined) return []
  const age = ageWords(workingDaysBetween(londonDate(new Date(since)), reader.today))
  return [
    waiting.length === 1
      ? `One story to check, ${age}. Nobody else can read it until you answer.`
      : `${waiting.length} stories to check, the oldest ${age}. Nobody else can read them until you answer.`,
  ]
}

const ageWords = (days: number) => {
  if (days <= 0) return "from today"
  return `${days} working ${days === 1 ? "day" : "days"} old`
}

/** Counted each month, and accepted by nobody. */
export const isTally = ({ kind }: Pick<Matter, "kind">) => {
  const { needs, workflow } = kindOf(kind)
  return needs === "the evaluation" && workflow === "sent when due"
}

/** "December’s tally: sent on 8 January 2018. Next: January’s, by Wednesday 7 February 2018, 2 minutes." */
export const tallyLine = (matters: readonly Matter[], at: Date): string => {
  const tallies = matters
    .filter((one) => isTally(one) && one.owed)
    .toSorted((a, b) => a.by.localeCompare(b.by))
  const sent = tallies.findLast(({ stands }) => stands?.sentAt !== undefined)
  const next = tallies.find((one) => !isSettled(one, at) && new Date(one.by) > at)
  return [
    ...(sent?.stands?.sentAt
      ? [`${monthOf(sent)}’s tally: sent on ${dateWords(londonDate(new Date(sent.stands.sentAt)))}.`]
      : []),
    ...(next ? [`Next: ${monthOf(next)}’s${sent ? "" : " tally"}, ${untilOf(next, at)}, 2 minutes.`] : []),
  ].join(" ")
}

const untilOf = (one: Matter, at: Date) => {
  const by = `by ${dayWords(londonDate(new Date(one.by)))}`
  return stateOf(one, at) === "not open yet"
    ? `from ${dateWords(londonDate(new Date(one.opens)))}, ${by}`
    : by
}

/** "December" of "Monthly tally, December 2017" */
const monthOf = ({ title }: Pick<Matter, "title">) => title.split(", ").at(-1)?.split(" ")[0] ?? title
