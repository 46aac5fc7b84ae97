import { answered } from "../../../shared/domain/answered.ts"
import { coachesOf } from "../../../shared/domain/coaching/assigned.ts"
import {
  dealtWith,
  type PlanRemark,
  remarkForm,
  wholePlan,
} from "../../../shared/domain/coaching/plan-remark.ts"
import { type EvaluationPlan, nextNumber } from "../../../shared/domain/evaluation/plan/plan.ts"
import { type About, pagesOf } from "../../../shared/domain/evaluation/plan/version.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { evaluationGrantFor } from "../../../shared/domain/people/evaluation-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { putEvaluation } from "../../../shared/store/evaluation.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, only } from "../../../shared/web/evaluation/here.ts"
import { begunHere, changePlan, stampHere } from "./changing.ts"
import { aboutHere, inPhaseHere, storeHere } from "./desk.ts"

type Said = Pick<PlanRemark, "version" | "draft" | "text"> &
  Partial<Pick<PlanRemark, "on" | "label" | "notYet">>

/** What somebody says now, in the order of time. */
export const newRemark = (
  c: C,
  { on = wholePlan, label = "The whole plan", notYet = false, ...said }: Said,
): PlanRemark => {
  const { organisation, phase } = inPhaseHere(c).place
  const { by, at } = stampHere(c)
  const chance = Buffer.from(c.var.world.random(6)).toString("base64url")
  const coaches = coachesOf(c.var.phases, organisation, phase)
  const grant = evaluationGrantFor(c.var.actor, "comment on evaluation plan", { organisation, coaches })
  return {
    id: `${at.replace(/\D/g, "")}-${chance}`,
    organisation,
    phase,
    on,
    label,
    notYet,
    ...said,
    by,
    role: grant?.role ?? "",
    at,
    revision: 0,
  }
}

/** The form of a comment: its lines are the pages of the text as it stands now. */
export const remarkFormHere = async (c: C): Promise<Section> => {
  only(c, "comment on evaluation plan")
  const [plan, about] = await Promise.all([begunHere(c), aboutHere(c)])
  return formFor(plan, about)
}

const formFor = (plan: EvaluationPlan, about: About) =>
  remarkForm(Object.fromEntries(pagesOf(plan, about).map(({ id, title }) => [id, title])))

export type Commented = { comment: string; on: string }

/** What was typed, and the marks of what was said to stay. */
export type Comment = { given: Record<string, unknown>; stays: readonly string[] }

export const commentOnPlan = (c: C, { given, stays }: Comment, key: MoveKey): Promise<Commented> =>
  changePlan(c, { right: "comment on evaluation plan", key }, async (before, about) => {
    const form = formFor(before, about)
    const now = c.var.world.now()
    const answers = answered(form, given, now)
    askOnce(doubtsIn(form, answers, { read: ["text"], now }), stays)
    const { on, text } = answers
    const draft = before.state === "draft"
    const version = nextNumber(before) - (draft ? 0 : 1)
    const label = form.asks.on?.words(on ?? wholePlan) ?? ""
    const remark = newRemark(c, { on: String(on), label, text: String(text), version, draft })
    return {
      move: "comment on evaluation plan",
      ...(!draft && { version }),
      actions: [putEvaluation("PLANREMARK", remark.id, remark)],
      result: { comment: remark.id, on: remark.on },
    }
  })

/** The writers' word that a comment is dealt with. */
export const dealWith = (c: C, key: MoveKey): Promise<{ comment: string }> =>
  changePlan(c, { right: "write evaluation plan", key }, async () => {
    const before = await storeHere(c).remark(inPhaseHere(c).place, c.req.param("comment") ?? "")
    if (!before) throw new Refused("not found")
    const { by, at } = stampHere(c)
    return {
      move: "deal with evaluation comment",
      actions: [putEvaluation("PLANREMARK", before.id, dealtWith(before, by, at), before)],
      result: { comment: before.id },
    }
  })
