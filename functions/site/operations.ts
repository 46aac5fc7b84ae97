import * as z from "zod"
import { rolesAt } from "../../shared/domain/people/actor.ts"
import { asText } from "../../shared/domain/submissions/sentence.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { beginning } from "./beginning.ts"
import { readDecision } from "./decision.ts"
import { beforeIn, load, submissionsHere } from "./desk.ts"
import { figureQuestionOperations } from "./figure-questions-operations.ts"
import { listLetters } from "./letters.ts"
import { moving } from "./moving.ts"
import { returnOperations } from "./operations-returns.ts"
import { panelQuestionOperations } from "./panel-questions-operations.ts"
import { listedSentence } from "./panel-questions-sentence.ts"
import { receiptOf } from "./receipt.ts"
import { shelf } from "./shelf.ts"
import {
  eventShape,
  listed,
  listedShape,
  receiptShape,
  receiptShown,
  shown,
  submissionShape,
} from "./shown.ts"
import { signingOperations } from "./signing-operations.ts"

export const inside = "/organisations/:organisation"
const one = `${inside}/submissions/:reference`
const tag = "Submissions"

const moved = z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() })
const revision = z.int().min(0).max(1_000_000).meta({ description: "The revision that you read" })
const note = z.string().min(1).max(1_000).meta({ description: "A reason of 100 words or fewer" })

type Noted = "withdraw" | "ask to be late"
type Seen = "send" | "change"

const withNote = (move: Noted, path: string, id: string, summary: string) =>
  operation<SignedIn, { note: string }>({
    id,
    method: "post",
    path: `${one}/${path}`,
    tag,
    summary,
    keyed: true,
    asks: z.strictObject({ note }),
    gives: moved,
    does: (c, { note }, key) => moving(c, { move, note }, key),
  })

const withRevision = (move: Seen, path: string, id: string, summary: string) =>
  operation<SignedIn, { revision: number }>({
    id,
    method: "post",
    path: `${one}/${path}`,
    tag,
    summary,
    keyed: true,
    asks: z.strictObject({ revision }),
    gives: moved,
    does: (c, { revision }, key) => moving(c, { move, seen: revision }, key),
  })

/** What one organisation's people can do to its submissions. */
export const siteOperations: Operation<SignedIn>[] = [
  operation({
    id: "listSubmissions",
    method: "get",
    path: `${inside}/submissions`,
    tag,
    summary: "An organisation's submissions, newest first",
    query: { after: "The `next` of the page before" },
    gives: z.object({
      submissions: z.array(listedShape),
      unreadable: z.array(z.string()).meta({ description: "References of records that cannot be read now" }),
      next: z.string().optional(),
    }),
    does: async (c) => {
      const { items, unreadable, next, expected } = await shelf(c, c.req.query("after"))
      const mine = rolesAt(c.var.actor, c.req.param("organisation") ?? "")
      const submissions = items.map((each) => ({
        ...listed(each.one, each.occasion, c.var.world.now(), mine),
        sentence: asText(listedSentence(c, each, expected, mine)),
      }))
      return { body: { submissions, unreadable, ...(next && { next }) } }
    },
  }),
  operation({
    id: "beginSubmission",
    method: "post",
    path: `${inside}/submissions`,
    tag,
    summary: "Begin an expression of interest in a round",
    keyed: true,
    status: 201,
    asks: z.strictObject({ round: z.string().min(1).max(60) }),
    gives: moved,
    does: (c, { round }, key) => beginning(c, round, key as MoveKey),
  }),
  operation({
    id: "readSubmission",
    method: "get",
    path: one,
    tag,
    summary: "A submission as it stands now",
    gives: submissionShape,
    does: async (c) => {
      const mine = rolesAt(c.var.actor, c.req.param("organisation") ?? "")
      return { body: shown(await load(c), c.var.world.now(), mine) }
    },
  }),
  operation({
    id: "saveSection",
    method: "post",
    path: `${one}/sections/:section`,
    tag,
    summary: "Save the answers you changed in one section",
    about:
      "Send only answers that you changed; null takes one away. `revision` is the one you read: where somebody else changed the same answer since, both texts come back and nothing is saved. Every answer is held to its question; what is missing is asked for only on sending.",
    asks: z.strictObject({
      revision,
      answers: z.record(z.string().max(60), z.unknown()),
      cleared: z
        .record(z.string().max(40), z.string().max(300))
        .optional()
        .meta({ description: "Personal-data findings, by mark, that are not about a person, with why" }),
    }),
    gives: moved,
    does: (c, { revision, answers, cleared }) =>
      moving(c, {
        move: "save",
        section: c.req.param("section") ?? "",
        edit: { seen: revision, answers, cleared },
      }),
  }),
  ...signingOperations(one, { revision, note, moved }),
  withRevision("send", "send", "sendSubmission", "Send it"),
  withRevision(
    "change",
    "change",
    "changeSubmission",
    "Open what was sent for changes, until the round closes",
  ),
  withNote("withdraw", "withdraw", "withdrawSubmission", "Withdraw it, until the round closes"),
  withNote(
    "ask to be late",
    "ask-to-be-late",
    "askToBeLate",
    "Ask the chair of the selection panel to take it late",
  ),
  operation({
    id: "readReceipt",
    method: "get",
    path: `${one}/receipts/:version`,
    tag,
    summary: "A version as it was sent, with the hash of its bytes",
    gives: receiptShape,
    does: async (c) => ({ body: receiptShown((await receiptOf(c)).sent) }),
  }),
  listLetters(one, tag),
  readDecision(one, tag),
  ...panelQuestionOperations(one),
  ...figureQuestionOperations(one),
  operation({
    id: "readHistory",
    method: "get",
    path: `${one}/history`,
    tag,
    summary: "What happened to it, newest first, a hundred lines at a time",
    query: { before: "Only lines before this number" },
    gives: z.object({
      events: z.array(eventShape),
    }),
    does: async (c) => {
      const { head } = await load(c, { members: false })
      const events = await submissionsHere(c).history(head.reference, beforeIn(c))
      return {
        body: {
          events: events.map(({ number, at, move, by, note, hash }) => ({
            number,
            at,
            move,
            by: by.name,
            role: by.role,
            note,
            hash,
          })),
        },
      }
    },
  }),
  ...returnOperations(inside),
]
