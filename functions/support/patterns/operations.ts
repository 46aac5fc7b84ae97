import * as z from "zod"
import { type StuckOn, stuckOn } from "../../../shared/domain/coaching/going-words.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { patternsAt } from "../addresses.ts"
import { patternsHere } from "./desk.ts"

export const patternOperations: Operation<SignedIn>[] = [
  operation({
    id: "readPatterns",
    method: "get",
    path: patternsAt,
    tag: "Support over sites",
    summary: "What sites are stuck on, counted without naming any",
    query: { phase: "A phase; without it, the one that runs now" },
    gives: z.object({
      phase: z.string().optional(),
      sites: z.int(),
      patterns: z.array(
        z.object({
          on: z.enum(Object.keys(stuckOn) as [StuckOn, ...StuckOn[]]),
          count: z.int(),
          of: z.int(),
          before: z
            .int()
            .optional()
            .meta({ description: "How many a month before, from 2 up, where that is known" }),
          says: z.string(),
          organisations: z.array(z.string()).optional().meta({ description: "For coordinators alone" }),
        }),
      ),
    }),
    does: async (c) => {
      const { phase, sites, patterns, named } = await patternsHere(c)
      return {
        body: {
          ...(phase && { phase: phase.id }),
          sites,
          patterns: patterns.map(({ organisations, ...one }) => ({
            ...one,
            ...(named && { organisations }),
          })),
        },
      }
    },
  }),
]
