import * as z from "zod"
import { fromWords } from "../../../shared/domain/learning/offering.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { learningAt } from "../../../shared/web/coaching/addresses.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { decidedAt, waitingAt, withdrawAt } from "../addresses.ts"
import { inBody } from "../given.ts"
import { type Inside, siteName } from "../here.ts"
import { decide, withdraw } from "./deciding.ts"
import { allWaiting, decidedHere, looked } from "./desk.ts"
import * as shape from "./shapes.ts"

const tag = "Learning"

/** What sites share with each other, below `/learning`. */
export const libraryOperations: Operation<Inside>[] = [
  operation({
    id: "listLearning",
    method: "get",
    path: learningAt,
    tag,
    summary: "What is shared with every site, newest first, 20 ideas a page",
    about: "No idea says which site or person it comes from.",
    query: shape.looking,
    gives: shape.page,
    does: async (c) => ({ body: pageBody(await looked(c, "community")) }),
  }),
  operation({
    id: "listWaitingLearning",
    method: "get",
    path: waitingAt,
    tag,
    summary: "What waits for a coordinator, the oldest first, with where it comes from",
    gives: z.object({
      waiting: z.array(
        z.object({
          offer: z.string(),
          text: z.string(),
          tags: z.array(z.string()),
          wanted: shape.wanted,
          from: z.string(),
          offered: z.iso.datetime(),
        }),
      ),
    }),
    does: async (c) => ({
      body: {
        waiting: (await allWaiting(c)).map((one) => ({
          offer: one.id,
          text: one.text,
          tags: one.tags,
          wanted: one.wanted,
          from: fromWords(one, (organisation) => siteName(c, organisation)),
          offered: one.offered.at,
        })),
      },
    }),
  }),
  operation<Inside, Record<string, unknown>>({
    id: "decideLearning",
    method: "post",
    path: `${waitingAt}/:offer`,
    tag,
    summary: "Share an idea with every site or with everybody, or leave it with why",
    keyed: true,
    asks: z.strictObject({
      decision: z.enum(["community", "public", "leave"]),
      words: shape.words.optional().meta({ description: "Shorter words, where they are shortened" }),
      because: shape.words.optional().meta({ description: "Why it is left, 60 words or fewer" }),
      stays: shape.stays,
    }),
    gives: shape.moved,
    does: async (c, body, key) => ({
      body: await decide(c, c.req.param("offer") ?? "", inBody(body), key as MoveKey),
      at: waitingAt,
    }),
  }),
  operation({
    id: "listDecidedLearning",
    method: "get",
    path: decidedAt,
    tag,
    summary: "What coordinators decided about ideas, newest first",
    gives: z.object({
      lines: z.array(
        z.object({
          at: z.iso.datetime(),
          move: z.string(),
          idea: z.string(),
          by: z.string(),
          note: z.string().optional(),
        }),
      ),
    }),
    does: async (c) => ({
      body: {
        lines: (await decidedHere(c)).map(({ at, move, about, by, note }) => ({
          at,
          move,
          idea: about?.id ?? "",
          by: by.name,
          ...(note !== undefined && { note }),
        })),
      },
    }),
  }),
  operation<Inside, Record<string, unknown>>({
    id: "withdrawLearning",
    method: "post",
    path: withdrawAt(":idea").replace("%3A", ":"),
    tag,
    summary: "Take an idea out of the library, with why",
    keyed: true,
    asks: z.strictObject({ because: shape.words.meta({ description: "60 words or fewer" }) }),
    gives: shape.moved,
    does: async (c, body, key) => ({
      body: await withdraw(c, c.req.param("idea") ?? "", inBody(body), key as MoveKey),
      at: learningAt,
    }),
  }),
]

export const pageBody = ({ found: { items, ...rest } }: Awaited<ReturnType<typeof looked>>) => ({
  ...rest,
  ideas: items,
})
