import * as z from "zod"
import { Refused } from "../../shared/domain/refused.ts"
import { begin } from "../../shared/domain/submissions/begin.ts"
import type { Step } from "../../shared/domain/submissions/take.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { makeReference } from "../../shared/values/reference.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { type C, load, type Moved, organisationHere, perform, submissionsHere } from "./desk.ts"
import { receiptOf } from "./receipt.ts"
import { listed, listedShape, receiptShape, receiptShown, shown, submissionShape } from "./shown.ts"

export const inside = "/organisations/:organisation"
const one = `${inside}/submissions/:reference`
const tag = "Submissions"

const moved = z.object({ reference: z.string(), state: z.string(), revision: z.int(), version: z.int() })
const revision = z.int().min(0).max(1_000_000).meta({ description: "The revision that you read" })
const note = z.string().min(1).max(1_000).meta({ description: "A reason of 100 words or fewer" })

const pathOf = (c: C) =>
  `/organisations/${c.req.param("organisation")}/submissions/${c.req.param("reference")}`

/** What a step comes to as an answer of the API, with the address a page goes to next. */
export const moving = async (c: C, step: Step, key?: MoveKey) => {
  const result = await perform(c, step, key)
  return { body: result, at: step.move === "send" ? `${pathOf(c)}/receipts/${result.version}` : pathOf(c) }
}

/** Begins the organisation's one live submission of a round; where there is one already, says which. */
export const beginning = async (
  c: C,
  roundId: string,
  key: MoveKey,
): Promise<{ body: Moved; at: string }> => {
  const { world, actor } = c.var
  const submissions = submissionsHere(c)
  const [organisation, round] = await Promise.all([
    organisationHere(c),
    directoryIn(world.table).round(roundId),
  ])
  if (!round) throw new Refused("not found")
  const kind = kindOf(round.kind)
  const reference = makeReference(
    { phase: round.phase, organisation: organisation.code, kind: kind.letter },
    world.random,
  )
  const at = (known: string) => `/organisations/${organisation.id}/submissions/${known}`
  const done = await submissions.replay(key.key)
  const first = done ? undefined : begin({ actor, at: world.now(), kind, round, organisation, reference })
  const result = { reference, state: "draft", revision: 1, version: 0 }
  const saved = first
    ? await submissions.begin(first, key, result)
    : { done: done as NonNullable<typeof done> }
  if (saved === "saved") return { body: result, at: at(reference) }
  if (saved === "changed meanwhile") {
    const live = await submissions.live(round.id)
    throw new Refused("not possible now", { says: `Your organisation has begun one already: ${live}.` })
  }
  if (saved.done.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  const before = saved.done.result as Json & Moved
  return { body: { ...result, reference: before.reference }, at: at(before.reference) }
}

type Noted = Extract<Step, { note: string }>["move"]
type Seen = Extract<Step, { seen: number }>["move"]

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
    gives: z.object({ submissions: z.array(listedShape), next: z.string().optional() }),
    does: async (c) => {
      const { world } = c.var
      const [{ items, next }, rounds] = await Promise.all([
        submissionsHere(c).list(c.req.query("after")),
        directoryIn(world.table).rounds(world.settings.programme),
      ])
      const submissions = items.flatMap((item) => {
        const round = rounds.find(({ id }) => id === item.round)
        return round ? [listed(item, round, world.now())] : []
      })
      return { body: { submissions, ...(next && { next }) } }
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
    does: async (c) => ({ body: shown(await load(c), c.var.world.now()) }),
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
  withRevision("sign", "sign", "signSubmission", "Confirm it, in every role of yours that is asked for"),
  withNote("decline", "decline", "declineSubmission", "Say that you do not confirm it yet, with a reason"),
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
  operation({
    id: "readHistory",
    method: "get",
    path: `${one}/history`,
    tag,
    summary: "What happened to it, newest first",
    gives: z.object({
      events: z.array(
        z.object({
          number: z.int(),
          at: z.iso.datetime(),
          move: z.string(),
          by: z.string(),
          role: z.string(),
          note: z.string().optional(),
          hash: z.string(),
        }),
      ),
    }),
    does: async (c) => {
      const { head } = await load(c, { members: false })
      const events = await submissionsHere(c).history(head.reference)
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
]
