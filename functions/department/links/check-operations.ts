import * as z from "zod"
import { applyAnswers } from "../../../shared/domain/selection/reading.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { checkAt } from "./addresses.ts"
import { answerCheck, checkingHere } from "./checking.ts"

const one = expressionAt(":round", ":reference")
const tag = "Links and checks"

const named = z.object({ reference: z.string(), name: z.string() })
const apply = z.enum(Object.keys(applyAnswers) as (keyof typeof applyAnswers)[])
const text = z.string().max(20_000).optional()

/** Whether they can apply. */
export const checkOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readCheck",
    method: "get",
    path: `${one}/check`,
    tag,
    summary: "What is known of an applicant, for whoever checks whether they can apply",
    gives: named.extend({
      kind: z.string(),
      amount: z.int().optional().meta({ description: "Pence" }),
      ceiling: z.int().meta({ description: "Pence" }),
      signatures: z.array(z.object({ role: z.string(), name: z.string(), at: z.iso.datetime() })),
      found: z.array(z.string()).meta({ description: "What the service found by itself" }),
      given: z
        .object({ answer: apply, caveats: z.array(z.string()), because: z.string().optional() })
        .optional(),
      closed: z.string().optional().meta({ description: "Why it cannot be changed any longer" }),
    }),
    does: async (c) => {
      const { one, round, signatures, given, closed } = await checkingHere(c)
      return {
        body: {
          reference: one.reference,
          name: one.name,
          kind: one.kind,
          amount: one.amount,
          ceiling: round.ceiling,
          signatures: signatures.map(({ role, name, at }) => ({ role, name, at })),
          found: one.found,
          given: given && { answer: given.answer, caveats: given.caveats, because: given.because },
          closed,
        },
      }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "answerCheck",
    method: "post",
    path: `${one}/check`,
    tag,
    summary: "Say whether they can apply, with what the applicant reads; anew until it is decided",
    about: "One to three caveats with `yes, but`, of those that are ready and your own; a reason with `no`.",
    keyed: true,
    asks: z.strictObject({
      answer: apply,
      ready: z.array(z.string().max(100)).max(10).optional(),
      caveat1: text.meta({ description: "50 words or fewer" }),
      caveat2: text,
      caveat3: text,
      because: text.meta({ description: "100 words or fewer" }),
    }),
    gives: z.object({ reference: z.string(), answer: apply }),
    does: async (c, given, key) => {
      const body = await answerCheck(c, given, key as MoveKey)
      return { body, at: checkAt(c.req.param("round") ?? "", body.reference) }
    },
  }),
]
