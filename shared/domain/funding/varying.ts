import * as z from "zod"
import { plainDate } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import { type Account, type Form, forms, type MidPhase, midPhase as midPhases } from "./account.ts"
import { movesIn } from "./balances.ts"
import { balanced } from "./offering.ts"
import { condition } from "./payment.ts"
import { profile } from "./profile.ts"
import { setUpTasks } from "./set-up-tasks.ts"
import { live, refuse, verb } from "./verb.ts"

/** An award changed: its amount, when it is to be spent, or how what is left of it is paid. What was agreed before is kept. */
export const varying = verb({
  given: z.object({
    amount: z.int().positive(),
    profile,
    /** In place of every payment that is only planned. */
    payments: z.array(z.object({ amount: z.int().positive(), condition })).max(12),
    form: z.object({ is: z.enum(Object.keys(forms) as [Form, ...Form[]]), because: z.string() }).optional(),
    to: plainDate.optional(),
    because: z.string(),
  }),
  does: ({ moved: _, ...before }, { amount, profile, payments, form, to, because }, { by, at }) => {
    live(before)
    if (before.usage) refuse("The statement of grant usage is accepted: the award is reconciled with it.")
    const kept = before.payments.filter(isSettled)
    const settled = settledOf(before)
    if (amount < settled)
      refuse(
        `${pounds(settled)} of it is paid or with the payer. Ask for what is too much to come back instead.`,
      )
    balanced({ amount, profile, payments: [...payments, ...(settled ? [{ amount: settled }] : [])] })
    const gone = before.payments.filter(isGone).map((one) => ({ ...one, state: "cancelled" as const }))
    const moved = movesIn(before)
    const first = Math.max(0, ...before.payments.map(({ number }) => number)) + 1
    return {
      ...before,
      award: amount,
      ...(form && { form }),
      ...(to !== undefined && { to }),
      ...(moved.length > 0 && { moved }),
      versions: [
        ...before.versions,
        { version: before.versions.length + 1, amount, profile, because, by, at },
      ],
      payments: [
        ...[...gone, ...kept].toSorted((a, b) => a.number - b.number),
        ...payments.map((one, index) => ({
          ...one,
          number: first + index,
          state: "scheduled" as const,
          unpaid: [],
        })),
      ],
    }
  },
})

/** Paid or with the payer: no variation changes it. */
const isSettled = ({ state }: Account["payments"][number]) => state === "authorised" || state === "paid"

/** Not to be paid; so is one that the payer could not make, which keeps its number and what the payer said of it. */
const isGone = ({ state, unpaid }: Account["payments"][number]) =>
  state === "cancelled" || (state === "scheduled" && unpaid.length > 0)

/** What is paid or with the payer, less what has come back or is to. */
export const settledOf = ({ payments, recoveries }: Pick<Account, "payments" | "recoveries">): number =>
  sum(payments.filter(isSettled)) - sum(recoveries)

const sum = (all: readonly { amount: number }[]) => all.reduce((whole, { amount }) => whole + amount, 0)

/** One task of setting up, as it is answered now. */
export const settingUp = verb({
  given: z.object({ task: z.enum(setUpTasks), answers: z.record(z.string(), z.json()) }),
  does: (before, { task, answers }, { by, at }) => {
    live(before)
    return { ...before, setUp: { ...before.setUp, [task]: { answers, by, at } } }
  },
})

/** The department's consent that money of one financial year is spent in the next. */
export const consenting = verb({
  given: z.object({ from: z.string(), amount: z.int().positive(), because: z.string() }),
  does: (before, { from, amount, because }, { by, at }) => {
    live(before)
    if (before.carryOvers.some((one) => one.from === from)) refuse("It is agreed already for that year.")
    if (amount > before.award) refuse(`The award is ${pounds(before.award)}: more cannot be carried over.`)
    return { ...before, carryOvers: [...before.carryOvers, { from, amount, because, by, at }] }
  },
})

/** Continue, amend or stop: as it stands, until the site is reconciled. */
export const deciding = verb({
  given: z.object({
    decision: z.enum(Object.keys(midPhases) as [MidPhase, ...MidPhase[]]),
    because: z.string(),
  }),
  does: (before, { decision, because }, { by, at }) => {
    live(before)
    if (before.reconciled) refuse("It is reconciled already.")
    if (before.leaving) refuse(`${before.name} leaves: nothing is left to decide in the middle of its pilot.`)
    return { ...before, midPhase: { decision, because, by, at } }
  },
})

/** A site leaves before the end of its pilot. What it owes then is its final statement, and what is left of the money. */
export const leaving = verb({
  given: z.object({
    on: plainDate,
    because: z.string(),
    heavy: z.int().min(1).max(5).optional(),
    told: z.string().optional(),
  }),
  does: (before, given, { by, at }) => {
    live(before)
    if (before.reconciled) refuse("The award is reconciled already.")
    if (before.leaving) refuse(`${before.leaving.by.name} has said already that it leaves.`)
    if (given.on < before.from || given.on >= before.to)
      refuse("The day must lie within its pilot, before its last day.")
    return { ...before, to: given.on, leaving: { ...given, by, at } }
  },
})
