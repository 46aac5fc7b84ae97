import { answered } from "../../shared/domain/answered.ts"
import type { Account } from "../../shared/domain/funding/account.ts"
import { actualByRow, balancesOf, countingOf } from "../../shared/domain/funding/balances.ts"
import { checkingForm, reconcilingForm } from "../../shared/domain/funding/paying-forms.ts"
import { play } from "../../shared/domain/funding/play.ts"
import { sumOf } from "../../shared/domain/funding/profile.ts"
import { mayWithMoney } from "../../shared/domain/people/funding-policy.ts"
import { Refused } from "../../shared/domain/refused.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { accountHere, type C, postHere } from "../../shared/web/funding/here.ts"

const whoSettles = "Awards are reconciled, checked and closed by department finance."

/** Why a move of settling would be refused now, by making it and keeping nothing. */
const refusedNow = (c: C, one: Account, verb: "reconcile" | "close"): string | undefined => {
  const { actor, world } = c.var
  if (!mayWithMoney(actor, verb)) return whoSettles
  const by = { person: actor.id, name: actor.name }
  try {
    play(one, { verb, given: {}, by, at: world.now().toISOString() })
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return error.details.says
  }
}

/** What was awarded, paid and certified, and what follows from it. */
export const reconcilingHere = async (c: C) => {
  const one = await accountHere(c)
  const { award, paid, recovered } = balancesOf(one)
  const certified = one.usage && sumOf(one.usage.used)
  const used = certified === undefined ? undefined : Math.min(certified, award)
  return {
    one,
    award,
    paid,
    recovered,
    certified,
    /** What is left to pay; negative where it is to come back. */
    rest: used === undefined ? undefined : used - (paid - recovered),
    not: refusedNow(c, one, "reconcile"),
  }
}
export type OnReconciling = Awaited<ReturnType<typeof reconcilingHere>>

export type Reconciled = { award: number; toPay: number }

export const reconcile = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Reconciled> =>
  postHere(c, { right: "reconcile", says: whoSettles, key }, () => ({
    verb: "reconcile",
    given: answered(reconcilingForm, given, c.var.world.now()) as { because?: string },
    result: (after) => {
      const { award, toPay } = balancesOf(after)
      return { award, toPay }
    },
  }))

export const closingHere = async (c: C) => {
  const one = await accountHere(c)
  return { one, balances: balancesOf(one), not: refusedNow(c, one, "close") }
}
export type OnClosing = Awaited<ReturnType<typeof closingHere>>

export const close = async (c: C, key: MoveKey): Promise<{ state: string }> =>
  postHere(c, { right: "close", says: whoSettles, key }, () => ({
    verb: "close",
    given: {},
    result: ({ state }) => ({ state }),
  }))

/** One claim that was chosen to be checked. */
export const checkingHere = async (c: C) => {
  const one = await accountHere(c)
  const check = one.checks.find(({ round }) => round === c.req.param("round"))
  const figures = countingOf(one).find(({ round }) => round === check?.round)
  if (!check) throw new Refused("not found")
  return {
    one,
    check,
    figures,
    amount: figures && sumOf(actualByRow([figures])),
    checks: mayWithMoney(c.var.actor, "check") && one.state !== "closed",
  }
}
export type OnChecking = Awaited<ReturnType<typeof checkingHere>>

export type Checked = { round: string; result: "right" | "wrong"; wrong?: number }

export const check = async (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Checked> =>
  postHere(c, { right: "check", says: whoSettles, key }, (before) => {
    const round = c.req.param("round") ?? ""
    if (!before.checks.some((one) => one.round === round)) throw new Refused("not found")
    const found = answered(checkingForm, given, c.var.world.now()) as {
      result: "right" | "wrong"
      wrong?: number
      because: string
    }
    const { wrong, ...rest } = found
    const asked = found.result === "wrong" && wrong !== undefined ? { wrong } : {}
    return {
      verb: "check",
      given: { round, ...rest, ...asked },
      result: () => ({ round, result: found.result, ...asked }),
    }
  })
