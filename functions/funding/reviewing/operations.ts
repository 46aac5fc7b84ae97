import * as z from "zod"
import { questionRules } from "../../../shared/domain/funding/questions.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { returnAt } from "../../../shared/web/funding/addresses.ts"
import type { C } from "../../../shared/web/funding/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { comparedHere } from "./comparing.ts"
import { returnHere } from "./desk.ts"
import { accept, ask, checkCompleteness, look, type Reviewed, reopen, sendBack, settle } from "./moves.ts"
import { returnShape, returnShown } from "./shown.ts"

const tag = "Reviewing returns"
const one = returnAt(":phase", ":organisation", ":reference")

const reviewed = z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() })
const revision = z.int().min(0).max(1_000_000).meta({ description: "The revision that you read" })
const note = z.string().max(1_000).meta({ description: "A reason of 100 words or fewer" })
const sections = z.array(z.string().max(60)).max(30).meta({ description: "Which sections need changes" })

const given = (c: C, body: Reviewed) => ({
  body,
  at: returnAt(c.req.param("phase") ?? "", c.req.param("organisation") ?? "", body.reference),
})

type Does<Body> = (c: C, body: Body, key: MoveKey) => Promise<Reviewed>

const move = <Body>(
  id: string,
  path: string,
  summary: string,
  asks: z.ZodType<Body>,
  does: Does<Body>,
): Operation<SignedIn> =>
  operation<SignedIn, Body>({
    id,
    method: "post",
    path: `${one}/${path}`,
    tag,
    summary,
    keyed: true,
    asks,
    gives: reviewed,
    does: async (c, body, key) => given(c, await does(c, body, key as MoveKey)),
  })

/** What the department does about a return that was sent. */
export const reviewingOperations: Operation<SignedIn>[] = [
  operation({
    id: "readReturnForReview",
    method: "get",
    path: one,
    tag,
    summary: "A return as it was sent last, with what was asked about it and what may be done",
    gives: returnShape,
    does: async (c) => ({ body: returnShown(await returnHere(c)) }),
  }),
  operation({
    id: "compareReturn",
    method: "get",
    path: `${one}/compare/:version`,
    tag,
    summary: "What the latest version of a return says otherwise than an earlier one",
    gives: z.object({
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
    }),
    does: async (c) => {
      const { desk, old, compared } = await comparedHere(c)
      return { body: { before: old.version, after: desk.head.version, ...compared } }
    },
  }),
  move("lookAtReturn", "look", "Begin to read a return", z.strictObject({}), (c, _, key) => look(c, key)),
  move(
    "checkReturn",
    "check",
    "Say that a return is complete",
    z.strictObject({ revision }),
    (c, body, key) => checkCompleteness(c, body.revision, key),
  ),
  move(
    "askAboutReturn",
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
    (c, body, key) => ask(c, body, key),
  ),
  move(
    "settleFigureQuestion",
    "questions/:number/settle",
    "Close a question, answered or not",
    z.strictObject({}),
    (c, _, key) => settle(c, key),
  ),
  move(
    "sendReturnBack",
    "send-back",
    "Send a return back for changes in some sections",
    z.strictObject({ revision, sections, note }),
    (c, { revision: seen, ...body }, key) => sendBack(c, body, seen, key),
  ),
  move(
    "acceptReturn",
    "accept",
    "Accept a return: its figures count in the account of the site",
    z.strictObject({ revision }),
    (c, body, key) => accept(c, body.revision, key),
  ),
  move(
    "reopenReturn",
    "reopen",
    "Open an accepted return again: until it is accepted again it counts for nothing",
    z.strictObject({ revision, sections, note }),
    (c, { revision: seen, ...body }, key) => reopen(c, body, seen, key),
  ),
]
