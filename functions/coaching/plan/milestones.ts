import { answered } from "../../../shared/domain/answered.ts"
import { agreedOf, type Plan } from "../../../shared/domain/coaching/plan.ts"
import {
  type Milestone,
  milestoneDoneForm,
  milestoneMovedForm,
  movedTo,
  reached,
} from "../../../shared/domain/coaching/plan-milestones.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Answers } from "../../../shared/form/question.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, only } from "../../../shared/web/coaching/here.ts"
import { begunHere, changePlan, stampHere } from "./changing.ts"
import { milestonesHere } from "./desk.ts"

export const doneFormHere = (c: C) => milestoneDoneForm(londonDate(c.var.world.now()))
export const movedFormHere = (c: C) => milestoneMovedForm(londonDate(c.var.world.now()))

/** The milestone in the address, of the plan that counts. */
export const milestoneHere = async (c: C): Promise<Milestone> => {
  only(c, "write plan")
  return milestoneIn(c, await begunHere(c))
}

const milestoneIn = async (c: C, plan: Plan): Promise<Milestone> => {
  const found = (await milestonesHere(c, plan)).find(({ id }) => id === c.req.param("milestone"))
  if (!found) throw new Refused("not found")
  return found
}

export type Marked = { milestone: string; by: string; done: boolean }

export const reachMilestone = (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Marked> =>
  mark(c, key, "reach milestone", (before, one, now) =>
    reached(before, one, answered(doneFormHere(c), given, now), stampHere(c)),
  )

export const moveMilestone = (c: C, given: Record<string, unknown>, key: MoveKey): Promise<Marked> =>
  mark(c, key, "move milestone", (before, one, now) =>
    movedTo(before, one, answered(movedFormHere(c), given, now) as Answers, stampHere(c)),
  )

type Marks = (before: Plan, one: Milestone, now: Date) => Plan

const mark = (
  c: C,
  key: MoveKey,
  move: "reach milestone" | "move milestone",
  marks: Marks,
): Promise<Marked> =>
  changePlan(c, { right: "write plan", key }, async (before) => {
    const one = await milestoneIn(c, before)
    const after = marks(before, one, c.var.world.now())
    const now = (await milestonesHere(c, after)).find(({ id }) => id === one.id) ?? one
    return {
      move,
      version: agreedOf(after)?.version,
      after,
      result: { milestone: one.id, by: now.by, done: now.done !== undefined },
    }
  })
