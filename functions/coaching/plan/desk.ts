import type { SitePhase } from "../../../shared/domain/calendar/site-phase.ts"
import { agreedOf, type ListedVersion, type Plan, proposedOf } from "../../../shared/domain/coaching/plan.ts"
import type { Before } from "../../../shared/domain/coaching/plan-begin.ts"
import { planSections } from "../../../shared/domain/coaching/plan-form.ts"
import { type Milestone, milestonesOf } from "../../../shared/domain/coaching/plan-milestones.ts"
import type { PlanRemark } from "../../../shared/domain/coaching/plan-remark.ts"
import { answersOf, type PlanVersion } from "../../../shared/domain/coaching/plan-version.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { actionsIn } from "../../../shared/store/actions.ts"
import type { Place } from "../../../shared/store/coaching.ts"
import { plansIn } from "../../../shared/store/plans.ts"
import { type C, placeHere, viewHere, wholeHere } from "../../../shared/web/coaching/here.ts"

/** What the plan is about, whoever reads it. */
export type InPhase = { place: Place; site: SitePhase; title: string }

export type OnPlan = InPhase & {
  sections: Section[]
  plan?: Plan
  /** The text that counts, and the one that waits for somebody's word. */
  agreed?: PlanVersion
  proposed?: PlanVersion
  /** Of the text that counts. */
  milestones: Milestone[]
  remarks: PlanRemark[]
  before: Before
}

export const storeHere = (c: C) => plansIn(c.var.world.table)

export const inPhaseHere = (c: C): InPhase => {
  const place = placeHere(c)
  const phase = c.var.phases.find(({ id }) => id === place.phase)
  const site = phase?.sites.find(({ organisation }) => organisation === place.organisation)
  if (!phase || !site) throw new Refused("not found")
  return { place, site, title: phase.title }
}

export const sectionsHere = (c: C): Section[] => planSections(inPhaseHere(c).site)

/** The plan of the site and phase in the address, with all that is said of it: for those who read it whole. */
export const planHere = async (c: C): Promise<OnPlan> => {
  wholeHere(c)
  const here = inPhaseHere(c)
  const { place } = here
  const [plan, remarks, before] = await Promise.all([
    storeHere(c).plan(place),
    storeHere(c).remarks(place),
    beforeHere(c),
  ])
  const [agreed, proposed] = await Promise.all([
    textOf(c, place, plan && agreedOf(plan)),
    textOf(c, place, plan && proposedOf(plan)),
  ])
  const milestones = milestonesIn(plan, agreed)
  return { ...here, sections: sectionsHere(c), plan, agreed, proposed, milestones, remarks, before }
}

export type PlanSummary = InPhase & { plan?: Plan; milestones: Milestone[] }

/** What the department's page is made from: its pages say no word of it. */
export const summaryHere = async (c: C): Promise<PlanSummary> => {
  viewHere(c)
  const here = inPhaseHere(c)
  const plan = await storeHere(c).plan(here.place)
  return { ...here, plan, milestones: await milestonesHere(c, plan) }
}

/** The milestones that count, where a plan is agreed. */
export const milestonesHere = async (c: C, plan: Plan | undefined): Promise<Milestone[]> =>
  milestonesIn(plan, await textOf(c, placeHere(c), plan && agreedOf(plan)))

const milestonesIn = (plan: Plan | undefined, agreed: PlanVersion | undefined) =>
  plan && agreed ? milestonesOf(answersOf(agreed), plan.milestones, agreed) : []

const textOf = async (c: C, place: Place, listed: ListedVersion | undefined) =>
  listed && storeHere(c).version(place, listed.version)

/** What was promised or agreed before: what a first draft begins with, and what stands beside it. */
export const beforeHere = async (c: C): Promise<Before> => {
  const { place, site } = inPhaseHere(c)
  const [promise, agreed] = await Promise.all([
    actionsIn(c.var.world.table, place.organisation).promised(place.phase),
    agreedBefore(c, site),
  ])
  return { promise, ...agreed, continuing: site.joined === "continuing" }
}

/** The plan that was agreed in the last phase of the site before this one, and what was reached of it. */
const agreedBefore = async (c: C, { organisation, from = "" }: SitePhase) => {
  const earlier = c.var.phases
    .flatMap(({ sites }) => sites)
    .filter((one) => one.organisation === organisation && one.from !== undefined && one.from < from)
    .toSorted((a, b) => (b.from ?? "").localeCompare(a.from ?? ""))[0]
  if (!earlier) return {}
  const plan = await storeHere(c).plan(earlier)
  const listed = plan && agreedOf(plan)
  const agreed = listed && (await storeHere(c).version(earlier, listed.version))
  const done = Object.entries(plan?.milestones ?? {}).flatMap(([id, one]) => (one.done ? [id] : []))
  return { agreed, done }
}
