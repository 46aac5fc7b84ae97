import { type KindId, kindOf } from "../../kinds/index.ts"
import { londonDate } from "../../values/london.ts"
import { workingDaysBetween } from "../../values/working-days.ts"
import type { EvaluationHead } from "./head.ts"
import { isAcceptedByEvaluator, type ReturnStands, type Side } from "./return-stands.ts"

type Facts = { returns: readonly ReturnStands[]; heads: readonly EvaluationHead[]; at: Date }

/** "5 of 6 baselines accepted. 1 waits for the site, 8 working days. 1 story ready." */
export const evaluatorLine = ({ returns, heads, at }: Facts): string =>
  [...returnLines(returns, "the evaluator", at), ...planLines(heads, at), ...storyLines(heads)].join(" ")

/** The same for whoever accepts nothing: what was accepted, and who has the rest. */
export const followingLine = ({ returns, heads, at }: Facts): string =>
  [...returnLines(returns, undefined, at), ...planLines(heads, at, "the evaluator")].join(" ")

/** Whoever accepts reads what waits for them; everybody else reads whom it waits for. */
const returnLines = (all: readonly ReturnStands[], reader: Side | undefined, at: Date): string[] => {
  const opened = all.filter(
    ({ one }) => isAcceptedByEvaluator(one) && !one.notNeeded && one.opens <= at.toISOString(),
  )
  if (opened.length === 0) return ["No return of the evaluation is open yet."]
  const kinds = [...Map.groupBy(opened, ({ one }) => one.kind)]
  const first = ([, ones]: (typeof kinds)[number]) => ones.map(({ one }) => one.opens).sort()[0] ?? ""
  const inOrder = kinds.toSorted((a, b) => first(a).localeCompare(first(b)))
  const unsettled = inOrder.filter(([, ones]) => ones.some(({ one }) => one.stands?.state !== "accepted"))
  const told = unsettled.length > 0 ? unsettled : inOrder.slice(-1)
  return told.flatMap(([kind, ones]) => [
    `${accepted(ones)} of ${ones.length} ${plural(kind, ones.length)} accepted.`,
    ...waitingLine(ones, "the evaluator", reader),
    ...waitingLine(ones, "the site", reader),
  ])
}

const accepted = (ones: readonly ReturnStands[]) =>
  ones.filter(({ one }) => one.stands?.state === "accepted").length

const plural = (kind: KindId, count: number) => `${kindOf(kind).called}${count === 1 ? "" : "s"}`

const waitingLine = (ones: readonly ReturnStands[], side: Side, reader: Side | undefined): string[] => {
  const found = ones.filter(({ waitsFor }) => waitsFor === side)
  if (found.length === 0) return []
  const days = Math.max(...found.map(({ days }) => days ?? 0))
  const whom = side === reader ? "you" : side === "the site" && found.length > 1 ? "the sites" : side
  const verb = found.length === 1 ? "waits" : "wait"
  const oldest = found.length === 1 ? "" : "the oldest "
  return [`${found.length} ${verb} for ${whom}, ${oldest}${daysWords(days)}.`]
}

const daysWords = (days: number) => {
  if (days === 0) return "since today"
  return `${days} working ${days === 1 ? "day" : "days"}`
}

/** Plans that wait for the evaluator's word. */
const planLines = (heads: readonly EvaluationHead[], at: Date, whom = "you"): string[] => {
  const found = heads.filter(({ plan }) => plan?.waitsFor.includes("the evaluator"))
  if (found.length === 0) return []
  const days = Math.max(
    ...found.map(({ plan }) =>
      plan?.since ? workingDaysBetween(londonDate(new Date(plan.since)), londonDate(at)) : 0,
    ),
  )
  return [
    found.length === 1
      ? `1 evaluation plan waits for ${whom}, ${daysWords(days)}.`
      : `${found.length} evaluation plans wait for ${whom}, the oldest ${daysWords(days)}.`,
  ]
}

const storyLines = (heads: readonly EvaluationHead[]): string[] => {
  const ready = heads.reduce((sum, { storiesShared }) => sum + storiesShared, 0)
  if (ready === 0) return []
  return [ready === 1 ? "1 story ready." : `${ready} stories ready.`]
}

/** What is agreed to be measured, and who has it: in a few words. */
export const planStands = ({ plan }: Pick<EvaluationHead, "plan">): string => {
  if (!plan) return "Not begun"
  if (plan.waitsFor.length > 0) return `Waits for ${plan.waitsFor.join(" and ")}`
  if (plan.lockedAt && plan.version > 0) return `Agreed, version ${plan.version}, locked with the baseline`
  if (plan.version > 0)
    return plan.draft
      ? `Agreed, version ${plan.version}, and being changed`
      : `Agreed, version ${plan.version}`
  return "Being written"
}
