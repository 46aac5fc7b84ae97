import { dateWords, dayWords, londonDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import type { Account } from "./account.ts"
import { balancesOf, countingOf } from "./balances.ts"
import { type Known, nextPaymentWords } from "./next-payment.ts"
import { offeredAmount, offerStands } from "./offer-words.ts"
import type { Payment } from "./payment.ts"
import type { Recovery } from "./recovery.ts"
import { openTasks, setUpProgress } from "./set-up.ts"

/** What a site reads about its own money in one phase: each part is there in every state, and none is empty. */
export type OurMoney = {
  /** Where it stands as a whole. */
  stands: string
  award: string[]
  paid: string[]
  spent: string[]
  left: string[]
  next: string[]
  back: string[]
}

export const ourMoney = (one: Account, known?: Known): OurMoney => ({
  stands: standsWords(one),
  award: awardWords(one),
  paid: paidWords(one),
  spent: spentWords(one),
  left: leftWords(one),
  next: nextPaymentWords(one, known),
  back: backWords(one),
})

const on = (at: string) => dateWords(londonDate(new Date(at)))

/** A reason as somebody wrote it, at the end of a sentence of ours. */
const written = (because: string) => because.trim().replace(/[.\s]+$/, "")

export const standsWords = (one: Account): string => {
  const { state, closed, leaving, reconciled, midPhase } = one
  if (state === "offered" || state === "declined") return offerStands(one)
  if (state === "closed") return `Closed${closed ? ` on ${on(closed.at)}` : ""}. Nothing for you to do.`
  if (reconciled) return `Reconciled with your certified statement on ${on(reconciled.at)}.`
  if (leaving) return `You leave the programme: your last day is ${dayWords(leaving.on)}.`
  if (midPhase?.decision === "stop")
    return `It was decided on ${on(midPhase.at)} that the pilot stops here: “${written(midPhase.because)}”.`
  return openTasks(one).length > 0 ? `Set up: ${setUpProgress(one)}.` : onTrack(one)
}

export const awardWords = (one: Account): string[] => {
  const { award, state, versions, reconciled } = one
  if (state === "offered") return [`You are offered ${pounds(award)}.`]
  if (state === "declined") return [`You were offered ${pounds(offeredAmount(one))}.`]
  const agreed = versions.at(-1)?.amount ?? award
  const less = agreed - award
  return [
    `Your award is ${pounds(award)}.`,
    ...(less === 0
      ? []
      : [
          reconciled
            ? `It was ${pounds(agreed)} before it was reconciled with what you used.`
            : `It was ${pounds(agreed)}: ${pounds(less)} of it is not yours to keep.`,
        ]),
  ]
}

const paidWords = (one: Account): string[] => {
  const made = one.payments.filter(({ state }) => state === "paid")
  const { paid } = balancesOf(one)
  if (made.length === 0) return ["Nothing is paid yet."]
  return [...(made.length > 1 ? [`${pounds(paid)} is paid in all.`] : []), ...made.map(paymentWords)]
}

const paymentWords = ({ number, amount, reference, paid }: Payment) =>
  [
    `Payment ${number}: ${pounds(amount)}${paid ? `, paid on ${dateWords(paid.on)}` : ""}.`,
    paid && `The payer’s reference is ${paid.payerReference}. Remittance: “${written(paid.remittance)}”.`,
    reference && `Our reference is ${reference}.`,
  ]
    .filter(Boolean)
    .join(" ")

const spentWords = (one: Account): string[] => {
  const { actual, accrued } = balancesOf(one)
  const last = countingOf(one).at(-1)
  if (one.usage)
    return [
      `You spent ${pounds(actual)}, as ${one.usage.certifiedBy} certified it. Accepted on ${on(one.usage.at)}.`,
    ]
  if (!last) return ["Nothing is accepted as spent yet."]
  return [
    `${pounds(actual)} is accepted as spent, to ${dateWords(last.to)}.`,
    ...(accrued === 0 ? [] : [`${pounds(accrued)} more is had and not paid for yet.`]),
    ...(standsWords(one) === onTrack(one) ? [] : [onTrack(one)]),
  ]
}

/** What a total may be out by and still be on track, in pence: ten per cent or £2,500, whichever is greater. */
const tolerance = (award: number) => Math.max(250_000, Math.round(award / 10))

export const isOnTrack = (one: Account): boolean => {
  const { award, unallocated } = balancesOf(one)
  return Math.abs(unallocated) <= tolerance(award)
}

/** "You expect to spend £92,827 of £92,827: on track." */
export const onTrack = (one: Account): string => {
  const { award, outturn, unallocated } = balancesOf(one)
  if (one.usage === undefined && countingOf(one).length === 0) return "Nothing is accepted as spent yet."
  const out = `You ${one.usage ? "spent" : "expect to spend"} ${pounds(outturn)} of ${pounds(award)}`
  if (isOnTrack(one)) return one.usage ? `${out}.` : `${out}: on track.`
  return unallocated > 0
    ? `${out}: ${pounds(unallocated)} less than the award.`
    : `${out}: ${pounds(-unallocated)} more than the award.`
}

const leftWords = (one: Account): string[] => {
  const { award, actual, cashHeld } = balancesOf(one)
  if (one.state === "declined") return ["Nothing of it is yours to spend."]
  if (one.state === "offered") return ["Nothing of it is yours before it is accepted."]
  const left = award - actual
  const of =
    left > 0
      ? `${pounds(left)} of the award is not ${one.usage ? "used" : "accepted as spent yet"}.`
      : left === 0
        ? "All of the award is spent."
        : `You have spent ${pounds(-left)} more than the award: your council carries it.`
  if (cashHeld === 0) return [of]
  return [
    of,
    cashHeld > 0
      ? `You hold ${pounds(cashHeld)} that was paid to you and is not accepted as spent.`
      : `You have spent ${pounds(-cashHeld)} that is not paid to you.`,
  ]
}

const backWords = ({ recoveries }: Account): string[] =>
  recoveries.length === 0 ? ["Nothing is to come back."] : recoveries.map(recoveryWords)

/** How much, why, by when, and what to quote. It is asked of the site once two people of the Department have said so. */
const recoveryWords = ({ amount, because, state, asked, received }: Recovery): string => {
  const why = `Because: “${written(because)}”.`
  switch (state) {
    case "due":
    case "asked":
      return `${pounds(amount)} is to come back. ${why} Wait until you are asked for it: nothing for you to do yet.`
    case "approved":
      return `Pay back ${pounds(amount)}${asked ? ` by ${dayWords(asked.payBy)}, and quote ${asked.reference}` : ""}. ${why}`
    case "received":
      return `${pounds(amount)} came back${received ? ` on ${dateWords(received.on)}, with the reference ${received.payerReference}` : ""}. ${why}`
  }
}
