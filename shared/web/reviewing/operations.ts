import * as z from "zod"
import { questionRules } from "../../domain/funding/questions.ts"
import type { MoveKey } from "../../store/moves.ts"
import { plainDate } from "../../values/london.ts"
import type { SignedIn } from "../env.ts"
import { type Operation, operation } from "../operation.ts"
import { comparedTo } from "./comparing.ts"
import { asReader, type OnReview } from "./desk.ts"
import type { Reviewed } from "./moves.ts"
import type { Ways } from "./ways.ts"

const reviewed = z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() })
const revision = z.int().min(0).max(1_000_000).meta({ description: "The revision that you read" })
const note = z.string().max(1_000).meta({ description: "A reason of 100 words or fewer" })
const sections = z.array(z.string().max(60)).max(30).meta({ description: "Which sections need changes" })

type Does<Env extends SignedIn, Body> = (
  c: Parameters<Operation<Env>["does"]>[0],
  body: Body,
  key: MoveKey,
) => Promise<Reviewed>

type About<Env extends SignedIn, Desk extends OnReview> = {
  ways: Ways<Env, Desk>
  /** The whole address, with the parameters of a route. */
  path: string
  tag: string
  /** What each operation is called, and what accepting and opening again do. */
  ids: Record<"read" | "compare" | "look" | "ask" | "settle" | "sendBack" | "accept" | "reopen", string>
  summaries: { accept: string; reopen: string }
  gives: z.ZodType
  shown: (desk: Desk) => unknown
}

/** What is done about a return that was sent, by whoever accepts it. */
export const reviewOperations = <Env extends SignedIn, Desk extends OnReview>({
  ways,
  path: one,
  tag,
  ids,
  summaries,
  gives,
  shown,
}: About<Env, Desk>): Operation<Env>[] => {
  const move = moving<Env>(one, tag)
  return [
    operation<Env, unknown>({
      id: ids.read,
      method: "get",
      path: one,
      tag,
      summary: "A return as it was sent last, with what was asked about it and what may be done",
      gives,
      does: async (c) => ({ body: shown(await ways.here(c)) }),
    }),
    operation<Env, unknown>({
      id: ids.compare,
      method: "get",
      path: `${one}/compare/:version`,
      tag,
      summary: "What the latest version of a return says otherwise than an earlier one",
      gives: comparedShape,
      does: async (c) => {
        const desk = await ways.here(c)
        const { old, compared } = await comparedTo(asReader(c), desk, asReader(c).req.param("version"))
        return { body: { before: old.version, after: desk.head.version, ...compared } }
      },
    }),
    move(ids.look, "look", "Begin to read a return", z.strictObject({}), (c, _, key) => ways.look(c, key)),
    move(
      ids.ask,
      "questions",
      "Ask the site about a return, a section of it or one line",
      z.strictObject({
        about: z
          .string()
          .max(200)
          .meta({ description: "all, or the section, answer or line: section/question/row" }),
        text: z
          .string()
          .max(2_000)
          .meta({ description: `${questionRules.words} words or fewer` }),
        answerBy: plainDate,
      }),
      (c, body, key) => ways.ask(c, body, key),
    ),
    move(
      ids.settle,
      "questions/:number/settle",
      "Close a question, answered or not",
      z.strictObject({}),
      (c, _, key) => ways.settle(c, key),
    ),
    move(
      ids.sendBack,
      "send-back",
      "Send a return back for changes in some sections",
      z.strictObject({ revision, sections, note }),
      (c, { revision: seen, ...body }, key) => ways.sendBack(c, body, seen, key),
    ),
    move(ids.accept, "accept", summaries.accept, z.strictObject({ revision }), (c, body, key) =>
      ways.accept(c, body.revision, key),
    ),
    move(
      ids.reopen,
      "reopen",
      summaries.reopen,
      z.strictObject({ revision, sections, note }),
      (c, { revision: seen, ...body }, key) => ways.reopen(c, body, seen, key),
    ),
  ]
}

const comparedShape = z.object({
  before: z.int(),
  after: z.int(),
  same: z.int().meta({ description: "Answers and figures that are as they were" }),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      differences: z.array(
        z.object({ label: z.string(), before: z.string().optional(), after: z.string().optional() }),
      ),
    }),
  ),
})

/** A move at an address below that of the return; the answer says where the return is. */
export const moving =
  <Env extends SignedIn>(one: string, tag: string) =>
  <Body>(
    id: string,
    path: string,
    summary: string,
    asks: z.ZodType<Body>,
    does: Does<Env, Body>,
  ): Operation<Env> =>
    operation<Env, Body>({
      id,
      method: "post",
      path: `${one}/${path}`,
      tag,
      summary,
      keyed: true,
      asks,
      gives: reviewed,
      does: async (c, body, key) => {
        const after = await does(c, body, key as MoveKey)
        const at = one.replace(/:(\w+)/g, (_, name) => asReader(c).req.param(name) ?? "")
        return { body: after, at }
      },
    })

export const seenRevision = z.strictObject({ revision })
