import * as z from "zod"
import { becameWords } from "../../../shared/domain/learning/became.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { goodNewsAt, shareAt, yoursAt } from "../addresses.ts"
import { inBody } from "../given.ts"
import type { Inside } from "../here.ts"
import { takeBack } from "./deciding.ts"
import { yoursHere } from "./desk.ts"
import { offer } from "./offering.ts"
import * as shape from "./shapes.ts"

const tag = "Learning"

/** What somebody offers, and what became of it. */
export const offeringOperations: Operation<Inside>[] = [
  operation<Inside, Record<string, unknown>>({
    id: "shareLearning",
    method: "post",
    path: shareAt,
    tag,
    summary: "Offer one idea to the coordinators",
    keyed: true,
    asks: z.strictObject({
      text: shape.words.meta({ description: "60 words or fewer" }),
      tags: shape.tags,
      wanted: shape.wanted,
      site: shape.site,
      nobody: shape.nobody,
      stays: shape.stays,
    }),
    gives: shape.offered,
    does: async (c, body, key) => ({
      body: await offer(c, "by hand", inBody(body), key as MoveKey),
      at: yoursAt,
    }),
  }),
  operation<Inside, Record<string, unknown>>({
    id: "shareGoodNews",
    method: "post",
    path: goodNewsAt,
    tag,
    summary: "Offer good news to the coordinators",
    keyed: true,
    asks: z.strictObject({
      text: shape.words.meta({ description: "60 words or fewer" }),
      wanted: shape.wanted,
      site: shape.site,
      nobody: shape.nobody,
      stays: shape.stays,
    }),
    gives: shape.offered,
    does: async (c, body, key) => ({
      body: await offer(c, "good news", inBody(body), key as MoveKey),
      at: yoursAt,
    }),
  }),
  operation({
    id: "listOfferedLearning",
    method: "get",
    path: yoursAt,
    tag,
    summary: "What you have offered, and what became of it",
    gives: z.object({
      offered: z.array(
        z.object({
          offer: z.string(),
          idea: z.string().optional().meta({ description: "Its id in the library" }),
          text: z.string(),
          says: z.string(),
        }),
      ),
    }),
    does: async (c) => ({
      body: {
        offered: (await yoursHere(c)).map((one) => ({
          offer: one.id,
          ...(one.shared?.as && { idea: one.shared.as }),
          text: one.shared?.text ?? one.text,
          says: becameWords(one),
        })),
      },
    }),
  }),
  operation({
    id: "takeBackLearning",
    method: "post",
    path: `${yoursAt}/:offer/take-back`,
    tag,
    summary: "Take back what you have offered, before anybody decided",
    keyed: true,
    asks: z.strictObject({}),
    gives: shape.moved,
    does: async (c, _, key) => ({
      body: await takeBack(c, c.req.param("offer") ?? "", key as MoveKey),
      at: yoursAt,
    }),
  }),
]
