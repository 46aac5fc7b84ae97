import * as z from "zod"
import { evaluationViews } from "../../../shared/domain/people/evaluation-policy.ts"
import { measuresAt } from "../../../shared/web/evaluation/addresses.ts"
import type { Inside } from "../../../shared/web/evaluation/here.ts"
import { seenBody, seenShape } from "../../../shared/web/evaluation/table-shapes.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { figuresHere } from "./desk.ts"

export const figuresOperations: Operation<Inside>[] = [
  operation({
    id: "readMeasuresOfSite",
    method: "get",
    path: measuresAt(":organisation", ":phase"),
    tag: "Measures",
    summary:
      "What a site measured: true for the site, its coach and the evaluator, released for everybody else",
    about:
      'A number that is hidden is "[c]"; where there is no number, `gap` says why. Neither is ever 0. What people answered straight to the evaluator is as it was released, for everybody.',
    gives: seenShape.extend({ view: z.enum(evaluationViews) }),
    does: async (c) => {
      const { view, seen } = await figuresHere(c)
      return { body: { view, ...seenBody(seen) } }
    },
  }),
]
