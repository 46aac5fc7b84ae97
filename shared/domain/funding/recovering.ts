import * as z from "zod"
import { dateWords, londonDate, plainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import type { Account } from "./account.ts"
import { balancesOf } from "./balances.ts"
import type { Recovery } from "./recovery.ts"
import { live, refuse, verb } from "./verb.ts"

export const withRecovery = (one: Account, amount: number, because: string): Account => ({
  ...one,
  recoveries: [...one.recoveries, { number: one.recoveries.length + 1, amount, because, state: "due" }],
})

/** What was paid and has neither come back nor is to: no more can be asked for. */
export const heldBySite = (one: Account): number => {
  const { paid, recovered, toRecover } = balancesOf(one)
  return paid - recovered - toRecover
}

/** Money that was paid and is not the site's to keep: the award is less by it from now on. */
export const owing = verb({
  given: z.object({ amount: z.int().positive(), because: z.string() }),
  does: (before, { amount, because }) => {
    live(before)
    const held = heldBySite(before)
    if (amount > held) refuse(`${pounds(held)} was paid and has not come back: more cannot be asked for.`)
    return withRecovery({ ...before, award: before.award - amount }, amount, because)
  },
})

const recoveryIn = ({ recoveries }: Account, number: number): Recovery =>
  recoveries.find((one) => one.number === number) ?? refuse("There is no such recovery.")

const put = (one: Account, after: Recovery): Account => ({
  ...one,
  recoveries: one.recoveries.map((each) => (each.number === after.number ? after : each)),
})

/** Why a recovery cannot be asked for now. Where the day to pay it by passed before it was approved, it is asked for anew. */
export const mayNotAsk = ({ state, asked }: Recovery, today: string): string | undefined => {
  if (state === "due" || (state === "asked" && asked && asked.payBy <= today)) return undefined
  return `${asked?.by.name} has asked for it already.`
}

export const asking = verb({
  given: z.object({ number: z.int(), payBy: plainDate, reference: z.string() }),
  does: (before, { number, payBy, reference }, { by, at }) => {
    live(before)
    const one = recoveryIn(before, number)
    const today = londonDate(new Date(at))
    const already = mayNotAsk(one, today)
    if (already) refuse(already)
    if (payBy <= today) refuse("The day to pay it by must be in the future.")
    return put(before, { ...one, state: "asked", asked: { by, at, payBy, reference } })
  },
})

/** Why a recovery cannot be approved now by this person. */
export const mayNotApprove = (
  { state, asked }: Recovery,
  { person, today }: { person: string; today: string },
): string | undefined => {
  if (state === "due") return "Nobody has asked for it yet."
  if (state !== "asked") return "It is approved already."
  if (asked?.by.person === person) return "You asked for it. Another person approves it."
  if (asked && asked.payBy <= today)
    return `The day to pay it by, ${dateWords(asked.payBy)}, has come. It has to be asked for again first.`
  return undefined
}

export const approving = verb({
  given: z.object({ number: z.int() }),
  does: (before, { number }, { by, at }) => {
    live(before)
    const one = recoveryIn(before, number)
    const why = mayNotApprove(one, { person: by.person, today: londonDate(new Date(at)) })
    if (why) refuse(why)
    return put(before, { ...one, state: "approved", approved: { by, at } })
  },
})

export const receiving = verb({
  given: z.object({ number: z.int(), on: plainDate, payerReference: z.string() }),
  does: (before, { number, on, payerReference }, { by, at }) => {
    live(before)
    const one = recoveryIn(before, number)
    if (one.state === "received") refuse("It is received already.")
    if (one.state !== "approved") refuse("It is not approved yet.")
    if (on > londonDate(new Date(at))) refuse("The day it came back must not be in the future.")
    if (!before.payments.some(({ paid }) => paid && paid.on <= on))
      refuse("Nothing was paid to the site before that day.")
    return put(before, { ...one, state: "received", received: { on, payerReference, by, at } })
  },
})
