import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import type { C } from "../../../shared/web/panel/here.ts"
import { assignAt } from "./addresses.ts"
import { assign, finishAssigning } from "./assigning.ts"
import { readerHere, setScoresBy, takeOff } from "./readers.ts"
import { assigningHere, proposedFor, type Reader } from "./sharing.ts"

const at = assignAt(":round")
const here = (c: C) => assignAt(c.req.param("round") ?? "")
const tag = "Readers"

const pair = z.strictObject({ reference: z.string().max(100), person: z.string().max(200) })
const reader = z.object({
  person: z.string(),
  name: z.string(),
  has: z.int().meta({ description: "How many they read now, of those that you are free of" }),
  warns: z.string().optional(),
})
const readerOf = ({ actor, has, warns }: Reader) => ({ person: actor.id, name: actor.name, has, warns })

/** Who reads what. */
export const assignOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readAssignments",
    method: "get",
    path: at,
    tag,
    summary: "Who reads what, what needs readers, and who may read",
    gives: z.object({
      each: z.int().meta({ description: "How many readers each is to have" }),
      scoresBy: plainDate.optional(),
      unsaid: z.int().meta({ description: "How many you have first to say a link about" }),
      brokenOff: z.boolean().meta({ description: "Finish first what was broken off" }),
      readers: z.array(reader),
      expressions: z.array(
        z.object({
          reference: z.string(),
          name: z.string(),
          readers: z.array(z.object({ person: z.string(), name: z.string(), sent: z.boolean() })),
          missing: z.int(),
          not: z.string().optional().meta({ description: "Why it can be given to nobody now" }),
        }),
      ),
    }),
    does: async (c) => {
      const { readers, rows, whole, unsaid, open } = await assigningHere(c)
      return {
        body: {
          each: whole.rules.readers,
          scoresBy: whole.panel?.scoresBy,
          unsaid,
          brokenOff: open,
          readers: readers.map(readerOf),
          expressions: rows.map(({ one, missing, not }) => ({
            reference: one.reference,
            name: one.name,
            readers: one.readers ?? [],
            missing,
            not,
          })),
        },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "proposeReaders",
    method: "get",
    path: `${at}/proposal`,
    tag,
    summary: "How all that needs readers would be shared out evenly among some; nothing is given",
    query: { reader: "A person who is to read; several times for several" },
    gives: z.object({
      pairs: z.array(pair),
      short: z.array(z.object({ reference: z.string(), missing: z.int() })),
      among: z.array(reader),
    }),
    does: async (c) => {
      const desk = await assigningHere(c)
      const { pairs, short, among } = await proposedFor(desk, c.req.queries("reader") ?? [])
      return { body: { pairs, short, among: among.map(readerOf) } }
    },
  }),
  operation({
    id: "assignReaders",
    method: "post",
    path: at,
    tag,
    summary: "Give expressions of interest to readers, who are told how many",
    about: "All of it is checked first. Again with the same key it goes on where it was broken off.",
    keyed: true,
    asks: z.strictObject({ pairs: z.array(pair).max(5_000) }),
    gives: z.object({ given: z.int(), expressions: z.int(), readers: z.int() }),
    does: async (c, { pairs }, key) => ({ body: await assign(c, pairs, key as MoveKey), at: here(c) }),
  }),
  operation<SignedIn, unknown>({
    id: "finishAssigning",
    method: "post",
    path: `${at}/finish`,
    tag,
    summary: "Finish what was broken off half way; again, it changes nothing",
    asks: z.strictObject({}),
    gives: z.object({ finished: z.literal(true) }),
    does: async (c) => {
      await finishAssigning(c)
      return { body: { finished: true }, at: here(c) }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readReader",
    method: "get",
    path: `${at}/take-off`,
    tag,
    summary: "One reader of one expression of interest, and whether their sheet is sent",
    query: { reference: "The expression of interest", person: "The reader" },
    gives: pair.extend({ name: z.string(), sent: z.boolean() }),
    does: async (c) => {
      const { reference = "", person = "" } = c.req.query()
      const { reader } = await readerHere(c, { reference, person })
      return { body: { reference, person, name: reader.name, sent: reader.sent !== undefined } }
    },
  }),
  operation({
    id: "takeReaderOff",
    method: "post",
    path: `${at}/take-off`,
    tag,
    summary: "Take a reader off, with a reason where their sheet is sent",
    keyed: true,
    asks: pair.extend({
      because: z.string().max(20_000).optional().meta({ description: "50 words or fewer" }),
    }),
    gives: pair,
    does: async (c, given, key) => ({ body: await takeOff(c, given, key as MoveKey), at: here(c) }),
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "setScoresBy",
    method: "post",
    path: `${at}/date`,
    tag,
    summary: "Set the day by which the sheets are wanted",
    keyed: true,
    asks: z.strictObject({ scoresBy: plainDate }),
    gives: z.object({ scoresBy: plainDate }),
    does: async (c, given, key) => ({ body: await setScoresBy(c, given, key as MoveKey), at: here(c) }),
  }),
]
