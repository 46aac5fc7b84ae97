import * as z from "zod"
import { payment, paymentStates } from "../../shared/domain/funding/payment.ts"
import { recovery, recoveryStates } from "../../shared/domain/funding/recovery.ts"

export const pence = z.int().meta({ description: "Pence" })

export const paymentShape = z.object({
  organisation: z.string(),
  name: z.string(),
  phase: z.string(),
  payment,
  not: z.string().optional().meta({ description: "Why you cannot authorise it now" }),
})

export const lineShape = z.object({
  organisation: z.string(),
  name: z.string(),
  phase: z.string(),
  number: z.int(),
  amount: pence,
  state: z.enum(Object.keys(paymentStates) as [keyof typeof paymentStates]),
  reference: z.string().optional(),
})

export const recoveryShape = z.object({
  organisation: z.string(),
  name: z.string(),
  phase: z.string(),
  recovery,
  may: z.array(z.enum(["ask", "approve", "receive"])).meta({ description: "What you can do with it now" }),
})

export const recovering = z.object({
  number: z.int(),
  amount: pence,
  state: z.enum(Object.keys(recoveryStates) as [keyof typeof recoveryStates]),
})
