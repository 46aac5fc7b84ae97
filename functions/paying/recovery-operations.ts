import * as z from "zod"
import type { MoveKey } from "../../shared/store/moves.ts"
import { plainDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { recoveriesAt, recoveryAt } from "../../shared/web/funding/addresses.ts"
import { accountIn } from "../../shared/web/funding/here.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { approve, ask, oweBack, owingHere, receive, recoveryHere } from "./recoveries.ts"
import { pence, recovering, recoveryShape } from "./shapes.ts"

const tag = "Paying"
const recoveries = recoveriesAt(":phase", ":organisation")
const recovery = recoveryAt(":phase", ":organisation", 0).replace(/0$/, ":number")

const step = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("ask"), payBy: plainDate }),
  z.strictObject({ step: z.literal("approve") }),
  z.strictObject({ step: z.literal("receive"), on: plainDate, payerReference: z.string().max(60) }),
])

/** Money that is to come back. */
export const recoveryOperations: Operation<SignedIn>[] = [
  operation({
    id: "readHeldBySite",
    method: "get",
    path: recoveries,
    tag,
    summary: "What was paid to a site and could be asked back, with what is asked already",
    gives: z.object({ held: pence, recoveries: z.array(recovering) }),
    does: async (c) => {
      const { one, held } = await owingHere(c)
      const recoveries = one.recoveries.map(({ number, amount, state }) => ({ number, amount, state }))
      return { body: { held, recoveries } }
    },
  }),
  operation({
    id: "oweBack",
    method: "post",
    path: recoveries,
    tag,
    summary: "Record that money is due back: the award is less by it from now on",
    keyed: true,
    asks: z.strictObject({ amount: pence, because: z.string().max(20_000) }),
    gives: recovering,
    does: async (c, body, key) => {
      await owingHere(c)
      const given = await oweBack(c, body, key as MoveKey)
      const { phase, organisation } = accountIn(c)
      return { body: given, at: recoveryAt(phase, organisation, given.number) }
    },
  }),
  operation({
    id: "readRecovery",
    method: "get",
    path: recovery,
    tag,
    summary: "One recovery, and what you can do with it now",
    gives: recoveryShape,
    does: async (c) => {
      const { one, recovery, asks, approves, receives } = await recoveryHere(c)
      const { organisation, name, phase } = one
      const may = [
        ...(asks ? ["ask"] : []),
        ...(approves ? ["approve"] : []),
        ...(receives ? ["receive"] : []),
      ]
      return { body: { organisation, name, phase, recovery, may } }
    },
  }),
  operation({
    id: "stepRecovery",
    method: "post",
    path: recovery,
    tag,
    summary: "Ask for a recovery, approve it as another person, or record that it came back",
    about: "The site is written to when it is approved, with the day and the reference to quote.",
    keyed: true,
    asks: step,
    gives: recovering,
    does: async (c, { step, ...given }, key) => {
      await recoveryHere(c)
      const does = { ask, approve: () => approve(c, key as MoveKey), receive }[step]
      return { body: await does(c, given, key as MoveKey) }
    },
  }),
]
