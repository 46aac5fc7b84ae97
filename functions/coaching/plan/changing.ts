import type { CoachingMove } from "../../../shared/domain/coaching/move.ts"
import type { Plan } from "../../../shared/domain/coaching/plan.ts"
import type { Readers } from "../../../shared/domain/coaching/plan-letters.ts"
import { milestoneCounts } from "../../../shared/domain/coaching/plan-milestones.ts"
import { planHead } from "../../../shared/domain/coaching/plan-moves.ts"
import type { CoachingLetter } from "../../../shared/domain/letters/written.ts"
import type { CoachingRight } from "../../../shared/domain/people/coaching-policy.ts"
import { programmeItself } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Action } from "../../../shared/store/action.ts"
import { putShared } from "../../../shared/store/coaching.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Json } from "../../../shared/values/canonical.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { planAt } from "../../../shared/web/coaching/addresses.ts"
import {
  type C,
  changeHere,
  coachedHere,
  placeHere,
  siteHere,
  whoHere,
} from "../../../shared/web/coaching/here.ts"
import { milestonesHere, storeHere } from "./desk.ts"

/** What becomes of the plan, said on the timeline of the site. `version` is the one that it is about; none is the draft. */
type Decided<Result> = {
  move: CoachingMove
  /** The plan as it is then, where it changes itself. */
  after?: Plan
  version?: number
  actions?: Action[]
  letters?: CoachingLetter[]
  result: Result
}

type By = { right: CoachingRight; key: MoveKey }

/** A move of a plan that was begun. `decide` is asked again where somebody was quicker. */
export const changePlan = <Result extends Json>(
  c: C,
  by: By,
  decide: (before: Plan) => Promise<Decided<Result>>,
): Promise<Result> =>
  changeHere(c, by, async () => {
    const before = await begunHere(c)
    const { move, after, version, actions = [], letters, result } = await decide(before)
    return {
      move,
      about: aboutPlan(version),
      ...(after && { head: { plan: await headOf(c, after) } }),
      actions: [...(after ? [putShared("PLAN", after, before)] : []), ...actions],
      ...(letters && { letters }),
      result,
    }
  })

/** The plan as it stands, where it was begun. */
export const begunHere = async (c: C): Promise<Plan> => {
  const found = await storeHere(c).plan(placeHere(c))
  if (!found) throw new Refused("not possible now", { says: "The plan of this site is not begun yet." })
  return found
}

export const aboutPlan = (version?: number) => ({
  kind: "plan" as const,
  id: version === undefined ? "draft" : String(version),
  title: version === undefined ? "The pilot plan" : `The pilot plan, version ${version}`,
})

export const headOf = async (c: C, after: Plan) => {
  const milestones = await milestonesHere(c, after)
  return planHead(
    after,
    milestones.length > 0 ? milestoneCounts(milestones, londonDate(c.var.world.now())) : undefined,
  )
}

export const stampHere = (c: C) => ({ by: whoHere(c), at: c.var.world.now().toISOString() })

/** What a letter about the plan needs: where it leads, and everybody it may go to. */
export const writingHere = async (c: C) => {
  const { organisation, phase, name } = placeHere(c)
  const people = peopleIn(c.var.world.table)
  const [site, programme] = await Promise.all([
    people.membersOf(siteHere(c)),
    people.membersOf(programmeItself),
  ])
  const readers: Readers = { site, programme, coaches: coachedHere(c).coaches, not: c.var.actor.id }
  return {
    about: { organisation, phase, name, path: planAt(organisation, phase) },
    readers,
    at: c.var.world.now(),
  }
}
