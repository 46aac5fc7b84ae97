import { dateWords, dayWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type FundingLetter, letterTo } from "../letters/written.ts"
import type { Member } from "../people/member.ts"
import type { Account } from "./account.ts"
import { type Payment, paymentName } from "./payment.ts"
import type { Recovery } from "./recovery.ts"

/** Who is told at a site, and when. */
export type Telling = { members: readonly Member[]; at: Date }

const about = ({ organisation, phase }: Account, id: string) => ({
  id,
  organisation,
  phase,
  path: `/organisations/${organisation}/money`,
})

/** On the day that the payer's answer is recorded: to those who lead, prepare and answer for the pilot. */
export const paidLetter = (one: Account, payment: Payment, telling: Telling): FundingLetter[] => {
  if (!payment.paid) return []
  const { on, payerReference, remittance } = payment.paid
  return letterTo(
    {
      ...about(one, `${one.phase}-payment-${payment.number}-${on}`),
      subject: `${paymentName(payment)} was paid`,
      lines: [
        `${paymentName(payment)} was paid on ${dateWords(on)}.`,
        `The payer’s reference is ${payerReference}. The remittance text is: ${remittance}`,
        ...(payment.reference ? [`Our reference is ${payment.reference}.`] : []),
        "Nothing for you to do. It may take a day to reach the council’s account.",
      ],
    },
    { ...telling, roles: ["lead", "contributor", "sponsor"] },
  )
}

/** Once it is approved, never before: whoever pays it back has the day and what to quote. */
export const recoveryLetter = (one: Account, recovery: Recovery, telling: Telling): FundingLetter[] => {
  if (!recovery.asked) return []
  const { payBy, reference } = recovery.asked
  return letterTo(
    {
      ...about(one, `${one.phase}-recovery-${recovery.number}`),
      subject: `${pounds(recovery.amount)} is to be paid back by ${dayWords(payBy)}`,
      lines: [
        `${one.name} is asked to pay back ${pounds(recovery.amount)} of what it was paid for the pilot, by ${dayWords(payBy)}.`,
        `Why: ${recovery.because}`,
        `Quote this reference with it: ${reference}`,
        "How to pay it is in the terms of the award. If something here is not right, tell us before you pay.",
      ],
    },
    { ...telling, roles: ["lead", "sponsor", "certifier"] },
  )
}
