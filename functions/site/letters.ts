import * as z from "zod"
import { toldWords } from "../../shared/domain/letters/told.ts"
import { viewOf } from "../../shared/domain/people/policy.ts"
import { decisionLetterOf } from "../../shared/store/kept-letters.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { operation } from "../../shared/web/operation.ts"
import { beforeIn, type C, load, submissionsHere } from "./desk.ts"

/** Every letter about one submission. What was written in one is for those who read the submission whole. */
export const lettersOf = async (c: C) => {
  const desk = await load(c, { members: false })
  const { kind, organisation, reference } = desk.head
  const before = beforeIn(c)
  const [own, decision] = await Promise.all([
    submissionsHere(c).letters(reference, before),
    desk.heard && before === undefined ? decisionLetterOf(c.var.world.table, desk.heard) : [],
  ])
  const letters = [...decision, ...own]
  const whole = viewOf(c.var.actor, "read", { kind, organisation }) === "whole"
  return { desk, letters: whole ? letters : letters.map((one) => ({ ...one, note: undefined })) }
}

export const listLetters = (path: string, tag: string) =>
  operation<SignedIn, unknown>({
    id: "listLetters",
    method: "get",
    path: `${path}/letters`,
    tag,
    summary: "Every letter about it and what became of each, newest first, a hundred at a time",
    query: { before: "Only letters before this number" },
    gives: z.object({
      letters: z.array(
        z.object({
          number: z.int().meta({ description: "0 for that about the decision" }),
          letter: z.string(),
          at: z.iso.datetime(),
          by: z.string(),
          note: z.string().optional(),
          to: z.array(
            z.object({
              name: z.string(),
              role: z.string().optional(),
              state: z.string(),
              at: z.iso.datetime().optional(),
              says: z.string().meta({ description: "What became of it, in words" }),
            }),
          ),
        }),
      ),
    }),
    does: async (c) => {
      const { letters } = await lettersOf(c)
      return {
        body: {
          letters: letters.map(({ tellings, ...one }) => ({
            ...one,
            to: tellings.map((telling) => ({
              name: telling.name,
              role: telling.role,
              state: telling.state,
              at: telling.at,
              says: toldWords(telling),
            })),
          })),
        },
      }
    },
  })
