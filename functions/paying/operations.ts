import * as z from "zod"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { paymentAt, paymentsAt } from "../../shared/web/funding/addresses.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { payerOperations } from "./payer-operations.ts"
import { authorise, type Line, paymentHere, paymentsHere } from "./payments.ts"
import { recoveryOperations } from "./recovery-operations.ts"
import { settlingOperations } from "./settling-operations.ts"
import { lineShape, paymentShape, pence } from "./shapes.ts"

const tag = "Paying"
const payment = paymentAt(":phase", ":organisation", 0).replace(/0$/, ":number")

const lineOf = ({ one, payment: { number, amount, state, reference } }: Line) => ({
  organisation: one.organisation,
  name: one.name,
  phase: one.phase,
  number,
  amount,
  state,
  reference,
})

/** Paying, getting back, reconciling and closing. */
export const payingOperations: Operation<SignedIn>[] = [
  operation({
    id: "listPayments",
    method: "get",
    path: paymentsAt,
    tag,
    summary: "What could be authorised now, and what is with the payer",
    gives: z.object({ ready: z.array(lineShape), withPayer: z.array(lineShape) }),
    does: async (c) => {
      const { ready, withPayer } = await paymentsHere(c)
      return { body: { ready: ready.map(lineOf), withPayer: withPayer.map(lineOf) } }
    },
  }),
  operation({
    id: "readPayment",
    method: "get",
    path: payment,
    tag,
    summary: "One payment of an award",
    gives: paymentShape,
    does: async (c) => {
      const { one, payment, not } = await paymentHere(c)
      const { organisation, name, phase } = one
      return { body: { organisation, name, phase, payment, not } }
    },
  }),
  operation({
    id: "authorisePayment",
    method: "post",
    path: payment,
    tag,
    summary: "Say that a payment may be paid: another person than whoever accepted what it waits for",
    about: "This service authorises and records. It moves no money.",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ number: z.int(), amount: pence, reference: z.string() }),
    does: async (c, _, key) => ({ body: await authorise(c, key as MoveKey) }),
  }),
  ...recoveryOperations,
  ...settlingOperations,
  ...payerOperations,
]
