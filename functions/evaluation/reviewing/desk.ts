import type { AgreedPlan } from "../../../shared/domain/evaluation/agreed-plan.ts"
import type { Figures } from "../../../shared/kinds/measures/figure.ts"
import { evaluationIn } from "../../../shared/store/evaluation.ts"
import { reviewAt } from "../../../shared/web/evaluation/addresses.ts"
import { type C, only, placeHere } from "../../../shared/web/evaluation/here.ts"
import { type OnReview, returnAsSent } from "../../../shared/web/reviewing/desk.ts"

/** A return of the evaluation as the evaluator reads it: with what it says in figures, and the plan that they are of. */
export type OnEvaluation = OnReview & { figures?: Figures; agreed?: AgreedPlan }

/** The return in the address, for the evaluator alone: everybody else reads their own side of it elsewhere. */
export const returnHere = async (c: C): Promise<OnEvaluation> => {
  only(c, "review evaluation return")
  const { organisation, phase } = placeHere(c)
  const evaluation = evaluationIn(c.var.world.table)
  const reference = c.req.param("reference") ?? ""
  const desk = await returnAsSent(c, { organisation, phase, reference, of: "the evaluation" })
  const [figures, agreed] = await Promise.all([
    evaluation.figuresIn(organisation, phase, desk.head.round),
    evaluation.agreed(organisation, phase),
  ])
  return { ...desk, figures, agreed }
}

export const hereAt = ({ phase, organisation, head }: Pick<OnReview, "phase" | "organisation" | "head">) =>
  reviewAt(organisation.id, phase, head.reference)
