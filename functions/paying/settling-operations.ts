import * as z from "zod"
import { checkResults } from "../../shared/domain/funding/account.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { checkAt, closeAt, reconcileAt } from "../../shared/web/funding/addresses.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { check, checkingHere, close, closingHere, reconcile, reconcilingHere } from "./settling.ts"
import { pence } from "./shapes.ts"

const tag = "Paying"
const text = z.string().max(20_000)
const not = z.string().optional().meta({ description: "Why it is not possible now" })
const found = z.enum(Object.keys(checkResults) as [keyof typeof checkResults])

/** What is left is paid or comes back, claims are checked, and the award is closed. */
export const settlingOperations: Operation<SignedIn>[] = [
  operation({
    id: "readReconciling",
    method: "get",
    path: reconcileAt(":phase", ":organisation"),
    tag,
    summary: "What was awarded, paid and certified",
    gives: z.object({
      award: pence,
      paid: pence,
      recovered: pence,
      certified: pence.optional(),
      rest: pence.optional().meta({ description: "Left to pay; negative where it is to come back" }),
      not,
    }),
    does: async (c) => {
      const { one: _, ...body } = await reconcilingHere(c)
      return { body }
    },
  }),
  operation({
    id: "reconcile",
    method: "post",
    path: reconcileAt(":phase", ":organisation"),
    tag,
    summary: "Bring the award to what was certified as used",
    keyed: true,
    asks: z.strictObject({ because: text.optional() }),
    gives: z.object({ award: pence, toPay: pence }),
    does: async (c, body, key) => ({ body: await reconcile(c, body, key as MoveKey) }),
  }),
  operation({
    id: "readClosing",
    method: "get",
    path: closeAt(":phase", ":organisation"),
    tag,
    summary: "Whether an award could be closed now",
    gives: z.object({ state: z.string(), not }),
    does: async (c) => {
      const { one, not } = await closingHere(c)
      return { body: { state: one.state, not } }
    },
  }),
  operation({
    id: "closeAward",
    method: "post",
    path: closeAt(":phase", ":organisation"),
    tag,
    summary: "Close an award: nothing can be changed in it afterwards",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ state: z.string() }),
    does: async (c, _, key) => ({ body: await close(c, key as MoveKey) }),
  }),
  operation({
    id: "readClaimCheck",
    method: "get",
    path: checkAt(":phase", ":organisation", ":round"),
    tag,
    summary: "A claim that was chosen to be checked, and what was found",
    gives: z.object({
      round: z.string(),
      title: z.string().optional(),
      amount: pence.optional(),
      result: found,
      wrong: pence.optional(),
      because: z.string().optional(),
    }),
    does: async (c) => {
      const { check, figures, amount } = await checkingHere(c)
      const { round, result, wrong, because } = check
      return { body: { round, title: figures?.title, amount, result, wrong, because } }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "recordClaimCheck",
    method: "post",
    path: checkAt(":phase", ":organisation", ":round"),
    tag,
    summary: "Record what was found in a claim: again corrects it",
    keyed: true,
    asks: z.strictObject({ result: z.enum(["right", "wrong"]), wrong: pence.optional(), because: text }),
    gives: z.object({ round: z.string(), result: z.enum(["right", "wrong"]), wrong: pence.optional() }),
    does: async (c, body, key) => {
      await checkingHere(c)
      return { body: await check(c, body, key as MoveKey) }
    },
  }),
]
