import * as z from "zod"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { besideHere } from "./doing.ts"
import { freeWith, hereAt } from "./here.ts"
import { historyHere } from "./history.ts"
import { noteOperations } from "./note-operations.ts"
import { scoreOperations } from "./score-operations.ts"
import { sentHere } from "./sent.ts"
import { expression, historyLine } from "./shapes.ts"
import { viewOperations } from "./view-operations.ts"

const one = expressionAt(":round", ":reference")
const tag = "Reading expressions of interest"

/** What whoever is free of a link reads and writes about one expression of interest. */
export const readingOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "readExpression",
    method: "get",
    path: one,
    tag,
    summary: "An expression of interest, with every question as it was asked and its answer",
    gives: expression,
    does: async (c) => {
      const desk = await freeWith(c, "read expressions")
      const { reference, name, state, amount, people, groups, region, version, sentAt, found, apply } =
        desk.one
      const { title, sections } = await sentHere(c, desk)
      const { previous, next } = besideHere(desk)
      return {
        body: {
          ...{ reference, name, state, amount, people, groups, region, version, sentAt, found, apply },
          flags: desk.one.flags,
          title,
          sections: sections.map((section) => ({
            ...section,
            questions: section.questions.map(({ drawn: _, ...asked }) => asked),
            asked: section.asked.map(({ number, question, askedAt, answerBy, answer }) => ({
              ...{ number, question, askedAt, answerBy },
              ...(answer && { answer: answer.text }),
            })),
          })),
          ...(previous && { previous: previous.href }),
          ...(next && { next: next.href }),
        },
      }
    },
  }),
  ...scoreOperations,
  ...viewOperations,
  ...noteOperations,
  operation<SignedIn, unknown>({
    id: "readReadingHistory",
    method: "get",
    path: `${one}/history`,
    tag,
    summary: "What was done to it by whom, newest first, a hundred lines at a time",
    query: { before: "The number of a line: those before it" },
    gives: z.object({ lines: z.array(historyLine), older: z.string().optional() }),
    does: async (c) => {
      const { lines, older, desk } = await historyHere(c, await freeWith(c, "export the round"))
      return {
        body: {
          lines: lines.map(({ number, at, move, by, note: words, hash }) => ({
            number,
            at,
            move,
            by: { person: by.person, name: by.name, role: by.role },
            ...(words !== undefined && { note: words }),
            hash,
          })),
          ...(older !== undefined && { older: `/api${hereAt(desk)}/history?before=${older}` }),
        },
      }
    },
  }),
]
