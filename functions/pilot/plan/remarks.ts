import { answered } from "../../../shared/domain/answered.ts"
import { nextVersion, type Plan } from "../../../shared/domain/coaching/plan.ts"
import { answersIn, linesOf } from "../../../shared/domain/coaching/plan-form.ts"
import {
  dealtWith,
  type PlanRemark,
  remarkForm,
  wholePlan,
} from "../../../shared/domain/coaching/plan-remark.ts"
import { askOnce, doubtsIn } from "../../../shared/domain/learning/doubts.ts"
import { coachingGrantFor } from "../../../shared/domain/people/coaching-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { putShared } from "../../../shared/store/coaching.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { type C, coachedHere, only, placeHere } from "../../../shared/web/coaching/here.ts"
import { begunHere, changePlan, stampHere } from "./changing.ts"
import { sectionsHere, storeHere } from "./desk.ts"

type Said = Pick<PlanRemark, "version" | "draft" | "text"> &
  Partial<Pick<PlanRemark, "on" | "label" | "notYet">>

/** What somebody says now, in the order of time. */
export const newRemark = (
  c: C,
  { on = wholePlan, label = "The whole plan", notYet = false, ...said }: Said,
): PlanRemark => {
  const { organisation, phase } = placeHere(c)
  const { by, at } = stampHere(c)
  const chance = Buffer.from(c.var.world.random(6)).toString("base64url")
  const grant = coachingGrantFor(c.var.actor, "read plan", coachedHere(c))
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

/** The form of a comment: its lines are those of the text as it stands now. */
export const remarkFormHere = async (c: C): Promise<Section> => {
  only(c, "comment on plan")
  return formFor(c, await begunHere(c))
}

const formFor = (c: C, plan: Plan) => remarkForm(linesOf(sectionsHere(c), answersIn(plan.sections)))

export type Commented = { comment: string; on: string }

/** What was typed, and the marks of what was said to stay. */
export type Comment = { given: Record<string, unknown>; stays: readonly string[] }

export const commentOnPlan = (c: C, { given, stays }: Comment, key: MoveKey): Promise<Commented> =>
  changePlan(c, { right: "comment on plan", key }, async (before) => {
    const form = formFor(c, before)
    const now = c.var.world.now()
    const answers = answered(form, given, now)
    askOnce(doubtsIn(form, answers, { read: ["text"], now }), stays)
    const { on, text } = answers
    const draft = before.state === "draft"
    const version = nextVersion(before) - (draft ? 0 : 1)
    const label = form.asks.on?.words(on ?? wholePlan) ?? ""
    const remark = newRemark(c, { on: String(on), label, text: String(text), version, draft })
    return {
      move: "comment on plan",
      ...(!draft && { version }),
      actions: [putShared("PLANREMARK", remark)],
      result: { comment: remark.id, on: remark.on },
    }
  })

/** The site's word that a comment is dealt with. */
export const dealWith = (c: C, key: MoveKey): Promise<{ comment: string }> =>
  changePlan(c, { right: "write plan", key }, async () => {
    const before = await storeHere(c).remark(placeHere(c), c.req.param("comment") ?? "")
    if (!before) throw new Refused("not found")
    const { by, at } = stampHere(c)
    return {
      move: "deal with comment",
      actions: [putShared("PLANREMARK", dealtWith(before, by, at), before)],
      result: { comment: before.id },
    }
  })
