import * as z from "zod"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { plainDate } from "../../../shared/values/london.ts"
import { onePageAt } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { onePageHere } from "./desk.ts"
import { takeQuestion, writeOnePage } from "./moves.ts"

const tag = "Evaluation"
const one = onePageAt(":organisation", ":phase")
const words = z.string().max(2_000).optional()

const writes = z.strictObject({
  seen: z.int().min(0).meta({ description: "The revision that you read; 0 before anything is written" }),
  posts: words,
  adulthood: words,
  asks: words,
})
const asks = z.strictObject({ question: z.string().max(2_000), asked: z.string().max(200), due: plainDate })

export const onePageOperations: Operation<Inside>[] = [
  operation<Inside, undefined>({
    id: "readOnePage",
    method: "get",
    path: one,
    tag,
    summary: "The council's one page, made from the record: every figure on it as it was released",
    gives: z.object({
      title: z.string(),
      parts: z.array(z.object({ heading: z.string(), lines: z.array(z.string()) })),
      revision: z.int(),
    }),
    does: async (c) => {
      const { title, parts, own } = await onePageHere(c)
      return {
        body: {
          title,
          parts: parts.map(({ heading, lines, none }) => ({
            heading,
            lines: lines.length === 0 ? [none] : lines.map(({ says }) => says),
          })),
          revision: own?.revision ?? 0,
        },
      }
    },
  }),
  operation<Inside, z.infer<typeof writes>>({
    id: "writeOnePage",
    method: "post",
    path: `${one}/words`,
    tag,
    summary: "What the page says in the words of the site lead",
    keyed: true,
    asks: writes,
    gives: z.object({ revision: z.int() }),
    does: async (c, { seen, ...given }, key) => ({
      body: await writeOnePage(c, given, { key: key as MoveKey, seen }),
    }),
  }),
  operation<Inside, z.infer<typeof asks>>({
    id: "takeBoardQuestion",
    method: "post",
    path: `${one}/question`,
    tag,
    summary: "A question from the council's Board, as an action of the site",
    keyed: true,
    asks,
    gives: z.object({ action: z.string() }),
    does: async (c, given, key) => ({ body: await takeQuestion(c, given, key as MoveKey) }),
  }),
]
