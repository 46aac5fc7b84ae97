import type { Account } from "../../shared/domain/funding/account.ts"
import { moneyReference } from "../../shared/domain/funding/money-reference.ts"
import { heldBack, isReady, mayNotAuthorise } from "../../shared/domain/funding/paying.ts"
import { conditionWords, type Payment } from "../../shared/domain/funding/payment.ts"
import { mayWithMoney } from "../../shared/domain/people/funding-policy.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { accountHere, type C, only, postHere } from "../../shared/web/funding/here.ts"
import { everyAccount, numbered } from "./every-account.ts"

const whoAuthorises =
  "Payments are authorised by department finance or the decision-maker, and not by whoever accepted the return."

/** One payment, with why this person cannot authorise it now, where they cannot. */
export const paymentHere = async (c: C) => {
  const one = await accountHere(c)
  const payment = numbered(c, one.payments)
  return { one, payment, not: notNow(c, one, payment) }
}
export type OnPayment = Awaited<ReturnType<typeof paymentHere>>

const notNow = (c: C, one: Account, payment: Payment): string | undefined => {
  if (payment.state !== "scheduled") return undefined
  if (!isReady(one, payment))
    return heldBack(one) ?? `It can be authorised ${conditionWords(payment.condition)}.`
  if (!mayWithMoney(c.var.actor, "authorise payment")) return whoAuthorises
  return mayNotAuthorise(one, payment, c.var.actor.id)
}

export type Authorised = { number: number; amount: number; reference: string }

/** Says that it may be paid. The payer is told by the file of payments; nothing is paid by this. */
export const authorise = async (c: C, key: MoveKey): Promise<Authorised> => {
  const right = "authorise payment"
  return postHere(c, { right, says: whoAuthorises, key }, (before) => {
    const { number, amount } = numbered(c, before.payments)
    const reference = moneyReference({ ...before, letter: "P", number }, c.var.world.random)
    return {
      verb: right,
      given: { number, reference },
      result: () => ({ number, amount, reference }),
    }
  })
}

export type Line = { one: Account; payment: Payment; phase: string }

/** What could be authorised now, and what is with the payer, over all phases. */
export const paymentsHere = async (c: C) => {
  const all = await everyAccount(c, ({ ready, withPayer }) => ready.length + withPayer.length > 0)
  const lines = (wanted: (one: Account, payment: Payment) => boolean): Line[] =>
    all.flatMap(({ phase, accounts }) =>
      accounts.flatMap((one) =>
        one.payments
          .filter((payment) => wanted(one, payment))
          .map((payment) => ({ one, payment, phase: phase.title })),
      ),
    )
  return { ready: lines(isReady), withPayer: lines((_, { state }) => state === "authorised") }
}
export type OnPayments = Awaited<ReturnType<typeof paymentsHere>>

/** What the payer is sent: every payment that is authorised and not answered for. */
export const payerRows = async (c: C): Promise<string[][]> => {
  only(c, "send payments to the payer", "The file for the payer is taken by whoever may authorise payments.")
  const { withPayer } = await paymentsHere(c)
  return [
    ["Reference", "Payee", "Amount", "What for"],
    ...withPayer.map(({ one, payment, phase }) => [
      payment.reference ?? "",
      one.name,
      (payment.amount / 100).toFixed(2),
      `${phase}, payment ${payment.number}`,
    ]),
  ]
}
