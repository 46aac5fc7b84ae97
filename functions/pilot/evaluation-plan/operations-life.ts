import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { evaluationPlanAt } from "../../../shared/web/evaluation/addresses.ts"
import type { C, Inside } from "../../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { stays } from "../../../shared/web/programme/doubts.tsx"
import { here } from "./addresses.ts"
import { agreePlan, notYet, openPlan, proposePlan } from "./agreeing.ts"
import { inPhaseHere } from "./desk.ts"
import { commentOnPlan, dealWith } from "./remarks.ts"
import { sides } from "./shapes.ts"

const tag = "The evaluation plan of a site"
const at = evaluationPlanAt(":organisation", ":phase")
const version = z.int().min(1).max(9999)
const text = (words: number) =>
  z
    .string()
    .max(4_000)
    .meta({ description: `${words} words or fewer` })
const gave = <Result>(c: C, body: Result) => ({ body, at: here(inPhaseHere(c).place) })
const word = { version, agreed: z.boolean(), waitsFor: sides }

/** What happens to an evaluation plan once somebody has written it. */
export const lifeOperations: Operation<Inside>[] = [
  operation<Inside, { agrees?: boolean }>({
    id: "proposeEvaluationPlan",
    method: "post",
    path: `${at}/propose`,
    tag,
    summary: "Propose the draft as the next version, which does not change any more",
    keyed: true,
    asks: z.strictObject({
      agrees: z
        .boolean()
        .optional()
        .meta({ description: "The word of whoever speaks for a side, given with it" }),
    }),
    gives: z.object({ ...word, hash: z.string() }),
    does: async (c, { agrees = false }, key) => gave(c, await proposePlan(c, agrees, key as MoveKey)),
  }),
  operation<Inside, { version: number }>({
    id: "agreeEvaluationPlan",
    method: "post",
    path: `${at}/agree`,
    tag,
    summary: "Agree to a version, for the site or for the evaluator",
    about: "Once both have agreed it counts: returns and tallies ask its measures.",
    keyed: true,
    asks: z.strictObject({ version }),
    gives: z.object(word),
    does: async (c, body, key) => gave(c, await agreePlan(c, body.version, key as MoveKey)),
  }),
  operation<Inside, { version: number; note: string }>({
    id: "notAgreeEvaluationPlan",
    method: "post",
    path: `${at}/not-yet`,
    tag,
    summary: "Say “not yet”, with what would have to change: it is a draft again",
    keyed: true,
    asks: z.strictObject({ version, note: text(150) }),
    gives: z.object(word),
    does: async (c, { version: of, ...given }, key) => gave(c, await notYet(c, of, given, key as MoveKey)),
  }),
  operation<Inside, Record<string, never>>({
    id: "openEvaluationPlan",
    method: "post",
    path: `${at}/open`,
    tag,
    summary: "Open it for changes: taken back where it is proposed, another version where it is agreed",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ state: z.string() }),
    does: async (c, _, key) => gave(c, await openPlan(c, key as MoveKey)),
  }),
  operation<Inside, { on: string; text: string; stays?: string[] }>({
    id: "commentOnEvaluationPlan",
    method: "post",
    path: `${at}/comment`,
    tag,
    summary: "Comment on the plan or one page of it",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      on: z.string().max(60).meta({ description: "`whole`, `theory`, `group`, or a measure by its id" }),
      text: text(150),
      stays,
    }),
    gives: z.object({ comment: z.string(), on: z.string() }),
    does: async (c, { stays = [], ...given }, key) =>
      gave(c, await commentOnPlan(c, { given, stays }, key as MoveKey)),
  }),
  operation<Inside, Record<string, never>>({
    id: "dealWithEvaluationPlanComment",
    method: "post",
    path: `${at}/comments/:comment/dealt`,
    tag,
    summary: "Say that a comment is dealt with",
    keyed: true,
    asks: z.strictObject({}),
    gives: z.object({ comment: z.string() }),
    does: async (c, _, key) => gave(c, await dealWith(c, key as MoveKey)),
  }),
]
