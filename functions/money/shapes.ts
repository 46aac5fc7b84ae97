import * as z from "zod"
import { type Account, accountStates, offer } from "../../shared/domain/funding/account.ts"
import type { Balances } from "../../shared/domain/funding/balances.ts"
import { conditionWords, paymentStates } from "../../shared/domain/funding/payment.ts"
import { profile } from "../../shared/domain/funding/profile.ts"
import { recoveryStates } from "../../shared/domain/funding/recovery.ts"
import { plainDate } from "../../shared/values/london.ts"

export const instant = z.iso.datetime()
export const pence = z.int().meta({ description: "Pence" })
const words = z.array(z.string())
const enumOf = <Key extends string>(all: Record<Key, string>) => z.enum(Object.keys(all) as [Key, ...Key[]])

export const stateShape = enumOf(accountStates)

const payments = z.array(
  z.object({
    number: z.int(),
    amount: pence,
    when: z.string().meta({ description: "What it waits for, in words" }),
    state: enumOf(paymentStates),
    reference: z.string().optional(),
    paid: z.object({ on: plainDate, payerReference: z.string(), remittance: z.string() }).optional(),
  }),
)

const recoveries = z.array(
  z.object({
    number: z.int(),
    amount: pence,
    because: z.string(),
    state: enumOf(recoveryStates),
    payBy: plainDate.optional(),
    reference: z.string().optional().meta({ description: "What to quote" }),
    received: plainDate.optional(),
  }),
)

const balanceNames = [
  "award",
  "paid",
  "toPay",
  "recovered",
  "toRecover",
  "actual",
  "accrued",
  "forecast",
  "unallocated",
  "outturn",
  "cashHeld",
] as const satisfies (keyof Balances)[]

export const moneyShape = z.object({
  phases: z.array(
    z.object({
      phase: z.string(),
      title: z.string(),
      state: stateShape,
      says: z.object({
        stands: z.string(),
        award: words,
        paid: words,
        spent: words,
        left: words,
        next: words,
        back: words,
      }),
      balances: z.object(
        Object.fromEntries(balanceNames.map((name) => [name, pence])) as Record<keyof Balances, typeof pence>,
      ),
      payments,
      recoveries,
      quarters: z.array(
        z.object({ to: plainDate, label: z.string(), profile: pence, spent: pence, expected: pence }),
      ),
      agreed: z.array(z.object({ on: z.string(), says: z.string(), because: z.string().optional() })),
      owed: z.object({ round: z.string(), title: z.string(), by: instant }).optional(),
    }),
  ),
})

export const offerShape = z.object({
  phase: z.string(),
  name: z.string(),
  state: stateShape,
  stands: z.string(),
  inConfidence: z.boolean(),
  amount: pence,
  pilot: z.object({ from: plainDate, to: plainDate }),
  form: z.object({ is: z.enum(["light", "full"]), because: z.string() }),
  offer: offer.omit({ by: true }).extend({ by: z.string() }),
  profile,
  payments,
  accepted: z.array(z.object({ role: z.string(), name: z.string(), at: instant })),
  waitingFor: z.array(z.string()),
  mayAccept: z.array(z.string()).meta({ description: "Roles of yours in which you can still accept it" }),
})

/** The payments of an account as its site has them: not who at the Department did what. */
export const paymentsOf = ({ payments: all }: Account): z.infer<typeof payments> =>
  all.map(({ number, amount, condition, state, reference, paid }) => ({
    number,
    amount,
    when: conditionWords(condition),
    state,
    reference,
    ...(paid && {
      paid: { on: paid.on, payerReference: paid.payerReference, remittance: paid.remittance },
    }),
  }))

/** What is to come back: by when, and with what to quote, once two people of the Department have said so. */
export const recoveriesOf = ({ recoveries: all }: Account): z.infer<typeof recoveries> =>
  all.map(({ number, amount, because, state, asked, approved, received }) => ({
    number,
    amount,
    because,
    state,
    ...(asked && approved && { payBy: asked.payBy, reference: asked.reference }),
    ...(received && { received: received.on }),
  }))
