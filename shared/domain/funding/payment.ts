import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** What must be so before a payment can be authorised. */
export const condition = z.discriminatedUnion("is", [
  z.object({ is: z.literal("offer accepted") }),
  z.object({ is: z.literal("set-up done") }),
  z.object({ is: z.literal("return accepted"), round: z.string(), title: z.string() }),
  z.object({ is: z.literal("statement accepted") }),
])
export type Condition = z.infer<typeof condition>

/** How far a payment has come, in the words of every page. The service authorises and records; it moves no money. */
export const paymentStates = {
  scheduled: "Planned",
  authorised: "Authorised, with the payer",
  paid: "Paid",
  cancelled: "Not to be paid",
} as const
export type PaymentState = keyof typeof paymentStates

/** One payment of an award. Amounts are pence; one that the payer could not make is planned again. */
export const payment = z.object({
  number: z.int(),
  amount: z.int().min(0),
  condition,
  state: z.enum(Object.keys(paymentStates) as [PaymentState, ...PaymentState[]]),
  /** What the payer is told to write on it. */
  reference: z.string().optional(),
  authorised: z.object({ by: who, at: z.iso.datetime() }).optional(),
  paid: z
    .object({
      on: plainDate,
      payerReference: z.string(),
      remittance: z.string(),
      /** The payer's answer that said so. */
      file: z.string().optional(),
      by: who,
      at: z.iso.datetime(),
    })
    .optional(),
  /** Each time that the payer could not make it, with why, and the reference that it had then. */
  unpaid: z.array(
    z.object({
      because: z.string(),
      reference: z.string().optional(),
      file: z.string().optional(),
      at: z.iso.datetime(),
    }),
  ),
})
export type Payment = z.infer<typeof payment>

export const conditionWords = (one: Condition): string => {
  switch (one.is) {
    case "offer accepted":
      return "when the offer is accepted"
    case "set-up done":
      return "when everything is set up"
    case "return accepted":
      return `when ${one.title} is accepted`
    case "statement accepted":
      return "when the statement of grant usage is accepted"
  }
}

/** "Payment 1: £37,130.80" */
export const paymentName = ({ number, amount }: Pick<Payment, "number" | "amount">) =>
  `Payment ${number}: ${pounds(amount)}`
