import * as z from "zod"
import { plainDate } from "../../values/london.ts"

const who = z.object({ person: z.string(), name: z.string() })

/** How far money that is to come back has come, in the words of every page. */
export const recoveryStates = {
  due: "Due back, not asked for yet",
  asked: "Asked for, to be approved by another person",
  approved: "Approved: the site is asked to pay it back",
  received: "Received",
} as const
export type RecoveryState = keyof typeof recoveryStates

/** Money that a site has to give back. Whoever asks for it and whoever approves that are two people. */
export const recovery = z.object({
  number: z.int(),
  amount: z.int().positive(),
  because: z.string(),
  state: z.enum(Object.keys(recoveryStates) as [RecoveryState, ...RecoveryState[]]),
  asked: z.object({ by: who, at: z.iso.datetime(), payBy: plainDate, reference: z.string() }).optional(),
  approved: z.object({ by: who, at: z.iso.datetime() }).optional(),
  received: z.object({ on: plainDate, payerReference: z.string(), by: who, at: z.iso.datetime() }).optional(),
})
export type Recovery = z.infer<typeof recovery>
