import * as z from "zod"
import { asking } from "../../../shared/domain/evaluation/answers/wave.ts"
import { answersAt } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { toHandOn } from "./desk.ts"

export const handingOnOperations: Operation<Inside>[] = [
  operation({
    id: "listLinksToHandOn",
    method: "get",
    path: answersAt(":organisation", ":phase"),
    tag: "Direct answers",
    summary: "Links by which people answer the evaluator directly, to hand on: never what came of them",
    gives: z.object({
      links: z.array(
        asking.pick({ wave: true, group: true, point: true, title: true, until: true }).extend({
          address: z.string(),
        }),
      ),
    }),
    does: async (c) => ({
      body: {
        links: (await toHandOn(c)).map(({ wave, group, point, title, until, address }) => ({
          wave,
          group,
          point,
          title,
          until,
          address,
        })),
      },
    }),
  }),
]
