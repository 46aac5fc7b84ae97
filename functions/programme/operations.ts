import * as z from "zod"
import { ask } from "../../shared/domain/calendar/more-time.ts"
import { publishedAnswer } from "../../shared/domain/calendar/round.ts"
import { workingDaysSince } from "../../shared/domain/questions/waiting.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { londonDate, plainDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { askOperations } from "./asks/operations.ts"
import { firstHere } from "./board/first.ts"
import { boardOperations } from "./board/operations.ts"
import { cellBody, cellShape } from "./board/shapes.ts"
import { questionsHere } from "./desk.ts"
import { close, publish } from "./ending.ts"

export const inside = "/programme"
const questions = `${inside}/rounds/:round/questions`
const one = `${questions}/:question`
const tag = "Questions and answers"

const waitingShape = z.object({
  id: z.string(),
  question: z.string(),
  at: z.iso.datetime(),
  workingDays: z.int().meta({ description: "How many working days ago it was asked" }),
  askedBy: z.string().optional().meta({ description: "To ask back: for those who may publish, alone" }),
})
const ended = z.object({ question: z.string(), number: z.int().optional() })
const text = (words: number) =>
  z
    .string()
    .max(20_000)
    .meta({ description: `${words} words or fewer, without anything that identifies a person` })

/** What coordinators do across sites and rounds. */
export const programmeOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readProgramme",
    method: "get",
    path: inside,
    tag: "The board",
    summary: "What comes first: the line of each role, each site, what waits for an answer",
    gives: z.object({
      asAt: z.iso.datetime(),
      lines: z.array(z.object({ role: z.string(), says: z.string() })),
      sites: z.array(z.object({ organisation: z.string(), name: z.string(), returns: z.array(cellShape) })),
      asks: z.array(ask),
      rounds: z
        .array(
          z.object({
            round: z.string(),
            title: z.string(),
            questionsUntil: plainDate,
            waiting: z.int(),
            more: z.boolean().meta({ description: "Whether more wait than were counted" }),
            oldestWorkingDays: z.int().optional(),
            lastAnswered: publishedAnswer.optional(),
          }),
        )
        .optional()
        .meta({ description: "What was asked about each round, for whoever may read questions" }),
    }),
    does: async (c) => {
      const { asAt, lines, sites, asks, questions } = await firstHere(c)
      const today = londonDate(asAt)
      const rounds = questions?.now.map(({ round, waiting: { items, more }, last }) => ({
        round: round.id,
        title: round.title,
        questionsUntil: round.questionsUntil,
        waiting: items.length,
        more,
        oldestWorkingDays: items[0] && workingDaysSince(items[0].at, today),
        lastAnswered: last,
      }))
      const returns = sites.map(({ cells, ...one }) => ({ ...one, returns: cells.map(cellBody) }))
      return { body: { asAt: asAt.toISOString(), lines, sites: returns, asks, rounds } }
    },
  }),
  operation({
    id: "listQuestions",
    method: "get",
    path: questions,
    tag,
    summary: "The questions about a round: those that wait, oldest first, and the newest answers",
    query: { before: "The `next` of the answers before" },
    gives: z.object({
      waiting: z.array(waitingShape),
      more: z.boolean().meta({ description: "Whether others wait besides these" }),
      published: z.array(publishedAnswer),
      next: z.int().optional(),
    }),
    does: async (c) => {
      const today = londonDate(c.var.world.now())
      const { waiting, published, next, mayPublish } = await questionsHere(c)
      const items = waiting.items.map(({ id, question, at, email }) => ({
        id,
        question,
        at,
        workingDays: workingDaysSince(at, today),
        ...(mayPublish && { askedBy: email }),
      }))
      return { body: { waiting: items, more: waiting.more, published, next } }
    },
  }),
  operation({
    id: "publishAnswer",
    method: "post",
    path: `${one}/publish`,
    tag,
    summary: "Publish the answer to a question, to everybody, without who asked",
    about: "The question as it was asked, or reworded. Whoever asked gets a letter.",
    keyed: true,
    asks: z.strictObject({ question: text(150), answer: text(200) }),
    gives: ended,
    does: async (c, given, key) => ({
      body: await publish(c, given, key as MoveKey),
      at: questionsAt(c.req.param("round") ?? ""),
    }),
  }),
  operation({
    id: "closeQuestion",
    method: "post",
    path: `${one}/close`,
    tag,
    summary: "Close a question without publishing it, with a reason",
    keyed: true,
    asks: z.strictObject({ reason: text(100) }),
    gives: ended,
    does: async (c, given, key) => ({
      body: await close(c, given, key as MoveKey),
      at: questionsAt(c.req.param("round") ?? ""),
    }),
  }),
  ...boardOperations,
  ...askOperations,
]

export const questionsAt = (round: string) => `${inside}/rounds/${round}/questions`
