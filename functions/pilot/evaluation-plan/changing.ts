import { coachesOf } from "../../../shared/domain/coaching/assigned.ts"
import type { EvaluationMove } from "../../../shared/domain/evaluation/head.ts"
import type { PlanReaders } from "../../../shared/domain/evaluation/plan/letters.ts"
import { evaluationPlanHead } from "../../../shared/domain/evaluation/plan/moves.ts"
import type { EvaluationPlan } from "../../../shared/domain/evaluation/plan/plan.ts"
import type { About } from "../../../shared/domain/evaluation/plan/version.ts"
import type { EvaluationLetter } from "../../../shared/domain/letters/written.ts"
import type { EvaluationRight } from "../../../shared/domain/people/evaluation-policy.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Action } from "../../../shared/store/action.ts"
import { putEvaluation } from "../../../shared/store/evaluation.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import { type C, changeHere, siteHere, whoHere } from "../../../shared/web/evaluation/here.ts"
import { here } from "./addresses.ts"
import { aboutHere, inPhaseHere, storeHere } from "./desk.ts"

/** What becomes of the plan, as a line of the history. `version` is the one that it is about; none is the draft. */
type Decided<Result> = {
  move: EvaluationMove
  after?: EvaluationPlan
  version?: number
  actions?: Action[]
  letters?: EvaluationLetter[]
  result: Result
}

type By = { right: EvaluationRight; key: MoveKey }

/** A move of a plan that was begun. `decide` is asked again where somebody was quicker. */
export const changePlan = <Result extends Json>(
  c: C,
  by: By,
  decide: (before: EvaluationPlan, about: About) => Promise<Decided<Result>>,
): Promise<Result> =>
  changeHere(c, by, async () => {
    const [before, about] = await Promise.all([begunHere(c), aboutHere(c)])
    const { move, after, version, actions = [], letters, result } = await decide(before, about)
    return {
      move,
      about: aboutPlan(version),
      ...(after && { head: { plan: evaluationPlanHead(after, about.held.lockedAt) } }),
      actions: [...(after ? [putPlan(after, before)] : []), ...actions],
      ...(letters && { letters }),
      result,
    }
  })

export const putPlan = (after: EvaluationPlan, before?: EvaluationPlan): Action =>
  putEvaluation("PLAN", "plan", after, before)

/** The plan as it stands, where it was begun. */
export const begunHere = async (c: C): Promise<EvaluationPlan> => {
  const found = await storeHere(c).plan(inPhaseHere(c).place)
  if (!found)
    throw new Refused("not possible now", { says: "The evaluation plan of this site is not begun yet." })
  return found
}

export const aboutPlan = (version?: number) => ({
  kind: "plan" as const,
  id: version === undefined ? "draft" : String(version),
  title: version === undefined ? "The evaluation plan" : `The evaluation plan, version ${version}`,
})

export const stampHere = (c: C) => ({ by: whoHere(c), at: c.var.world.now().toISOString() })

/** What a letter about the plan needs: where it leads, and everybody it may go to. */
export const writingHere = async (c: C) => {
  const { organisation, phase, name } = inPhaseHere(c).place
  const people = peopleIn(c.var.world.table)
  const [site, programme] = await Promise.all([
    people.membersOf(siteHere(c)),
    people.membersOf(programmeItself),
  ])
  const coaches = coachesOf(c.var.phases, organisation, phase)
  const readers: PlanReaders = { site, programme, coaches, not: c.var.actor.id }
  return {
    about: { organisation, phase, name, path: here({ organisation, phase }) },
    readers,
    at: c.var.world.now(),
  }
}
