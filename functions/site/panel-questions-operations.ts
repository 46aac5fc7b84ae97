import * as z from "zod"
import { askingRules } from "../../shared/domain/selection/asking.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { load } from "./desk.ts"
import { answering, questionHere, questionShown } from "./panel-questions.ts"

const tag = "Submissions"

const questionShape = z.object({
  number: z.int(),
  version: z.int().meta({ description: "The version that it asks about" }),
  section: z.string(),
  sectionTitle: z.string(),
  question: z.string(),
  askedAt: z.iso.datetime(),
  answerBy: z.iso.datetime(),
  state: z.enum(["open", "answered", "passed"]),
  says: z.string(),
  answer: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
})

/** What the selection panel asks, and how it is answered. */
export const panelQuestionOperations = (one: string): Operation<SignedIn>[] => [
  operation<SignedIn, unknown>({
    id: "listPanelQuestions",
    method: "get",
    path: `${one}/panel-questions`,
    tag,
    summary: "What the selection panel asks about it, in the order it was asked",
    gives: z.object({ questions: z.array(questionShape) }),
    does: async (c) => {
      const { questions } = await load(c, { members: false })
      return { body: { questions: questions.map((each) => questionShown(each, c.var.world.now())) } }
    },
  }),
  operation<SignedIn, unknown>({
    id: "readPanelQuestion",
    method: "get",
    path: `${one}/panel-questions/:number`,
    tag,
    summary: "A question of the selection panel, with its answer",
    gives: questionShape,
    does: async (c) => {
      const { question } = await questionHere(c)
      return { body: questionShown(question, c.var.world.now()) }
    },
  }),
  operation<SignedIn, { answer: string }>({
    id: "answerPanelQuestion",
    method: "post",
    path: `${one}/panel-questions/:number`,
    tag,
    summary: "Answer a question of the selection panel: once, and until the moment it is due",
    keyed: true,
    asks: z.strictObject({
      answer: z
        .string()
        .max(20_000)
        .meta({ description: `${askingRules.answer} words or fewer; it cannot be changed afterwards` }),
    }),
    gives: z.object({ reference: z.string(), number: z.int() }),
    does: (c, body, key) => answering(c, body, key as MoveKey),
  }),
]
