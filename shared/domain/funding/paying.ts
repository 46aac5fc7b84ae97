import * as z from "zod"
import { dateWords, londonDate, plainDate } from "../../values/london.ts"
import type { Account } from "./account.ts"
import { countingOf } from "./balances.ts"
import { type Condition, type Payment, paymentName } from "./payment.ts"
import { isSetUp } from "./set-up-tasks.ts"
import { live, refuse, verb } from "./verb.ts"

/** Whether what a payment waits for is so. */
export const conditionMet = (one: Account, condition: Condition): boolean => {
  switch (condition.is) {
    case "offer accepted":
      return one.state === "accepted"
    case "set-up done":
      return isSetUp(one)
    case "return accepted":
      return countingOf(one).some(({ round }) => round === condition.round)
    case "statement accepted":
      return one.usage !== undefined
  }
}

/** Who accepted what a payment waits for: another person authorises it. */
export const accepterFor = (one: Account, condition: Condition): string | undefined => {
  switch (condition.is) {
    case "return accepted":
      return countingOf(one).find(({ round }) => round === condition.round)?.acceptedBy.person
    case "statement accepted":
      return one.usage?.acceptedBy.person
    case "offer accepted":
    case "set-up done":
      return undefined
  }
}

/**
 * Why nothing more is paid for now, whatever a payment waits for. Once the statement is accepted, or the site leaves or
 * is stopped, what is left is worked out as the award is reconciled.
 */
export const heldBack = ({ usage, reconciled, leaving, midPhase }: Account): string | undefined => {
  if (reconciled) return undefined
  if (usage) return "The statement of grant usage is accepted. Reconcile the award first."
  if (midPhase?.decision === "stop")
    return "It was decided that the pilot stops here. What is left to pay is worked out from its final statement."
  if (leaving)
    return `The site leaves on ${dateWords(leaving.on)}. What is left to pay is worked out from its final statement.`
  return undefined
}

/** Whether a payment could be authorised now, by somebody. */
export const isReady = (one: Account, { state, condition }: Payment): boolean =>
  state === "scheduled" && heldBack(one) === undefined && conditionMet(one, condition)

/** Who may not authorise a payment, though they hold the right, and why. */
export const mayNotAuthorise = (one: Account, { condition }: Payment, person: string): string | undefined =>
  accepterFor(one, condition) === person
    ? `You accepted the ${condition.is === "statement accepted" ? "statement" : "return"} that it waits for. Another person authorises the payment.`
    : undefined

const paymentIn = ({ payments }: Account, number: number): Payment =>
  payments.find((one) => one.number === number) ?? refuse("There is no such payment.")

const put = (one: Account, after: Payment): Account => ({
  ...one,
  payments: one.payments.map((each) => (each.number === after.number ? after : each)),
})

export const authorising = verb({
  given: z.object({ number: z.int(), reference: z.string() }),
  does: (before, { number, reference }, { by, at }) => {
    live(before)
    const one = paymentIn(before, number)
    if (one.state !== "scheduled") refuse(`${paymentName(one)} ${already(one)}`)
    if (!conditionMet(before, one.condition))
      refuse(`${paymentName(one)} is for later: what it waits for is not so yet.`)
    const held = heldBack(before)
    if (held) refuse(held)
    const other = mayNotAuthorise(before, one, by.person)
    if (other) refuse(other)
    return put(before, { ...one, state: "authorised", reference, authorised: { by, at } })
  },
})

const already = ({ state, authorised }: Payment) =>
  state === "authorised"
    ? `is authorised already, by ${authorised?.by.name}.`
    : state === "paid"
      ? "is paid."
      : "is not to be paid."

/** The day that something was paid on: not before somebody authorised it, and not one that has not come. */
export const notPaidOn = ({ authorised }: Payment, on: string, at: Date): string | undefined => {
  if (on > londonDate(at)) return "The day it was paid on must not be in the future."
  const from = authorised && londonDate(new Date(authorised.at))
  return from !== undefined && on < from
    ? `The day it was paid on lies before ${dateWords(from)}, the day it was authorised.`
    : undefined
}

const withThePayer = (one: Account, number: number): Payment => {
  const found = paymentIn(one, number)
  if (found.state !== "authorised") refuse(`${paymentName(found)} is not with the payer.`)
  return found
}

/** The payer's word that it is paid. */
export const confirming = verb({
  given: z.object({
    number: z.int(),
    on: plainDate,
    payerReference: z.string(),
    remittance: z.string(),
    file: z.string().optional(),
  }),
  does: (before, { number, ...paid }, { by, at }) => {
    live(before)
    const one = withThePayer(before, number)
    const wrong = notPaidOn(one, paid.on, new Date(at))
    if (wrong) refuse(wrong)
    return put(before, { ...one, state: "paid", paid: { ...paid, by, at } })
  },
})

/** The payer's word that it could not be paid: it is planned again, to be authorised again. */
export const failing = verb({
  given: z.object({ number: z.int(), because: z.string(), file: z.string().optional() }),
  does: (before, { number, ...why }, { at }) => {
    live(before)
    const { authorised: _, reference, ...one } = withThePayer(before, number)
    const unpaid = { ...why, ...(reference !== undefined && { reference }), at }
    return put(before, { ...one, state: "scheduled", unpaid: [...one.unpaid, unpaid] })
  },
})
