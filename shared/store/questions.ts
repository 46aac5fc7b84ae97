import * as z from "zod"
import type { PublishedAnswer } from "../domain/calendar/round.ts"
import {
  type AnsweredQuestion,
  type AnswerLetter,
  type AskedQuestion,
  answeredQuestion,
  askedQuestion,
  type UnpublishedQuestion,
  unpublishedQuestion,
} from "../domain/questions/asked.ts"
import { beginning, type Event } from "../domain/submissions/event.ts"
import type { Json } from "../values/canonical.ts"
import { keys } from "./keys.ts"
import { type Done, done, type MoveKey } from "./moves.ts"
import type { Action, Table } from "./table.ts"

const counted = z.object({ number: z.int(), hash: z.string(), answers: z.int() })

/** Where a round's chain of questions has got to, and how many answers it has. `first` where nothing is written yet. */
export type Desk = z.infer<typeof counted> & { first: boolean }

/** Questions about a round: asked by anybody, and ended by the programme's coordinators. */
export const questionsIn = (table: Table) => {
  const found = async <Value>(schema: z.ZodType<Value>, key: { pk: string; sk: string }) => {
    const item = await table.get(key, { strong: true })
    return item && schema.parse(item)
  }

  /** Answers that were published before anybody had a desk count too. */
  const desk = async (round: string): Promise<Desk> => {
    const item = await found(counted, keys.questionDesk(round))
    if (item) return { ...item, first: false }
    const { pk } = keys.answer(round, 0)
    const last = await table.query({ pk, begins: "ANSWER#", newestFirst: true, limit: 1, strong: true })
    return { number: 0, hash: beginning, answers: Number(last.items[0]?.number ?? 0), first: true }
  }

  return {
    desk,

    /** As it was asked: a letter takes it to the programme team. */
    ask: (round: string, one: AskedQuestion) =>
      table.write([
        { put: { ...keys.question(round, one.id), ...one, letter: "question asked" }, when: "new" },
      ]),

    /** Those that wait, oldest first: what it costs does not grow with those that were answered. */
    waiting: async (round: string, limit: number): Promise<{ items: AskedQuestion[]; more: boolean }> => {
      const { pk } = keys.question(round, "")
      const { items, next } = await table.query({ pk, begins: "WAITING#", limit, strong: true })
      return { items: items.map((item) => askedQuestion.parse(item)), more: next !== undefined }
    },

    unpublished: async (round: string, limit: number): Promise<UnpublishedQuestion[]> => {
      const { pk } = keys.unpublished(round, "")
      const asked = { pk, begins: "UNPUBLISHED#", newestFirst: true, limit, strong: true }
      return (await table.query(asked)).items.map((item) => unpublishedQuestion.parse(item))
    },

    waits: (round: string, id: string) => found(askedQuestion, keys.question(round, id)),

    /** How a question ended, if it has. */
    ended: async (round: string, id: string) => {
      const [answered, unpublished] = await Promise.all([
        found(answeredQuestion, keys.answered(round, id)),
        found(unpublishedQuestion, keys.unpublished(round, id)),
      ])
      return answered ?? unpublished
    },

    /** What this key gave before, if this person ever used it. */
    replay: (round: string, person: string, key: string): Promise<Done | undefined> =>
      found(done, keys.questionMove(round, person, key)),

    keyed: (round: string, person: string, { key, fingerprint, expires }: MoveKey, result: Json): Action => ({
      put: { ...keys.questionMove(round, person, key), fingerprint, result, expires },
      when: "new",
    }),

    /** The answer for everybody, how the question ended, and a letter that goes when the move's key does. */
    answering: (
      answer: PublishedAnswer,
      one: AnsweredQuestion,
      letter: AnswerLetter,
      expires: number,
    ): Action[] => [
      { put: { ...keys.answer(one.round, answer.number), ...answer }, when: "new" },
      { put: { ...keys.answered(one.round, one.id), ...one }, when: "new" },
      { put: { ...keys.questionLetter(one.round, one.id), ...letter, expires }, when: "new" },
    ],

    closing: (one: UnpublishedQuestion): Action[] => [
      { put: { ...keys.unpublished(one.round, one.id), ...one }, when: "new" },
    ],

    /** Ends a question that still waits, with the next line of the round's chain: together or not at all. */
    end: async (
      { id, round }: AskedQuestion,
      { before, event, answers = before.answers }: { before: Desk; event: Event; answers?: number },
      actions: Action[],
    ): Promise<boolean> => {
      const written = await table.write([
        { remove: keys.question(round, id), when: "there" },
        {
          put: { ...keys.questionDesk(round), number: event.number, hash: event.hash, answers },
          when: before.first ? "new" : { is: { number: before.number } },
        },
        { put: { ...keys.event("programme", event.record, event.number), ...event }, when: "new" },
        ...actions,
      ])
      return written.written
    },
  }
}

export type Questions = ReturnType<typeof questionsIn>
