import * as z from "zod"
import { type ClockName, clocks } from "../../../shared/domain/coaching/clock-line.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { clocksAt } from "../addresses.ts"
import { clocksHere } from "./desk.ts"

const line = z.object({
  clock: z.enum(Object.keys(clocks) as [ClockName, ...ClockName[]]),
  kept: z.int().meta({ description: "How many of them were in time" }),
  of: z.int().meta({ description: "How many are over and counted" }),
  open: z.int(),
  late: z.int().meta({ description: "How many of what is open are late" }),
  oldest: z.int().optional().meta({ description: "Of what is open, in working days" }),
  paused: z.object({ now: z.int(), days: z.int() }).optional(),
  says: z.string(),
})

export const clockOperations: Operation<SignedIn>[] = [
  operation({
    id: "readClocks",
    method: "get",
    path: clocksAt,
    tag: "Support over sites",
    summary: "Who keeps what was promised: the department, the coordinating side, and each site that you see",
    query: { phase: "A phase; without it, the one that runs now" },
    gives: z.object({
      phase: z.string().optional(),
      department: z.array(line),
      coordinating: z.array(line),
      sites: z.array(z.object({ organisation: z.string(), name: z.string(), lines: z.array(line) })),
    }),
    does: async (c) => {
      const { phase, department, coordinating, sites } = await clocksHere(c)
      return { body: { ...(phase && { phase: phase.id }), department, coordinating, sites } }
    },
  }),
]
