import * as z from "zod"
import { firstToAccept } from "../../../shared/domain/evaluation/accepting.ts"
import { figures } from "../../../shared/kinds/measures/figure.ts"
import { returnShape as shape, returnShown as shown } from "../../../shared/web/reviewing/shown.ts"
import type { OnEvaluation } from "./desk.ts"
import { inTheWay } from "./moves.ts"

export const returnShape = shape.extend({
  plan: z.int().meta({ description: "The version of the evaluation plan that is agreed; 0 where none is" }),
  lockedAt: z.iso.datetime().optional().meta({ description: "Since when its measures are locked" }),
  point: figures.shape.point.optional(),
  counts: figures.shape.state.optional().meta({ description: "What its figures count as in the analysis" }),
  figures: figures.shape.figures.optional(),
  doubts: z
    .array(z.object({ section: z.string(), says: z.string() }))
    .meta({ description: "What does not fit together: a question, and never an error" }),
  inTheWay: z.string().optional().meta({ description: "Why it could not be accepted as things stand" }),
})

/** What does not fit together in it, or with what was said before, as the site was told too. */
export const doubtsIn = ({ kind, facts, answers }: Pick<OnEvaluation, "kind" | "facts" | "answers">) =>
  (kind.warns?.(facts, answers) ?? []).map(({ section, says }) => ({ section, says }))

export const inTheWayOf = ({ returns, expected }: OnEvaluation): string | undefined => {
  const first = firstToAccept(returns, expected)
  return first && inTheWay(first.title)
}

/** A return as the API shows it to the evaluator. */
export const returnShown = (desk: OnEvaluation) => {
  const { agreed, figures: said, head } = desk
  const before = head.state === "sent" ? inTheWayOf(desk) : undefined
  return {
    ...shown(desk),
    plan: agreed?.version ?? 0,
    ...(agreed?.lockedAt !== undefined && { lockedAt: agreed.lockedAt }),
    ...(said && { point: said.point, counts: said.state, figures: said.figures }),
    doubts: doubtsIn(desk),
    ...(before !== undefined && { inTheWay: before }),
  }
}
