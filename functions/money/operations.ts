import * as z from "zod"
import { agreedOn } from "../../shared/domain/funding/agreed.ts"
import { balancesOf } from "../../shared/domain/funding/balances.ts"
import { leavingWords } from "../../shared/domain/funding/leaving-form.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { plainDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { leaveAt, moneyAt } from "./addresses.ts"
import { moneyHere } from "./desk.ts"
import { leave, leavingHere } from "./leaving.ts"
import { offerOperations } from "./offer-operations.ts"
import { setUpOperations } from "./set-up-operations.ts"
import { moneyShape, paymentsOf, recoveriesOf } from "./shapes.ts"

const tag = "Money of a site"
const money = moneyAt(":organisation")
const leaving = leaveAt(":organisation", ":phase")

const ofMoney: Operation<SignedIn>[] = [
  operation({
    id: "readMoney",
    method: "get",
    path: money,
    tag,
    summary: "The money of the site by phase, newest first: in sentences, and in pence",
    gives: moneyShape,
    does: async (c) => {
      const { phases } = await moneyHere(c)
      return {
        body: {
          phases: phases.map(({ account, title, says, owed, quarters }) => ({
            phase: account.phase,
            title,
            state: account.state,
            says,
            balances: balancesOf(account),
            payments: paymentsOf(account),
            recoveries: recoveriesOf(account),
            quarters,
            agreed: agreedOn(account),
            ...(owed && { owed: { round: owed.round, title: owed.title, by: owed.by } }),
          })),
        },
      }
    },
  }),
]

const ofLeaving: Operation<SignedIn>[] = [
  operation({
    id: "readLeaving",
    method: "get",
    path: leaving,
    tag,
    summary: "What follows where the site leaves the programme early",
    gives: z.object({
      phase: z.string(),
      pilot: z.object({ from: plainDate, to: plainDate }),
      leaving: z.object({ on: plainDate, because: z.string() }).optional(),
      follows: z.array(z.string()),
    }),
    does: async (c) => {
      const { account, final } = await leavingHere(c)
      const { phase, from, to, leaving: left } = account
      return {
        body: {
          phase,
          pilot: { from, to },
          ...(left && { leaving: { on: left.on, because: left.because } }),
          follows: leavingWords(account, final, left?.on),
        },
      }
    },
  }),
  operation<SignedIn, { heavy: number } & Record<string, unknown>>({
    id: "leaveEarly",
    method: "post",
    path: leaving,
    tag,
    summary: "Leave the programme early, with the last day and why",
    about: "The calendar of the site is brought to that day by the next daily run.",
    keyed: true,
    asks: z.strictObject({
      on: plainDate.meta({ description: "The last day: within the pilot, before its end" }),
      because: z.string().max(2_000).meta({ description: "100 words or fewer" }),
      told: z.string().max(2_000).meta({
        description: "How the people taking part are told, and when: 60 words or fewer",
      }),
      heavy: z.int().min(1).max(5).meta({ description: "How heavy the programme was: 1 is light, 5 heavy" }),
    }),
    gives: z.object({ organisation: z.string(), phase: z.string(), on: plainDate }),
    does: async (c, body, key) => {
      const given = await leave(c, { ...body, heavy: String(body.heavy) }, key as MoveKey)
      return { body: given, at: moneyAt(given.organisation) }
    },
  }),
]

export const moneyOperations: Operation<SignedIn>[] = [
  ...ofMoney,
  ...offerOperations,
  ...setUpOperations,
  ...ofLeaving,
]
