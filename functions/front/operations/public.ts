import * as z from "zod"
import { listedRound, standingOf } from "../../../shared/domain/calendar/round.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { canYouApply } from "../../../shared/domain/selection/can-you-apply.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { londonDate } from "../../../shared/values/london.ts"
import type { Base } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { checkReceipt } from "../check-receipt.ts"
import { emailOf } from "../email.ts"
import { askQuestion } from "../question.ts"
import { askForLink } from "../sign-in.ts"
import { readRound, standing } from "./round.ts"

const support = z.enum(["yes", "no", "not yet"])

/** What anybody may ask the API, and who one is to it. */
export const publicOperations: Operation<Base>[] = [
  operation({
    id: "listRounds",
    method: "get",
    path: "/rounds",
    tag: "Rounds",
    summary: "Every round of the programme",
    open: true,
    gives: z.object({ rounds: z.array(listedRound.extend({ standing })) }),
    does: async (c) => {
      const { world } = c.var
      const rounds = await directoryIn(world.table).rounds(world.settings.programme)
      return { body: { rounds: rounds.map((one) => ({ ...one, standing: standingOf(one, world.now()) })) } }
    },
  }),
  readRound,
  operation({
    id: "canYouApply",
    method: "post",
    path: "/rounds/:round/can-you-apply",
    tag: "Rounds",
    summary: "Whether an organisation can apply, with the reason. Nothing is kept",
    open: true,
    asks: z.strictObject({ organisation: z.string().max(80), director: support, finance: support }),
    gives: z.object({
      answer: z.enum(["yes", "yes, but", "no"]),
      caveats: z.array(z.string()).optional(),
      because: z.string().optional(),
      next: z.string().optional(),
    }),
    does: async (c, { organisation, director, finance }) => {
      const { world } = c.var
      const directory = directoryIn(world.table)
      const [round, found] = await Promise.all([
        directory.round(c.req.param("round") ?? ""),
        directory.organisation(organisation),
      ])
      if (!round) throw new Refused("not found")
      return { body: canYouApply(round, { organisation: found, director, finance }, londonDate(world.now())) }
    },
  }),
  operation({
    id: "askQuestion",
    method: "post",
    path: "/rounds/:round/ask",
    tag: "Rounds",
    summary: "Ask a question about a round; the answer is published to all, without who asked",
    open: true,
    status: 202,
    asks: z.strictObject({ question: z.string().max(2000), email: z.string().max(254) }),
    gives: z.object({ asked: z.literal(true) }),
    does: async (c, given) => {
      const round = await directoryIn(c.var.world.table).round(c.req.param("round") ?? "")
      if (!round) throw new Refused("not found")
      await askQuestion(c, round, given)
      return { body: { asked: true } }
    },
  }),
  operation({
    id: "checkReceipt",
    method: "post",
    path: "/check-a-receipt",
    tag: "Receipts",
    summary: "Whether a receipt is genuine, by its reference and check code",
    open: true,
    asks: z.strictObject({ reference: z.string().max(40), code: z.string().max(80) }),
    gives: z.object({
      genuine: z.boolean(),
      reference: z.string(),
      version: z.int().optional(),
      at: z.iso.datetime().optional(),
    }),
    does: async (c, given) => {
      const result = await checkReceipt(c, given)
      if ("problems" in result) throw new Refused("not valid", result)
      return { body: result }
    },
  }),
  operation({
    id: "askForLink",
    method: "post",
    path: "/sign-in",
    tag: "Signing in",
    summary: "Ask for a sign-in link by email. The answer is the same whether or not the address is known",
    open: true,
    status: 202,
    asks: z.strictObject({ email: z.string().max(254) }),
    gives: z.object({ asked: z.literal(true) }),
    does: async (c, { email }) => {
      const address = emailOf(email)
      if (!address)
        throw new Refused("not valid", {
          problems: [
            {
              question: "email",
              says: "Enter an email address in the correct format, like name@example.gov.uk",
            },
          ],
        })
      await askForLink(c, address, undefined)
      return { body: { asked: true } }
    },
  }),
  operation({
    id: "whoAmI",
    method: "get",
    path: "/me",
    tag: "Signing in",
    summary: "Who you are here, with the roles that count now",
    gives: z.object({
      name: z.string(),
      email: z.string(),
      roles: z.array(
        z.object({ role: z.string(), organisation: z.string().optional(), to: z.iso.datetime() }),
      ),
    }),
    does: async (c) => {
      const { actor } = c.var
      if (!actor) throw new Refused("not signed in")
      const { name, email, grants } = actor
      return {
        body: {
          name,
          email,
          roles: grants.map(({ role, organisation, to }) => ({ role, organisation, to })),
        },
      }
    },
  }),
]
