import * as z from "zod"
import { type Account, type AccountState, accountStates, type MidPhase, midPhase } from "./account.ts"
import { balancesOf, countingOf, profileNow } from "./balances.ts"
import { isReady } from "./paying.ts"
import { sumOf } from "./profile.ts"
import { quarterEnd } from "./quarters.ts"

const pence = z.int()

/** What a list of all sites says of the money of one: worked out with every move, and never asked of more than the list. */
export const summary = z.object({
  organisation: z.string(),
  name: z.string(),
  phase: z.string(),
  state: z.enum(Object.keys(accountStates) as [AccountState, ...AccountState[]]),
  form: z.enum(["light", "full"]),
  award: pence,
  offered: pence,
  /** The day by which it is to be answered, while it is not. */
  answerBy: z.string().optional(),
  paid: pence,
  toPay: pence,
  recovered: pence,
  toRecover: pence,
  actual: pence,
  accrued: pence,
  forecast: pence,
  unallocated: pence,
  outturn: pence,
  cashHeld: pence,
  /** What the profile says should have been spent by the end of what was last accepted: a pilot ends within a quarter. */
  profileToDate: pence,
  /** The last day of what was last accepted. */
  accepted: z.string().optional(),
  /** Payments that could be authorised now, and those that are with the payer: their numbers. */
  ready: z.array(z.int()),
  withPayer: z.array(z.int()),
  /** When each that was authorised was, and when it was recorded as paid. */
  payments: z
    .array(z.object({ authorisedAt: z.iso.datetime(), paidAt: z.iso.datetime().optional() }))
    .default([]),
  /** Recoveries by what they wait for: their numbers. */
  toAsk: z.array(z.int()),
  toApprove: z.array(z.int()),
  toReceive: z.array(z.int()),
  toCheck: z.int(),
  midPhase: z.enum(Object.keys(midPhase) as [MidPhase, ...MidPhase[]]).optional(),
  leaving: z.string().optional(),
  /** The last day of the pilot, as the account has it. */
  to: z.string(),
  usage: z.boolean(),
  reconciled: z.boolean(),
})
export type Summary = z.infer<typeof summary>

export const summaryOf = (one: Account): Summary => {
  const last = countingOf(one).at(-1)
  const numbers = (all: readonly { number: number }[]) => all.map(({ number }) => number)
  const recoveries = (state: string) => numbers(one.recoveries.filter((each) => each.state === state))
  return {
    organisation: one.organisation,
    name: one.name,
    phase: one.phase,
    state: one.state,
    form: one.form.is,
    offered: one.versions[0]?.amount ?? one.award,
    ...(one.state === "offered" && { answerBy: one.offer.answerBy }),
    ...balancesOf(one),
    profileToDate: profileNow(one)
      .filter(({ to }) => last !== undefined && to <= (last.to < one.to ? last.to : quarterEnd(last.to)))
      .reduce((sum, { amounts }) => sum + sumOf(amounts), 0),
    ...(last && { accepted: last.to }),
    ready: numbers(one.payments.filter((each) => isReady(one, each))),
    withPayer: numbers(one.payments.filter(({ state }) => state === "authorised")),
    payments: one.payments.flatMap(({ authorised, paid }) =>
      authorised ? [{ authorisedAt: authorised.at, ...(paid && { paidAt: paid.at }) }] : [],
    ),
    toAsk: recoveries("due"),
    toApprove: recoveries("asked"),
    toReceive: recoveries("approved"),
    toCheck: one.checks.filter(({ result }) => result === "open").length,
    ...(one.midPhase && { midPhase: one.midPhase.decision }),
    ...(one.leaving && { leaving: one.leaving.on }),
    to: one.to,
    usage: one.usage !== undefined,
    reconciled: one.reconciled !== undefined,
  }
}
