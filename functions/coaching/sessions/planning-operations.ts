import * as z from "zod"
import { sessionKindNames } from "../../../shared/domain/coaching/session-kinds.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { sessionAt, sessionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type Inside, only, placeHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { cancelSession, planSession, replanSession } from "./planning.ts"
import { movedShape } from "./shapes.ts"

const tag = "Coaching sessions"
const one = sessionAt(":organisation", ":phase", ":session")

const plan = z.strictObject({
  kind: z.enum(sessionKindNames),
  on: plainDate,
  time: z.string().max(20).optional().meta({ description: "As people write it: 2pm, 14:00" }),
  place: z.string().max(300).optional(),
})
type Plan = z.infer<typeof plan>

export const planningOperations: Operation<Inside>[] = [
  operation<Inside, Plan>({
    id: "planSession",
    method: "post",
    path: `${sessionsAt(":organisation", ":phase")}/plan`,
    tag,
    summary: "Plan a session: the site is told the day",
    keyed: true,
    asks: plan,
    gives: movedShape,
    status: 201,
    does: async (c, body, key) => {
      only(c, "plan session")
      const made = await planSession(c, body, key as MoveKey)
      const { organisation, phase } = placeHere(c)
      return { body: made, at: sessionAt(organisation, phase, made.session) }
    },
  }),
  operation<Inside, Plan>({
    id: "replanSession",
    method: "post",
    path: `${one}/plan`,
    tag,
    summary: "Move a planned session to another day, time or place: the site is told",
    keyed: true,
    asks: plan,
    gives: movedShape,
    does: async (c, body, key) => {
      only(c, "plan session")
      return { body: await replanSession(c, body, key as MoveKey) }
    },
  }),
  operation<Inside, { because: string }>({
    id: "cancelSession",
    method: "post",
    path: `${one}/cancel`,
    tag,
    summary: "Say that a planned session will not take place, and why",
    keyed: true,
    asks: z.strictObject({ because: z.string().max(2_000).meta({ description: "40 words or fewer" }) }),
    gives: movedShape,
    does: async (c, body, key) => {
      only(c, "plan session")
      return { body: await cancelSession(c, body, key as MoveKey) }
    },
  }),
]
