import * as z from "zod"
import { posting } from "../../form/posting.ts"
import type { Entry } from "./entry.ts"

/** Where money stands, worked out from the lines alone by sums of its own: it shares no code with the account. */
export type Tally = {
  award: number
  paid: number
  toPay: number
  recovered: number
  actual: number
  accrued: number
  forecast: number
  unallocated: number
  cashHeld: number
}

const amounts = z.object({ payments: z.array(z.object({ amount: z.int() })), amount: z.int() })
const numbered = z.object({ number: z.int() })
const returned = z.object({ round: z.string(), to: z.string(), posting })
const used = z.object({ used: z.record(z.string(), z.int()) })

type Payment = { number: number; amount: number; is: "planned" | "sent" | "paid" | "gone"; failed?: true }
type Running = {
  award: number
  payments: Payment[]
  recoveries: { amount: number; back: boolean }[]
  returns: Map<string, z.infer<typeof returned>>
  used?: number
}

/** What some lines come to. */
export const tallyOf = (entries: readonly Pick<Entry, "verb" | "given">[]): Tally => {
  const running: Running = { award: 0, payments: [], recoveries: [], returns: new Map() }
  for (const line of entries) count(running, line)
  return totals(running)
}

const sum = (all: readonly number[]) => all.reduce((so, one) => so + one, 0)
const planned = (all: readonly { amount: number }[], from = 1) =>
  all.map(({ amount }, at): Payment => ({ number: from + at, amount, is: "planned" }))

const count = (running: Running, { verb, given }: Pick<Entry, "verb" | "given">) => {
  const { payments, recoveries, returns } = running
  const mark = (after: Partial<Payment>) => {
    const one = payments.find(({ number }) => number === numbered.parse(given).number)
    if (one) Object.assign(one, after)
  }
  switch (verb) {
    case "offer":
      running.award = amounts.parse(given).amount
      running.payments = planned(amounts.parse(given).payments)
      break
    case "vary":
      running.award = amounts.parse(given).amount
      vary(running, amounts.parse(given).payments)
      break
    case "authorise payment":
      mark({ is: "sent" })
      break
    case "confirm payment":
      mark({ is: "paid" })
      break
    case "fail payment":
      mark({ is: "planned", failed: true })
      break
    case "accept return":
      returns.set(returned.parse(given).round, returned.parse(given))
      break
    case "reopen return":
      returns.delete(String(given.round))
      break
    case "accept statement":
      running.used = sum(Object.values(used.parse(given).used))
      break
    case "reopen statement":
      running.used = undefined
      break
    case "owe back": {
      const { amount } = z.object({ amount: z.int() }).parse(given)
      running.award -= amount
      recoveries.push({ amount, back: false })
      break
    }
    case "receive recovery": {
      const one = recoveries[numbered.parse(given).number - 1]
      if (one) one.back = true
      break
    }
    case "reconcile":
      settle(running)
      break
  }
}

/** Those that were only planned go; one that the payer could not make keeps its number. The new ones come after all. */
const vary = (running: Running, wanted: readonly { amount: number }[]) => {
  const { payments } = running
  const next = highest(payments) + 1
  for (const one of payments) if (one.is === "planned" && one.failed) one.is = "gone"
  running.payments = [...payments.filter(({ is }) => is !== "planned"), ...planned(wanted, next)]
}

const highest = (payments: readonly Payment[]) =>
  payments.reduce((most, { number }) => Math.max(most, number), 0)

/** The award comes to what was used; what is left of it is one payment, and what was too much comes back. */
const settle = (running: Running) => {
  running.award = Math.min(running.used ?? 0, running.award)
  const paid = sum(running.payments.filter(({ is }) => is === "paid").map(({ amount }) => amount))
  const back = sum(running.recoveries.map(({ amount }) => amount))
  const rest = running.award - (paid - back)
  const first = running.payments.find(({ is }) => is === "planned")
  for (const one of running.payments) if (one.is === "planned") one.is = "gone"
  if (rest < 0) running.recoveries.push({ amount: -rest, back: false })
  if (rest <= 0) return
  if (first) Object.assign(first, { amount: rest, is: "planned" })
  else running.payments.push({ number: highest(running.payments) + 1, amount: rest, is: "planned" })
}

const totals = ({ award, payments, recoveries, returns, used }: Running): Tally => {
  const of = (...wanted: Payment["is"][]) =>
    sum(payments.filter(({ is }) => wanted.includes(is)).map(({ amount }) => amount))
  const back = (is: boolean) => sum(recoveries.filter(({ back }) => back === is).map(({ amount }) => amount))
  const all = [...returns.values()].sort((a, b) => (a.to < b.to ? -1 : 1))
  const last = used === undefined ? all.at(-1)?.posting : undefined
  const spent = sum(
    all.flatMap(({ posting }) => [...posting.spent, ...posting.corrections].map(({ amount }) => amount)),
  )
  const actual = used ?? spent
  const accrued = sum(Object.values(last?.accrued ?? {}))
  const forecast = sum((last?.forecast ?? []).map(({ amount }) => amount))
  return {
    award,
    paid: of("paid"),
    toPay: of("planned", "sent") - back(false),
    recovered: back(true),
    actual,
    accrued,
    forecast,
    unallocated: award - actual - accrued - forecast,
    cashHeld: of("paid") - back(true) - actual,
  }
}
