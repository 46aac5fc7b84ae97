import * as z from "zod"
import { account } from "../../../shared/domain/funding/account.ts"
import { condition } from "../../../shared/domain/funding/payment.ts"
import { profile } from "../../../shared/domain/funding/profile.ts"
import { summary } from "../../../shared/domain/funding/summary.ts"
import { plainDate } from "../../../shared/values/london.ts"

const pence = z.int().meta({ description: "Pence" })

const line = z.object({
  award: pence,
  paid: pence,
  profileToDate: pence,
  spent: pence,
  variance: pence,
  forecast: pence,
  outturn: pence,
  unallocated: pence,
  cashHeld: pence,
})

export const overview = z.object({
  phase: z.string().optional(),
  says: z.array(z.string()).meta({ description: "What waits for whoever asks, in sentences" }),
  sites: z.array(summary.extend({ line })),
  total: line.meta({ description: "Of awards that are accepted: an offer is in no sum" }),
  returnsWaiting: z.array(
    z.object({
      organisation: z.string(),
      round: z.string(),
      title: z.string(),
      reference: z.string(),
      workingDays: z.int(),
      checked: z.boolean(),
      asked: z.boolean(),
    }),
  ),
  midPhaseDue: z.array(z.string()).meta({ description: "Organisations" }),
  withoutOffer: z.array(z.string()).meta({ description: "Organisations" }),
})

const balances = z.object({
  award: pence,
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
})

export const award = z.object({
  phase: z.string(),
  organisation: z.string(),
  name: z.string(),
  says: z.array(z.string()),
  account: account
    .pick({
      state: true,
      award: true,
      form: true,
      versions: true,
      offer: true,
      payments: true,
      recoveries: true,
      carryOvers: true,
      midPhase: true,
      leaving: true,
    })
    .optional(),
  balances: balances.optional(),
  returns: z.array(
    z.object({
      round: z.string(),
      title: z.string(),
      by: z.string(),
      says: z.string(),
      reference: z.string().optional(),
    }),
  ),
})

export const ledger = z.object({
  lines: z.array(
    z.object({
      number: z.int(),
      at: z.string(),
      verb: z.string(),
      says: z.string(),
      by: z.string(),
      role: z.string(),
      amount: pence.optional(),
      balances,
      hash: z.string(),
    }),
  ),
})

/** Quarters, by their last day, under each head of cost. */
const grid = z
  .record(z.string(), z.record(z.string(), pence))
  .meta({ description: "Head of cost, then the last day of each quarter. Worked out where it is not given" })

const awardGiven = {
  form: z.enum(["light", "full"]).optional(),
  amount: pence,
  because: z.string().max(2_000),
  fullBecause: z.string().max(2_000).optional(),
  profile: grid.optional(),
  payments: z
    .array(
      z.strictObject({
        amount: pence,
        condition: z
          .string()
          .max(100)
          .meta({ description: "offer accepted, set-up done, statement accepted, or a round" }),
      }),
    )
    .max(6)
    .optional(),
}

export const offerGiven = z.strictObject({ ...awardGiven, answerBy: plainDate })
export const variationGiven = z.strictObject(awardGiven)

export const offerShown = z.object({
  amount: pence,
  form: z.object({ is: z.enum(["light", "full"]), because: z.string() }),
  letter: z.array(z.string()),
  terms: z.object({ edition: z.int(), lines: z.array(z.string()) }),
  payments: z.array(z.object({ amount: pence, condition })),
  profile,
  answerBy: plainDate,
  missing: z.array(z.string()).meta({ description: "Roles that it needs and nobody holds" }),
})
