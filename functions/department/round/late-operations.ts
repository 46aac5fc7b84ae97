import * as z from "zod"
import { workingDaysSince } from "../../../shared/domain/questions/waiting.ts"
import { type LateAsk, lateAsk, lateDecision } from "../../../shared/domain/selection/late.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate, plainDate } from "../../../shared/values/london.ts"
import { timeOfDay } from "../../../shared/values/time-of-day.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { roundAt } from "../../../shared/web/panel/addresses.ts"
import type { C } from "../../../shared/web/panel/here.ts"
import { asksToBeLate, decideLate, oneLate } from "./late.ts"

const lateAt = `${roundAt(":round")}/late`
const tag = "Selection panel"

const waits = lateAsk.extend({
  workingDays: z.int().meta({ description: "How many working days ago it was asked" }),
})

const aged = (c: C, one: LateAsk) => ({
  ...one,
  workingDays: workingDaysSince(one.at, londonDate(c.var.world.now())),
})

/** Asks to be late, and what is decided about each. */
export const lateOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listLateAsks",
    method: "get",
    path: lateAt,
    tag,
    summary: "Who asks to be late, oldest first, and what was decided",
    gives: z.object({ waiting: z.array(waits), decided: z.array(lateDecision) }),
    does: async (c) => {
      const { waiting, decided } = await asksToBeLate(c)
      return { body: { waiting: waiting.map((one) => aged(c, one)), decided } }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readLateAsk",
    method: "get",
    path: `${lateAt}/:organisation`,
    tag,
    summary: "One ask to be late, with what was decided about it where it is decided",
    gives: waits.extend({ decided: lateDecision.shape.decided.optional() }),
    does: async (c) => {
      const { ask, decision } = await oneLate(c)
      return { body: { ...aged(c, ask), decided: decision?.decided } }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "decideLateness",
    method: "post",
    path: `${lateAt}/:organisation`,
    tag,
    summary: "Let an expression of interest be sent late until an instant, or refuse it",
    about:
      "A working day, at most five ahead. Once the round is opened for reading it can only be refused. The applicant gets a letter.",
    keyed: true,
    asks: z.strictObject({
      answer: z.enum(["allow", "refuse"]),
      until: plainDate.optional().meta({ description: "With `allow`: the day" }),
      untilAt: timeOfDay.optional().meta({ description: "With `allow`: the time, in London" }),
      because: z.string().max(20_000).meta({ description: "100 words or fewer; the applicant reads it" }),
    }),
    gives: z.object({
      organisation: z.string(),
      allowed: z.boolean(),
      until: z.iso.datetime().nullable(),
    }),
    does: async (c, body, key) => ({
      body: await decideLate(c, body, key as MoveKey),
      at: `${roundAt(c.req.param("round") ?? "")}/late`,
    }),
  }),
]
