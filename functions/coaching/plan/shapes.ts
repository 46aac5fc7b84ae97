import * as z from "zod"
import type { PlanFate, PlanOrigin } from "../../../shared/domain/coaching/plan.ts"
import { agreedOf, planFates, planOrigins, planSides } from "../../../shared/domain/coaching/plan.ts"
import { originWords } from "../../../shared/domain/coaching/plan-begin.ts"
import {
  isLateMilestone,
  type Milestone,
  milestoneCounts,
} from "../../../shared/domain/coaching/plan-milestones.ts"
import { foreseenRisks } from "../../../shared/domain/coaching/plan-risks.ts"
import { saidIn } from "../../../shared/domain/coaching/plan-version.ts"
import { planStands } from "../../../shared/domain/coaching/plan-words.ts"
import { plainDate } from "../../../shared/values/london.ts"
import type { OnPlan, PlanSummary } from "./desk.ts"
import type { Known } from "./known.ts"

const instant = z.iso.datetime()
const fates = z.enum(Object.keys(planFates) as [PlanFate, ...PlanFate[]])
export const sides = z.array(z.enum(planSides))

const textShape = z.array(
  z.object({
    section: z.string(),
    question: z.string(),
    label: z.string(),
    answer: z.json().optional(),
    words: z.string(),
    from: z.string().optional().meta({ description: "Where it came from, while nobody has changed it" }),
  }),
)

const milestoneShape = z.object({
  id: z.string(),
  what: z.string(),
  who: z.string(),
  by: plainDate,
  late: z.boolean(),
  moved: z.array(z.object({ from: plainDate, to: plainDate, because: z.string(), by: z.string() })),
  done: z.object({ on: plainDate, says: z.string(), by: z.string() }).optional(),
})

const remarkShape = z.object({
  id: z.string(),
  version: z.int(),
  draft: z.boolean(),
  on: z.string(),
  label: z.string(),
  text: z.string(),
  notYet: z.boolean(),
  by: z.string(),
  role: z.string(),
  at: instant,
  dealt: z.object({ by: z.string(), at: instant }).optional(),
})

export const versionShape = z.object({
  version: z.int().optional(),
  fate: fates.optional(),
  hash: z.string().optional().meta({ description: "SHA-256 of what was proposed: each word covers it" }),
  text: textShape,
})

/** What everybody reads of a plan who reads of it at all. */
const summaryShape = {
  says: z.array(z.string()),
  state: z.enum(["not begun", "draft", "proposed", "agreed"]),
  versions: z.array(z.object({ version: z.int(), at: instant, fate: fates, ended: instant.optional() })),
  milestones: z.object({
    all: z.int(),
    done: z.int(),
    late: z.int(),
    next: plainDate.optional(),
  }),
}

/** The department reads the first of these; `whole` is for everybody else. */
export const planShape = z.object({
  ...summaryShape,
  whole: z
    .object({
      revision: z.int(),
      began: z.enum(Object.keys(planOrigins) as [PlanOrigin, ...PlanOrigin[]]).optional(),
      agreed: versionShape.optional(),
      proposed: versionShape.optional(),
      draft: textShape.optional(),
      milestones: z.array(milestoneShape),
      comments: z.array(remarkShape),
      beside: z.array(
        z.object({
          label: z.string(),
          promised: z.string().optional(),
          planned: z.string().optional(),
          now: z.string().optional(),
        }),
      ),
      risks: z.array(z.object({ row: z.string(), risk: z.string(), against: z.string().optional() })),
    })
    .optional(),
})

export const summaryOf = ({ plan, milestones }: PlanSummary, today: string) => ({
  says: planStands(plan),
  state: plan?.state ?? ("not begun" as const),
  versions: (plan?.versions ?? []).map(({ version, at, fate, ended }) => ({
    version,
    at,
    fate,
    ...(ended && { ended: ended.at }),
  })),
  milestones: milestoneCounts(milestones, today),
})

type Said = ReturnType<typeof saidIn>

export const textOf = (said: Said, plan?: OnPlan["plan"]) =>
  said.flatMap(({ id, questions }) =>
    questions.map((one) => {
      const from = plan && originWords(plan, one.id)
      return {
        section: id,
        question: one.id,
        label: one.label,
        ...(one.answer !== undefined && { answer: one.answer }),
        words: one.words,
        ...(from && { from }),
      }
    }),
  )

export const wholeOf = (on: OnPlan, beside: Known, today: string) => {
  const { plan, agreed, proposed, sections } = on
  return {
    revision: plan?.revision ?? 0,
    ...(plan && { began: plan.began.from }),
    ...(plan && agreed && { agreed: versionOf(agreed, agreedOf(plan)?.fate) }),
    ...(proposed && { proposed: versionOf(proposed, "proposed") }),
    ...(plan?.state === "draft" && { draft: textOf(saidIn(sections, plan.sections), plan) }),
    milestones: on.milestones.map((one) => milestoneOf(one, today)),
    comments: on.remarks.map(({ by, dealt, organisation: _, phase: __, revision: ___, ...one }) => ({
      ...one,
      by: by.name,
      ...(dealt && { dealt: { by: dealt.by.name, at: dealt.at } }),
    })),
    beside,
    risks: agreed ? foreseenRisks(agreed) : [],
  }
}

const versionOf = (
  { version, hash, sections }: NonNullable<OnPlan["agreed"]>,
  fate: PlanFate | undefined,
) => ({
  version,
  ...(fate && { fate }),
  hash,
  text: textOf(sections),
})

const milestoneOf = ({ id, what, who, by, moved, done }: Milestone, today: string) => ({
  id,
  what,
  who,
  by,
  late: isLateMilestone({ by, ...(done && { done }) }, today),
  moved: moved.map(({ from, to, because, by: mover }) => ({ from, to, because, by: mover.name })),
  ...(done && { done: { on: done.on, says: done.says, by: done.by.name } }),
})
