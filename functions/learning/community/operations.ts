import * as z from "zod"
import {
  comerNames,
  communitySession,
  sessionWords,
} from "../../../shared/domain/learning/community-session.ts"
import { topicNames } from "../../../shared/domain/learning/library.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { sessionAt, sessionsAt } from "../addresses.ts"
import { inBody } from "../given.ts"
import type { Inside } from "../here.ts"
import * as shape from "../library/shapes.ts"
import { sessionsHere } from "./desk.ts"
import { cancel, change, type Moved, plan, sessionHere, writeUp } from "./moves.ts"

const tag = "Community of practice"
const moved = z.object({ session: z.string(), state: z.string() })
const seen = communitySession.omit({ revision: true, sequence: true })
const one = `${sessionsAt}/:session`

const told = z.strictObject({
  title: z.string().max(500),
  on: z.string().max(10).meta({ description: "The day, such as 2018-01-25" }),
  from: z.string().max(50).meta({ description: "London time, such as 14:00" }),
  to: z.string().max(50),
  place: z.string().max(1_000),
  agenda: z.string().max(5_000).meta({ description: "150 words or fewer" }),
})

const written = z.strictObject({
  came: z
    .strictObject(Object.fromEntries(comerNames.map((role) => [role, z.int().optional()])))
    .meta({ description: "How many of each role: what is not known is left out" }),
  learned: z
    .array(z.strictObject({ idea: shape.words, tag: z.enum(topicNames) }))
    .optional()
    .meta({ description: "Up to 5 ideas of 60 words. They go straight to every site, once" }),
  actions: z
    .array(
      z.strictObject({
        id: z.string().max(24).optional(),
        text: shape.words,
        owner: z.enum(["coordinators", "department"]),
        due: z.string().max(10),
        done: z.boolean().optional(),
      }),
    )
    .optional(),
  nobody: shape.nobody.optional(),
  stays: shape.stays,
})

/** Sessions of the community of practice. */
export const communityOperations: Operation<Inside>[] = [
  operation({
    id: "listCommunitySessions",
    method: "get",
    path: sessionsAt,
    tag,
    summary: "Sessions of the community of practice: those to come, and a page of those that are over",
    query: { page: "Which page of those that are over, of 20 each" },
    gives: z.object({ toCome: z.array(seen), over: z.array(seen), page: z.int(), pages: z.int() }),
    does: async (c) => {
      const { toCome, over } = await sessionsHere(c)
      return {
        body: {
          toCome: toCome.map((one) => seen.parse(one)),
          over: over.items.map((one) => seen.parse(one)),
          page: over.page,
          pages: over.pages,
        },
      }
    },
  }),
  operation({
    id: "readCommunitySession",
    method: "get",
    path: one,
    tag,
    summary: "One session: when, where, what about, and what came of it",
    gives: seen.extend({ says: z.string() }),
    does: async (c) => {
      const found = await sessionHere(c)
      return { body: { ...seen.parse(found), says: sessionWords(found, c.var.world.now()) } }
    },
  }),
  operation<Inside, Record<string, unknown>>({
    id: "planCommunitySession",
    method: "post",
    path: `${sessionsAt}/plan`,
    tag,
    summary: "Plan a session; leads and coaches of the sites get a letter",
    keyed: true,
    asks: told,
    gives: moved,
    status: 201,
    does: async (c, body, key) => gave(await plan(c, inBody(body), key as MoveKey)),
  }),
  operation<Inside, Record<string, unknown>>({
    id: "changeCommunitySession",
    method: "post",
    path: `${one}/change`,
    tag,
    summary: "Change or move a session before it takes place",
    keyed: true,
    asks: told,
    gives: moved,
    does: async (c, body, key) => gave(await change(c, inBody(body), key as MoveKey)),
  }),
  operation<Inside, Record<string, unknown>>({
    id: "cancelCommunitySession",
    method: "post",
    path: `${one}/cancel`,
    tag,
    summary: "Say that a session will not take place, and why",
    keyed: true,
    asks: z.strictObject({ because: shape.words }),
    gives: moved,
    does: async (c, body, key) => gave(await cancel(c, inBody(body), key as MoveKey)),
  }),
  operation<Inside, { came: Record<string, unknown> } & Record<string, unknown>>({
    id: "writeUpCommunitySession",
    method: "post",
    path: `${one}/write-up`,
    tag,
    summary: "Who came by role, what was learned, and what is to be done",
    keyed: true,
    asks: written,
    gives: moved,
    does: async (c, { came, ...body }, key) =>
      gave(await writeUp(c, inBody({ ...came, ...body }), key as MoveKey)),
  }),
]

const gave = (made: Moved) => ({ body: made, at: sessionAt(made.session) })
