import * as z from "zod"
import type { SaidSection } from "../../../shared/domain/coaching/plan-version.ts"
import { answersOf } from "../../../shared/domain/coaching/plan-version.ts"
import {
  agreedIn,
  type EvaluationFate,
  type EvaluationOrigin,
  evaluationFates,
  evaluationOrigins,
  evaluationSides,
} from "../../../shared/domain/evaluation/plan/plan.ts"
import { type TheoryBox, theoryBoxes } from "../../../shared/domain/evaluation/plan/theory.ts"
import type { EvaluationVersion } from "../../../shared/domain/evaluation/plan/version.ts"
import { planStands } from "../../../shared/domain/evaluation/plan/words.ts"
import { measure } from "../../../shared/kinds/measures/measure.ts"
import type { Counting, OnPlan } from "./desk.ts"
import { draftSaid } from "./versions.ts"

const instant = z.iso.datetime()
const fates = z.enum(Object.keys(evaluationFates) as [EvaluationFate, ...EvaluationFate[]])
export const sides = z.array(z.enum(evaluationSides))

const textShape = z.array(
  z.object({
    section: z.string(),
    question: z.string(),
    label: z.string(),
    answer: z.json().optional(),
    words: z.string(),
  }),
)

const theoryShape = z.array(z.object({ box: z.string(), heading: z.string(), lines: z.array(z.string()) }))

/** The picture is drawn from `theory`, and at `/plan/theory.svg`. */
export const versionShape = z.object({
  version: z.int().optional(),
  fate: fates.optional(),
  hash: z.string().optional().meta({ description: "SHA-256 of what was proposed: each word covers it" }),
  theory: theoryShape,
  text: textShape,
  measures: z.array(measure).optional(),
  notOurGroup: z.record(z.string(), z.string()).optional(),
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

/** Everybody reads what was agreed; `whole` is for those who have a part in it. */
export const planShape = z.object({
  says: z.array(z.string()),
  lockedAt: instant.optional(),
  agreed: versionShape.optional(),
  whole: z
    .object({
      revision: z.int(),
      state: z.enum(["not begun", "draft", "proposed", "agreed"]),
      began: z.enum(Object.keys(evaluationOrigins) as [EvaluationOrigin, ...EvaluationOrigin[]]).optional(),
      versions: z.array(z.object({ version: z.int(), at: instant, fate: fates, ended: instant.optional() })),
      proposed: versionShape.optional(),
      draft: versionShape.optional(),
      entries: z.array(
        z.object({ id: z.string(), library: z.string().optional(), takesPlaceOf: z.string().optional() }),
      ),
      comments: z.array(remarkShape),
    })
    .optional(),
})

const textOf = (said: SaidSection[]) =>
  said.flatMap(({ id, questions }) =>
    questions.map((one) => ({
      section: id,
      question: one.id,
      label: one.label,
      ...(one.answer !== undefined && { answer: one.answer }),
      words: one.words,
    })),
  )

const theoryOf = (said: SaidSection[]) =>
  theoryBoxes(answersOf({ sections: said.filter(({ id }) => id === "theory") })).map(
    ({ id, heading, lines }: TheoryBox) => ({ box: id, heading, lines }),
  )

export const saidShape = (said: SaidSection[]) => ({ theory: theoryOf(said), text: textOf(said) })

export const versionOf = (one: EvaluationVersion, fate: EvaluationFate | undefined) => ({
  version: one.version,
  ...(fate && { fate }),
  hash: one.hash,
  ...saidShape(one.sections),
  measures: one.measures,
  notOurGroup: one.notOurGroup,
})

export const countingOf = ({ version, listed, held }: Counting) => ({
  says:
    version && listed
      ? planStands({ versions: [listed], state: "agreed" }, held.lockedAt)
      : ["NOT AGREED YET."],
  ...(held.lockedAt !== undefined && { lockedAt: held.lockedAt }),
  ...(version && { agreed: versionOf(version, "agreed") }),
})

export const wholeOf = ({ plan, agreed, proposed, remarks, about }: OnPlan) => ({
  says: planStands(plan, about.held.lockedAt),
  ...(about.held.lockedAt !== undefined && { lockedAt: about.held.lockedAt }),
  ...(plan && agreed && { agreed: versionOf(agreed, agreedIn(plan)?.fate) }),
  whole: {
    revision: plan?.revision ?? 0,
    state: plan?.state ?? ("not begun" as const),
    ...(plan && { began: plan.began.from }),
    versions: (plan?.versions ?? []).map(({ version, at, fate, ended }) => ({
      version,
      at,
      fate,
      ...(ended && { ended: ended.at }),
    })),
    ...(proposed && { proposed: versionOf(proposed, "proposed") }),
    ...(plan?.state === "draft" && { draft: saidShape(draftSaid({ plan, about })) }),
    entries: plan?.measures ?? [],
    comments: remarks.map(({ by, dealt, organisation: _, phase: __, revision: ___, ...one }) => ({
      ...one,
      by: by.name,
      ...(dealt && { dealt: { by: dealt.by.name, at: dealt.at } }),
    })),
  },
})
