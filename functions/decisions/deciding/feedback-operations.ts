import * as z from "zod"
import { feedback } from "../../../shared/domain/selection/decision.ts"
import { asAsked } from "../../../shared/domain/selection/feedback.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { departmentAt, expressionAt } from "../../../shared/web/panel/addresses.ts"
import { comparedHere } from "./desk.ts"
import { writeFeedback } from "./moves.ts"

const one = `${departmentAt}/rounds/:round/expressions/:reference`
export const tag = "Selection panel: deciding"
const line = z.string().max(20_000).meta({ description: "40 words or fewer; the applicant reads it" })

/** What an applicant reads besides the decision. */
export const feedbackOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readFeedback",
    method: "get",
    path: `${one}/feedback`,
    tag,
    summary: "The strengths and gaps that the applicant will read",
    gives: z.object({ reference: z.string(), feedback: feedback.optional() }),
    does: async (c) => {
      const { one, store } = await comparedHere(c, "write feedback")
      const written = await store.feedback(one.reference)
      return { body: { reference: one.reference, ...(written && { feedback: written }) } }
    },
  }),
  operation({
    id: "writeFeedback",
    method: "post",
    path: `${one}/feedback`,
    tag,
    summary: "Write two strengths and two gaps for the applicant, until the applicants are told",
    asks: z.strictObject({
      strengths: z.array(line).length(2),
      gaps: z.array(line).length(2),
      seen: z.int().optional().meta({ description: "The `revision` of the feedback that you read, or 0" }),
    }),
    gives: z.object({ reference: z.string(), revision: z.int(), at: z.iso.datetime() }),
    does: async (c, { seen, ...lines }) => {
      const body = await writeFeedback(c, asAsked(lines), seen)
      return { body, at: `${expressionAt(c.req.param("round") ?? "", body.reference)}/feedback` }
    },
  }),
]
