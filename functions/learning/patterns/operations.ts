import * as z from "zod"
import { type StuckOn, stuckOn } from "../../../shared/domain/coaching/going-words.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { patternsAt } from "../addresses.ts"
import type { Inside } from "../here.ts"
import { patternsHere } from "./desk.ts"

export const patternOperations: Operation<Inside>[] = [
  operation({
    id: "readSharedPatterns",
    method: "get",
    path: patternsAt,
    tag: "Learning",
    summary: "What sites are stuck on, counted without naming any",
    gives: z.object({
      sites: z.int(),
      patterns: z.array(
        z.object({
          on: z.enum(Object.keys(stuckOn) as [StuckOn, ...StuckOn[]]),
          count: z.int(),
          of: z.int(),
          before: z.int().optional(),
          says: z.string(),
        }),
      ),
    }),
    does: async (c) => {
      const { sites, patterns } = await patternsHere(c)
      return { body: { sites, patterns } }
    },
  }),
]
