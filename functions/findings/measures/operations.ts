import * as z from "zod"
import { evaluationViews } from "../../../shared/domain/people/evaluation-policy.ts"
import { allMeasuresAt, oneMeasureAt } from "../../../shared/web/evaluation/addresses.ts"
import { seenBody, seenShape } from "../../../shared/web/evaluation/table-shapes.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import type { Inside } from "../here.ts"
import { measureHere, measuresHere, type OnMeasures } from "./desk.ts"

const tag = "Measures"

const gives = seenShape.extend({ view: z.enum(evaluationViews) })

const bodyOf = ({ every, seen }: OnMeasures) => ({
  view: every ? ("true" as const) : ("released" as const),
  ...seenBody(seen),
})

export const measuresOperations: Operation<Inside>[] = [
  operation({
    id: "readMeasures",
    method: "get",
    path: allMeasuresAt(":phase"),
    tag,
    summary:
      "What every site of a phase measured: true for the evaluator, the last release for everybody else",
    gives,
    does: async (c) => ({ body: bodyOf(await measuresHere(c)) }),
  }),
  operation({
    id: "readMeasure",
    method: "get",
    path: oneMeasureAt(":phase", ":measure"),
    tag,
    summary: "One measure at every site of a phase and together, from baseline to final and by month",
    gives,
    does: async (c) => ({ body: bodyOf(await measureHere(c)) }),
  }),
]
