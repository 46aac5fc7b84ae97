import * as z from "zod"
import { questionStates } from "../../shared/domain/funding/question.ts"
import { questionRules } from "../../shared/domain/funding/questions.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { load } from "./desk.ts"
import {
  answeringFigure,
  figureQuestionHere,
  figureQuestionShown,
  figureQuestionsHere,
} from "./figure-questions.ts"

const tag = "Submissions"

const shape = z.object({
  number: z.int(),
  reference: z.string().meta({ description: "The return that it was asked about" }),
  version: z.int(),
  title: z.string(),
  about: z.string().optional().meta({ description: "The section or line; all of it where there is none" }),
  text: z.string(),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
  answerBy: z.iso.datetime(),
  state: z.enum(Object.keys(questionStates) as [keyof typeof questionStates]),
  answer: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
})

/** What the department's finance people ask about the figures of a return, and how it is answered. */
export const figureQuestionOperations = (one: string): Operation<SignedIn>[] => [
  operation<SignedIn, unknown>({
    id: "listFigureQuestions",
    method: "get",
    path: `${one}/figure-questions`,
    tag,
    summary: "What the department asks about its figures, and what it asked before and is not closed",
    gives: z.object({ questions: z.array(shape), carried: z.array(shape) }),
    does: async (c) => {
      const { own, carried } = await figureQuestionsHere(c, await load(c, { members: false }))
      return {
        body: { questions: own.map(figureQuestionShown), carried: carried.map(figureQuestionShown) },
      }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readFigureQuestion",
    method: "get",
    path: `${one}/figure-questions/:number`,
    tag,
    summary: "A question about figures, with its answer",
    gives: shape,
    does: async (c) => ({ body: figureQuestionShown((await figureQuestionHere(c)).question) }),
  }),
  operation<SignedIn, { answer: string }>({
    id: "answerFigureQuestion",
    method: "post",
    path: `${one}/figure-questions/:number`,
    tag,
    summary: "Answer a question about figures: once",
    keyed: true,
    asks: z.strictObject({
      answer: z
        .string()
        .max(20_000)
        .meta({ description: `${questionRules.words} words or fewer` }),
    }),
    gives: z.object({ reference: z.string(), number: z.int() }),
    does: (c, body, key) => answeringFigure(c, body, key as MoveKey),
  }),
]
