import * as z from "zod"
import { askingRules, questionState, questionStates } from "../../../shared/domain/selection/asking.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import { freeHere } from "../../../shared/web/panel/here.ts"
import { askApplicant, cannotHere, questionsHere, toRead } from "./moves.ts"

const path = `${expressionAt(":round", ":reference")}/questions`
const tag = "Selection panel"
const { question: words, least, most } = askingRules

/** What is asked of an applicant, and what they answered. */
export const askingOperations: Operation<SignedIn>[] = [
  operation<SignedIn, unknown>({
    id: "listQuestionsToApplicant",
    method: "get",
    path,
    tag,
    summary: "What the selection panel asked about an expression of interest, with the answers",
    gives: z.object({
      questions: z.array(
        z.object({
          number: z.int(),
          section: z.string(),
          sectionTitle: z.string(),
          question: z.string(),
          askedAt: z.iso.datetime(),
          answerBy: z.iso.datetime(),
          state: z.enum(["open", "answered", "passed"]),
          says: z.string(),
          answer: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
        }),
      ),
      sections: z
        .record(z.string(), z.string())
        .meta({ description: "The titles of the sections that can be asked about, by id" }),
      cannot: z.string().optional().meta({ description: "Why you cannot ask now, where you cannot" }),
    }),
    does: async (c) => {
      toRead(c)
      const desk = await freeHere(c)
      const { asked, sections } = await questionsHere(c, desk)
      const questions = asked.map((one) => {
        const { number, section, sectionTitle, question, askedAt, answerBy, answer } = one
        const state = questionState(one, c.var.world.now())
        return {
          number,
          section,
          sectionTitle,
          question,
          askedAt,
          answerBy,
          state,
          says: questionStates[state],
          ...(answer && { answer: { text: answer.text, by: answer.by.name, at: answer.at } }),
        }
      })
      const cannot = cannotHere(c, desk)
      return { body: { questions, sections, ...(cannot && { cannot }) } }
    },
  }),
  operation<SignedIn, Record<string, unknown>>({
    id: "askApplicant",
    method: "post",
    path,
    tag,
    summary: "Ask an applicant about a section of what they sent",
    about:
      "For the chair and its readers, where the round allows questions, until it is decided. The applicant is not told who asked.",
    keyed: true,
    status: 201,
    asks: z.strictObject({
      section: z.string().max(60),
      question: z
        .string()
        .max(20_000)
        .meta({ description: `${words} words or fewer; the applicant reads it` }),
      answerBy: plainDate.meta({
        description: `A working day, ${least} to ${most} working days ahead: due at 17:00`,
      }),
    }),
    gives: z.object({
      reference: z.string(),
      number: z.int(),
      answerBy: z.iso.datetime(),
      told: z.int().meta({ description: "How many people at the applicant get a letter" }),
    }),
    does: async (c, given, key) => {
      const body = await askApplicant(c, given, key as MoveKey)
      return { body, at: `${expressionAt(c.req.param("round") ?? "", body.reference)}/questions` }
    },
  }),
]
