import { answered } from "../../shared/domain/answered.ts"
import { moneyReference } from "../../shared/domain/funding/money-reference.ts"
import { askingForm, owingForm, receivingForm } from "../../shared/domain/funding/paying-forms.ts"
import { recoveryLetter } from "../../shared/domain/funding/paying-letters.ts"
import { heldBySite, mayNotApprove, mayNotAsk } from "../../shared/domain/funding/recovering.ts"
import type { Recovery } from "../../shared/domain/funding/recovery.ts"
import { mayWithMoney } from "../../shared/domain/people/funding-policy.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { peopleIn } from "../../shared/store/people.ts"
import { londonDate } from "../../shared/values/london.ts"
import { addWorkingDays } from "../../shared/values/working-days.ts"
import { accountHere, type C, only, postHere } from "../../shared/web/funding/here.ts"
import { numbered } from "./every-account.ts"

const whoAsks = "Money is asked back by department finance."
const whoApproves = "Another person approves it: department finance or the decision-maker."

export const owingHere = async (c: C) => {
  const one = await accountHere(c)
  only(c, "owe back", whoAsks)
  return { one, held: heldBySite(one) }
}
export type OnOwing = Awaited<ReturnType<typeof owingHere>>

/** One recovery, and what this person can do with it now. */
export const recoveryHere = async (c: C) => {
  const one = await accountHere(c)
  const recovery = numbered(c, one.recoveries)
  const { actor, world } = c.var
  const today = londonDate(world.now())
  const may = (right: "ask back" | "approve recovery" | "receive recovery") => mayWithMoney(actor, right)
  const notApprove = mayNotApprove(recovery, { person: actor.id, today })
  return {
    one,
    recovery,
    asks: may("ask back") && mayNotAsk(recovery, today) === undefined,
    approves: may("approve recovery") && notApprove === undefined,
    notApprove: recovery.state === "asked" ? (may("approve recovery") ? notApprove : whoApproves) : undefined,
    receives: may("receive recovery") && recovery.state === "approved",
    usualDay: addWorkingDays(today, 20),
  }
}
export type OnRecovery = Awaited<ReturnType<typeof recoveryHere>>

export type Recovering = { number: number; amount: number; state: Recovery["state"] }

const resultOf =
  (number: number) =>
  ({ recoveries }: { recoveries: Recovery[] }): Recovering => {
    const found = recoveries.find((one) => one.number === number)
    return { number, amount: found?.amount ?? 0, state: found?.state ?? "due" }
  }

export const oweBack = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Recovering> =>
  postHere(c, { right: "owe back", says: whoAsks, key }, (before) => {
    const { amount, because } = answered(owingForm, given, c.var.world.now()) as {
      amount: number
      because: string
    }
    return {
      verb: "owe back",
      given: { amount, because },
      result: resultOf(before.recoveries.length + 1),
    }
  })

export const ask = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Recovering> =>
  postHere(c, { right: "ask back", says: whoAsks, key }, (before) => {
    const { number } = numbered(c, before.recoveries)
    const { payBy } = answered(askingForm, given, c.var.world.now()) as { payBy: string }
    const reference = moneyReference({ ...before, letter: "R", number }, c.var.world.random)
    return { verb: "ask back", given: { number, payBy, reference }, result: resultOf(number) }
  })

/** The site is told with it, and not before. */
export const approve = async (c: C, key: MoveKey): Promise<Recovering> =>
  postHere(c, { right: "approve recovery", says: whoApproves, key }, async (before) => {
    const { number } = numbered(c, before.recoveries)
    const { table, now } = c.var.world
    const members = await peopleIn(table).membersOf(before.organisation)
    return {
      verb: "approve recovery",
      given: { number },
      result: resultOf(number),
      letters: (after) =>
        after.recoveries
          .filter((each) => each.number === number)
          .flatMap((each) => recoveryLetter(after, each, { members, at: now() })),
    }
  })

export const receive = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Recovering> =>
  postHere(c, { right: "receive recovery", says: whoAsks, key }, (before) => {
    const { number } = numbered(c, before.recoveries)
    const answers = answered(receivingForm, given, c.var.world.now()) as {
      on: string
      payerReference: string
    }
    return { verb: "receive recovery", given: { number, ...answers }, result: resultOf(number) }
  })
