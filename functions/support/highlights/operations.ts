import * as z from "zod"
import { month } from "../../../shared/domain/coaching/going-month.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { highlightsAt } from "../addresses.ts"
import { highlightsHere } from "./desk.ts"

export const highlightOperations: Operation<SignedIn>[] = [
  operation({
    id: "listHighlights",
    method: "get",
    path: highlightsAt,
    tag: "Support over sites",
    summary: "Of which months each site has a page, newest first",
    query: { phase: "A phase; without it, the one that runs now" },
    gives: z.object({
      phase: z.string().optional(),
      sites: z.array(z.object({ organisation: z.string(), name: z.string(), months: z.array(month) })),
    }),
    does: async (c) => {
      const { phase, sites } = await highlightsHere(c)
      return { body: { ...(phase && { phase: phase.id }), sites } }
    },
  }),
]
