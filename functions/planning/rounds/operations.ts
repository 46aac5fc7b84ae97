import * as z from "zod"
import { draftRound } from "../../../shared/domain/calendar/draft-round.ts"
import { listedRound } from "../../../shared/domain/calendar/round.ts"
import { burdenWords } from "../../../shared/domain/calendar/round-burden.ts"
import { naming } from "../../../shared/domain/calendar/round-facts/about.ts"
import type { FactsPage } from "../../../shared/domain/calendar/round-facts/page.ts"
import { factsPages } from "../../../shared/domain/calendar/round-facts/pages.ts"
import { askedByRounds } from "../../../shared/kinds/of-rounds.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { timeOfDay } from "../../../shared/values/time-of-day.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { roundAt, roundsAt } from "./addresses.ts"
import { deskHere, roundsHere, stageOf } from "./desk.ts"
import { begin, moveLater, publish, readOf, takeBack } from "./moves.ts"
import { saveFacts, seenOf } from "./saving.ts"

const one = `${roundsAt}/:round`
const tag = "Preparing rounds"
const stage = z.enum(["draft", "not open yet", "open", "closed"])
const moved = z.object({ round: z.string(), state: z.enum(["draft", "published"]) })
const because = z.string().max(20_000).meta({ description: "60 words or fewer" })

/** What the answers of a page look like; each is held to when the round is known. */
const answersOf = (page: FactsPage) => {
  const { asks } = page.section(draftRound.parse(sample), { now: new Date(0), organisations: [] })
  return z.strictObject(
    Object.fromEntries(
      Object.entries(asks).map(([key, { label, schema }]) => {
        const { $schema: _, ...shape } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })
        return [
          key,
          z
            .unknown()
            .optional()
            .meta({ description: label, anyOf: [shape, { type: "null" }] }),
        ]
      }),
    ),
  )
}

const sample = { id: "", programme: "", kind: askedByRounds, phase: "", title: "" }

const saving = (page: FactsPage) =>
  operation<SignedIn, { answers: Record<string, unknown>; seen?: string }>({
    id: `saveRound${page.id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    method: "post",
    path: `${one}/${page.id}`,
    tag,
    summary: `Save of a round that has not opened: ${page.title.charAt(0).toLowerCase()}${page.title.slice(1)}`,
    about:
      "Only the answers that are named change; `null` takes one away. With `seen`, nothing is saved where somebody changed the page since.",
    asks: z.strictObject({ answers: answersOf(page), seen: z.string().max(100).optional() }),
    gives: z.object({ round: z.string(), page: z.string(), seen: z.string() }),
    does: async (c, { answers, seen }) => {
      const saved = await saveFacts(c, page, { answers, whole: false, seen })
      return { body: saved, at: roundAt(saved.round) }
    },
  })

/** What coordinators do with rounds before and while they are open. */
export const roundOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listAllRounds",
    method: "get",
    path: roundsAt,
    tag,
    summary: "Every round: those that are prepared, and those that are published",
    gives: z.object({
      drafts: z.array(draftRound.pick({ id: true, title: true, phase: true, opens: true, closes: true })),
      published: z.array(listedRound.extend({ stage })),
    }),
    does: async (c) => {
      const { drafts, published } = await roundsHere(c).all()
      const now = c.var.world.now()
      return {
        body: {
          drafts: drafts.map(({ id, title, phase, opens, closes }) => ({ id, title, phase, opens, closes })),
          published: published.map((round) => ({ ...round, stage: stageOf(round, now) })),
        },
      }
    },
  }),
  operation({
    id: "prepareRound",
    method: "post",
    path: `${roundsAt}/new`,
    tag,
    summary: "Prepare a new round, as a draft under an id from its title and the year",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      title: z.string().max(2_000).meta({ description: naming.title.label }),
      phase: z.string().max(100).meta({ description: naming.phase.hint }),
    }),
    gives: moved,
    does: async (c, given, key) => {
      const body = await begin(c, given, key as MoveKey)
      return { body, at: roundAt(body.round) }
    },
  }),
  operation({
    id: "readRoundToPlan",
    method: "get",
    path: one,
    tag,
    summary: "A round with what is set, what is still missing before it can be published, and what it asks",
    gives: z.object({
      stage,
      round: draftRound,
      checks: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          page: z.string(),
          done: z.boolean(),
          says: z.string(),
        }),
      ),
      unusual: z.array(z.string()).meta({ description: "What is not usual, and may stand" }),
      burden: z.object({
        sections: z.int(),
        minutes: z.int(),
        cost: z.int().meta({ description: "Pence" }),
        share: z.number().optional().meta({ description: "Of the ceiling" }),
        says: z.string(),
      }),
      seen: z.record(z.string(), z.string()).meta({ description: "By page: to send back when it is saved" }),
      read: z.string().meta({ description: "To send back when it is published" }),
    }),
    does: async (c) => {
      const { round, stage: at, checks, unusual, burden } = await deskHere(c)
      const seen = Object.fromEntries(factsPages.map((page) => [page.id, seenOf(page, round)]))
      return {
        body: {
          stage: at,
          round,
          checks,
          unusual,
          burden: { ...burden, says: burdenWords(burden) },
          seen,
          read: readOf(round),
        },
      }
    },
  }),
  ...factsPages.map(saving),
  operation({
    id: "publishRound",
    method: "post",
    path: `${one}/publish`,
    tag,
    summary: "Publish a round in which nothing is missing: everybody can read it, and it opens by itself",
    keyed: true,
    asks: z.strictObject({
      seen: z.string().max(100).optional().meta({ description: "The `read` of the round as you read it" }),
    }),
    gives: moved,
    does: async (c, { seen }, key) => {
      const body = await publish(c, seen, key as MoveKey)
      return { body, at: roundAt(body.round) }
    },
  }),
  operation({
    id: "takeRoundBack",
    method: "post",
    path: `${one}/take-back`,
    tag,
    summary: "Make a draft again of a round that has not opened",
    keyed: true,
    asks: z.strictObject({ because }),
    gives: moved,
    does: async (c, given, key) => {
      const body = await takeBack(c, given, key as MoveKey)
      return { body, at: roundAt(body.round) }
    },
  }),
  operation({
    id: "moveClose",
    method: "post",
    path: `${one}/closing`,
    tag,
    summary: "Move the close of an open round later, or its decisions, with a reason that everybody reads",
    keyed: true,
    asks: z.strictObject({ closes: plainDate, closesAt: timeOfDay, decisionsBy: plainDate, because }),
    gives: moved,
    does: async (c, given, key) => {
      const body = await moveLater(c, given, key as MoveKey)
      return { body, at: roundAt(body.round) }
    },
  }),
]
