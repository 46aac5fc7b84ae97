import * as z from "zod"
import { pounds } from "../../values/money.ts"
import type { Account, checkResults } from "./account.ts"
import { actualByRow, balancesOf, countingOf } from "./balances.ts"
import { sumOf } from "./profile.ts"
import { withRecovery } from "./recovering.ts"
import { live, refuse, verb } from "./verb.ts"

/**
 * The award comes to what the certified statement says was used. What is left to pay of that is one payment; what was
 * paid beyond it is due back.
 */
export const reconciling = verb({
  given: z.object({ because: z.string().optional() }),
  does: (before, { because }, { by, at }) => {
    live(before)
    if (before.reconciled) refuse(`It is reconciled already, by ${before.reconciled.by.name}.`)
    if (!before.usage) return refuse("The statement of grant usage is not accepted yet.")
    if (before.payments.some(({ state }) => state === "authorised"))
      refuse("A payment is with the payer: wait for their answer first.")
    const { paid, recovered, toRecover } = balancesOf(before)
    if (toRecover > 0) refuse("Money is on its way back: wait for it first.")
    const used = Math.min(sumOf(before.usage.used), before.award)
    const rest = used - (paid - recovered)
    const settled: Account = {
      ...before,
      award: used,
      reconciled: { used, ...(because !== undefined && { because }), by, at },
    }
    return rest >= 0
      ? withLastPayment(settled, rest)
      : withRecovery(withLastPayment(settled, 0), -rest, unused(-rest))
  },
})

const unused = (amount: number) => `${pounds(amount)} of what was paid was not used.`

/** What is left to pay, as the first payment that is planned; no other is made. */
const withLastPayment = (one: Account, rest: number): Account => {
  const first = rest > 0 ? one.payments.find(({ state }) => state === "scheduled") : undefined
  const payments = one.payments.map((each) => {
    if (each.state !== "scheduled") return each
    return each === first
      ? { ...each, amount: rest, condition: { is: "statement accepted" as const } }
      : { ...each, state: "cancelled" as const }
  })
  if (rest === 0 || first) return { ...one, payments }
  const number = Math.max(0, ...one.payments.map((each) => each.number)) + 1
  return {
    ...one,
    payments: [
      ...payments,
      { number, amount: rest, condition: { is: "statement accepted" }, state: "scheduled", unpaid: [] },
    ],
  }
}

/** Claims that are to be checked against their evidence, chosen together. */
export const sampling = verb({
  given: z.object({ sample: z.string(), rounds: z.array(z.string()).min(1) }),
  does: (before, { sample, rounds }) => {
    live(before)
    const counting = countingOf(before)
    for (const round of rounds)
      if (!counting.some((one) => one.round === round)) refuse("Only what is accepted can be checked.")
    const chosen = [...new Set(rounds)].filter((round) => !before.checks.some((one) => one.round === round))
    return {
      ...before,
      checks: [...before.checks, ...chosen.map((round) => ({ round, sample, result: "open" as const }))],
    }
  },
})

export const checking = verb({
  given: z.object({
    round: z.string(),
    result: z.enum(["right", "wrong"] satisfies (keyof typeof checkResults)[]),
    wrong: z.int().positive().optional(),
    because: z.string(),
  }),
  does: (before, { round, ...found }, { by, at }) => {
    live(before)
    if (!before.checks.some((one) => one.round === round)) refuse("It was not chosen to be checked.")
    const claim = claimed(before, round)
    if (found.result === "right" && found.wrong !== undefined)
      refuse("Nothing is wrong with what is right: leave the amount out.")
    if (found.result === "wrong" && found.wrong === undefined) refuse("Say how much of it is not right.")
    if (found.wrong !== undefined && claim !== undefined && found.wrong > claim)
      refuse(`${pounds(claim)} was claimed: no more than that can be wrong.`)
    return {
      ...before,
      checks: before.checks.map((one) =>
        one.round === round ? { round, sample: one.sample, ...found, by, at } : one,
      ),
    }
  },
})

const claimed = (one: Account, round: string): number | undefined => {
  const found = countingOf(one).filter((each) => each.round === round)
  return found.length === 0 ? undefined : Math.max(0, sumOf(actualByRow(found)))
}

/** Nothing is left to be paid, to come back or to be checked. */
export const closing = verb({
  given: z.object({}),
  does: (before, _, { by, at }) => {
    live(before)
    if (!before.reconciled) refuse("It is not reconciled yet.")
    if (before.payments.some(({ state }) => state === "scheduled" || state === "authorised"))
      refuse("A payment is still to be made.")
    if (before.recoveries.some(({ state }) => state !== "received")) refuse("Money is still to come back.")
    if (before.checks.some(({ result }) => result === "open")) refuse("A claim is still to be checked.")
    return { ...before, state: "closed", closed: { by, at } }
  },
})
