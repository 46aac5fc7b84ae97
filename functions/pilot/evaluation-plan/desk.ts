import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import type { PlanRemark } from "../../../shared/domain/coaching/plan-remark.ts"
import type { Beginning } from "../../../shared/domain/evaluation/plan/begin.ts"
import type { Held } from "../../../shared/domain/evaluation/plan/lock.ts"
import {
  agreedIn,
  type EvaluationPlan,
  type ListedEvaluation,
  proposedIn,
} from "../../../shared/domain/evaluation/plan/plan.ts"
import type { About, EvaluationVersion } from "../../../shared/domain/evaluation/plan/version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { pointsAsked } from "../../../shared/kinds/measures/asked-points.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import { type EvaluationPlace, evaluationIn } from "../../../shared/store/evaluation.ts"
import { evaluationPlansIn } from "../../../shared/store/evaluation-plans.ts"
import { type C, only, sitePhaseHere, viewHere } from "../../../shared/web/evaluation/here.ts"

/** What the plan is about, whoever reads it. */
export type InPhase = { place: EvaluationPlace; title: string }

/** The plan with all that is said of it. */
export type OnPlan = InPhase & {
  about: About
  plan?: EvaluationPlan
  /** The text that counts, and the one that waits for somebody's word. */
  agreed?: EvaluationVersion
  proposed?: EvaluationVersion
  remarks: PlanRemark[]
}

export const storeHere = (c: C) => evaluationPlansIn(c.var.world.table)

export const inPhaseHere = (c: C): InPhase & { site: SitePhase } => {
  const { phase, site } = sitePhaseHere(c)
  const { organisation, name } = site
  return { place: { organisation, phase: phase.id, name }, title: phase.title, site }
}

/** When the phase has measures taken. */
export const askedHere = (c: C) => pointsAsked(sitePhaseHere(c).phase.asks.map(({ kind }) => kind))

/** What is agreed and locked now. A baseline may be accepted before any plan is agreed. */
export const heldHere = async (c: C): Promise<Held> => {
  const { place } = inPhaseHere(c)
  const evaluation = evaluationIn(c.var.world.table)
  const [agreed, head] = await Promise.all([
    evaluation.agreed(place.organisation, place.phase),
    evaluation.head(place.organisation, place.phase),
  ])
  const lockedAt = agreed?.lockedAt ?? head?.plan?.lockedAt
  return { ...(agreed && { agreed }), ...(lockedAt !== undefined && { lockedAt }) }
}

export const aboutHere = async (c: C): Promise<About> => ({ held: await heldHere(c), asked: askedHere(c) })

/** For those who read it whole: drafts, comments and every version. */
export const planHere = async (c: C): Promise<OnPlan> => {
  only(c, "comment on evaluation plan")
  const { place, title } = inPhaseHere(c)
  const [plan, remarks, about] = await Promise.all([
    storeHere(c).plan(place),
    storeHere(c).remarks(place),
    aboutHere(c),
  ])
  const [agreed, proposed] = await Promise.all([
    textOf(c, place, plan && agreedIn(plan)),
    textOf(c, place, plan && proposedIn(plan)),
  ])
  return {
    place,
    title,
    about,
    remarks,
    ...(plan && { plan }),
    ...(agreed && { agreed }),
    ...(proposed && { proposed }),
  }
}

const textOf = async (c: C, place: EvaluationPlace, listed: ListedEvaluation | undefined) =>
  listed && storeHere(c).version(place, listed.version)

/** The plan that counts, for everybody who may read of the evaluation at all. */
export type Counting = InPhase & {
  held: Held
  listed?: ListedEvaluation
  version?: EvaluationVersion
}

export const countingHere = async (c: C): Promise<Counting> => {
  viewHere(c)
  const { place, title } = inPhaseHere(c)
  const [plan, held] = await Promise.all([storeHere(c).plan(place), heldHere(c)])
  const listed = plan && agreedIn(plan)
  const version = await textOf(c, place, listed)
  return { place, title, held, ...(listed && version && { listed, version }) }
}

/** The same where there is one. */
export const agreedHere = async (c: C) => {
  const { listed, version, ...rest } = await countingHere(c)
  if (!listed || !version)
    throw new Refused("not possible now", { says: "No version of this plan is agreed by both yet." })
  return { ...rest, listed, version }
}
export type AgreedHere = Awaited<ReturnType<typeof agreedHere>>

/** What there was before: what a first draft begins with. */
export const beginningHere = async (c: C): Promise<Beginning> => {
  const { place, site } = inPhaseHere(c)
  const [promise, before] = await Promise.all([
    actionsIn(c.var.world.table, place.organisation).promised(place.phase),
    agreedBefore(c, site),
  ])
  return { ...(promise?.measures && { promised: promise.measures }), ...(before && { before }) }
}

/** The plan that was agreed in the last phase of the site before this one. */
const agreedBefore = async (c: C, { organisation, from = "" }: SitePhase) => {
  const earlier = c.var.phases
    .flatMap(({ sites }) => sites)
    .filter((one) => one.organisation === organisation && one.from !== undefined && one.from < from)
    .toSorted((a, b) => (b.from ?? "").localeCompare(a.from ?? ""))[0]
  if (!earlier) return undefined
  const plan = await storeHere(c).plan(earlier)
  const listed = plan && agreedIn(plan)
  return listed && storeHere(c).version(earlier, listed.version)
}
