import * as z from "zod"
import type { Problem } from "../../form/question.ts"
import { visibleAnswers } from "../../form/section.ts"
import { londonDate, stampWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { answered } from "../answered.ts"
import { Refused } from "../refused.ts"
import { type AboutDecision, decisionForm, noughtsIn } from "./deciding-form.ts"
import { condition, type Decision } from "./decision.ts"
import { decisions, decisionWord, isFunded } from "./decision-word.ts"
import type { Reading, Who } from "./reading.ts"
import type { Whole } from "./seen.ts"
import { stateOf } from "./state.ts"
import { totalIn } from "./total.ts"

export type Deciding = Omit<Whole, "coached"> & {
  /** Pence: the most that one of the round can have. */
  ceiling: number
  by: Who
  at: Date
  /** A reserve is promoted, after the round was told: the one decision that can be made then. */
  promotion?: true
}

/** Why it cannot be decided by this person now, or nothing. */
export const notDecidable = (
  one: Reading,
  {
    panel,
    criteria,
    rules,
    by,
    promotion,
  }: Pick<Deciding, "panel" | "criteria" | "rules" | "by" | "promotion">,
): Refused | undefined => {
  const notNow = (says: string) => new Refused("not possible now", { says })
  if (one.scorers.includes(by.person))
    return new Refused("not allowed", { says: "You scored it: another decision-maker decides." })
  if (promotion) {
    if (!panel?.told) return notNow("The applicants are not told yet: decide it anew instead.")
    if (one.decided?.decision !== "reserve") return notNow("It is not on the reserve list.")
    return undefined
  }
  if (panel?.told)
    return notNow(
      `The applicants were told on ${stampWords(new Date(panel.told.at))}: the decision stands. A reserve can still be promoted.`,
    )
  const state = stateOf({ ...one, decided: undefined }, undefined, { criteria, ...rules }, true)
  if (state === "to check") return notNow("Nobody has checked yet whether they can apply.")
  if (state === "to moderate") return notNow("It must be moderated before it is decided.")
  return state === "to decide" ? undefined : notNow("Not every reader has sent their scores.")
}

/** "Successful, £50,000", "Reserve, place 2" */
export const decidedWords = ({
  decision,
  amount,
  place,
}: Pick<Decision, "decision" | "amount" | "place">): string =>
  [
    decisions[decision],
    ...(amount === undefined ? [] : [pounds(amount)]),
    ...(place === undefined ? [] : [`place ${place}`]),
  ].join(", ")

const given = z.object({
  decision: decisionWord,
  amount: z.int().optional(),
  place: z.int().optional(),
  conditions: z.array(condition).default([]),
  reason: z.string(),
  viewsUsed: z.string().optional(),
  zeroBecause: z.string().optional(),
  overBecause: z.string().optional(),
  anewBecause: z.string().optional(),
})
type Given = z.infer<typeof given>

export const aboutDecision = (
  one: Reading,
  { criteria, ceiling, at, promotion }: Pick<Deciding, "criteria" | "ceiling" | "at" | "promotion">,
): AboutDecision => ({
  one,
  total: totalIn(criteria, one),
  ceiling,
  today: londonDate(at),
  ...(promotion && { promotion }),
})

/**
 * What is decided about one, as its next version, and the reading with it: what was sealed of it before is not.
 * Refuses what cannot be decided now, and beside its cause what is missing or does not fit.
 */
export const decide = (
  one: Reading,
  typed: Record<string, unknown>,
  context: Deciding,
): { reading: Reading; decision: Decision } => {
  const refused = notDecidable(one, context)
  if (refused) throw refused
  const about = aboutDecision(one, context)
  const form = decisionForm(about)
  const made = given.parse(visibleAnswers(form, answered(form, typed, context.at)))
  const problems = problemsOf(made, about, context)
  if (problems.length > 0) throw new Refused("not valid", { problems })
  const funded = isFunded(made.decision)
  const { overBecause, zeroBecause, ...kept } = made
  const version = (one.decided?.version ?? 0) + 1
  const at = context.at.toISOString()
  const decision: Decision = {
    ...kept,
    reference: one.reference,
    version,
    conditions: made.conditions.map((each, i) => ({ ...each, id: `condition-${i + 1}` })),
    ...(funded && zeroBecause !== undefined && { zeroBecause }),
    ...(funded && isOver(made, one) && { overBecause }),
    by: context.by,
    at,
  }
  const { sealed: _, ...rest } = one
  return {
    decision,
    reading: {
      ...rest,
      decided: {
        decision: decision.decision,
        ...(decision.amount !== undefined && { amount: decision.amount }),
        ...(decision.place !== undefined && { place: decision.place }),
        conditions: decision.conditions.length,
        version,
        by: context.by,
        at,
      },
    },
  }
}

const isOver = ({ amount }: Pick<Given, "amount">, one: Reading) =>
  amount !== undefined && one.amount !== undefined && amount > one.amount

const problemsOf = (made: Given, { one, total }: AboutDecision, { readings }: Deciding): Problem[] => {
  const { decision, amount, place, conditions } = made
  const funded = isFunded(decision)
  const problem = (question: string, says: string) => [{ question, says }]
  const taken = readings.some(
    ({ reference, decided }) =>
      reference !== one.reference && decided?.decision === "reserve" && decided.place === place,
  )
  const [nought] = noughtsIn(total)
  return [
    ...(funded && amount === undefined ? problem("amount", "Enter the amount in pounds") : []),
    ...(!funded && amount !== undefined
      ? problem("amount", `Leave the amount empty: nothing is paid where it is ${called[decision]}`)
      : []),
    ...(funded && isOver(made, one) && made.overBecause === undefined
      ? problem("overBecause", `They ask for ${pounds(one.amount ?? 0)}: say why it is more`)
      : []),
    ...(decision === "with conditions" && conditions.length === 0
      ? [{ question: "conditions", part: "new-1.text", says: "Enter at least one condition" }]
      : []),
    ...(place !== undefined && taken
      ? problem("place", `Place ${place} on the reserve list is taken: choose another`)
      : []),
    ...(funded && nought && made.zeroBecause === undefined
      ? problem("zeroBecause", `${nought.criterion} has a 0: say why it goes ahead`)
      : []),
  ]
}

const called = {
  successful: "successful",
  "with conditions": "successful",
  reserve: "a reserve",
  unsuccessful: "unsuccessful",
  ineligible: "from somebody who could not apply",
}
