import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { intoPhaseAt, joiningAt } from "./addresses.ts"
import { takeAllIn, takeIn } from "./joining.ts"
import { joiningHere } from "./joining-desk.ts"
import { promote } from "./promoting.ts"

const tag = "Announcing"
const phase = intoPhaseAt(":round")
const joining = joiningAt(":round", ":reference")
const instant = z.iso.datetime()
const pence = z.int().meta({ description: "Pence" })

const joined = z.object({
  round: z.string(),
  phase: z.string(),
  reference: z.string(),
  organisation: z.string(),
  added: z.boolean().meta({ description: "Whether it was no site of the phase before" }),
})

/** From decision to site. */
export const joiningOperations: Operation<SignedIn>[] = [
  operation({
    id: "listJoining",
    method: "get",
    path: phase,
    tag,
    summary: "Who is successful or in reserve, and how far each has come into the phase",
    gives: z.object({
      phase: z.string(),
      rows: z.array(
        z.object({
          reference: z.string(),
          organisation: z.string(),
          name: z.string(),
          state: z.enum(["to join", "in the phase", "joined", "reserve"]),
          amount: pence.optional(),
          conditions: z.int(),
          joined: instant.optional(),
        }),
      ),
    }),
    does: async (c) => {
      const { phase, rows } = await joiningHere(c)
      return {
        body: {
          phase: phase.id,
          rows: rows.map(({ reference, organisation, name, state, decided, joined }) => ({
            reference,
            organisation,
            name,
            state,
            amount: decided?.amount,
            conditions: decided?.conditions ?? 0,
            joined,
          })),
        },
      }
    },
  }),
  operation({
    id: "takeAllIntoPhase",
    method: "post",
    path: phase,
    tag,
    summary: "Take everybody who is successful into the phase, by its days; again it goes on",
    asks: z.strictObject({}),
    gives: z.object({ round: z.string(), joined: z.array(z.string()) }),
    does: async (c) => ({ body: await takeAllIn(c) }),
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "takeIntoPhase",
    method: "post",
    path: joining,
    tag,
    summary: "Take one that is successful into the phase, with what it promised and its conditions",
    about: "Without days for one that is a site of the phase already.",
    keyed: true,
    asks: z.strictObject({ from: plainDate.optional(), to: plainDate.optional() }),
    gives: joined,
    does: async (c, body, key) => {
      const given = await takeIn(c, c.req.param("reference") ?? "", body, key as MoveKey)
      return { body: given, at: intoPhaseAt(given.round) }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "promoteReserve",
    method: "post",
    path: `${joining}/promote`,
    tag,
    summary: "Promote a reserve after the round was told: its applicant is told at once",
    keyed: true,
    asks: z.strictObject({
      decision: z.enum(["successful", "with conditions"]),
      amount: pence,
      reason: z.string().max(20_000).meta({ description: "30 to 200 words" }),
      conditions: z
        .array(z.strictObject({ text: z.string().max(2_000), due: plainDate }))
        .max(6)
        .optional(),
      overBecause: z.string().max(2_000).optional(),
      zeroBecause: z.string().max(2_000).optional(),
      viewsUsed: z.string().max(2_000).optional(),
    }),
    gives: z.object({ round: z.string(), reference: z.string(), decision: z.string(), version: z.int() }),
    does: async (c, body, key) => {
      const given = await promote(c, body, key as MoveKey)
      return { body: given, at: intoPhaseAt(given.round) }
    },
  }),
]
