import * as z from "zod"
import type { Answers, Problem } from "../../../form/question.ts"
import { problemsIn, type Section } from "../../../form/section.ts"
import { type Measure, measure, type Point } from "../../../kinds/measures/measure.ts"
import { canonical, type Json } from "../../../values/canonical.ts"
import { sha256 } from "../../../values/hash.ts"
import { planVersion, saidIn } from "../../coaching/plan-version.ts"
import type { AgreedPlan } from "../agreed-plan.ts"
import { groupForm } from "./group-form.ts"
import { formFor, type Held, lockProblems } from "./lock.ts"
import { coreAsked, measureFrom } from "./measures.ts"
import { type EvaluationPlan, nextNumber } from "./plan.ts"
import { theoryForm } from "./theory.ts"

/** A version as it was proposed, each question as it was asked, with the measures that it comes to: never changed. */
export const evaluationVersion = planVersion.extend({
  measures: z.array(measure),
  notOurGroup: z.record(z.string(), z.string()),
})
export type EvaluationVersion = z.infer<typeof evaluationVersion>

/** What a plan is written and proposed by: what is locked, and when measures are taken. */
export type About = { held: Held; asked: Point[] }

type Draft = Pick<EvaluationPlan, "sections" | "measures">

export const answersAt = ({ sections }: Pick<Draft, "sections">, section: string): Answers =>
  sections[section]?.answers ?? {}

/** Every page of a draft, in its order: how it works, the core measures, and each measure of the site. */
export const pagesOf = (draft: Draft, { held, asked }: About): Section[] => [
  theoryForm,
  groupForm,
  ...draft.measures.map((entry) => {
    const given = answersAt(draft, entry.id)
    const form = formFor(entry, given, held, asked)
    return { ...form, title: typeof given.name === "string" ? given.name : "A measure without a name yet" }
  }),
]

/** What stands between a draft and proposing it, each with its page. */
export const missingIn = (draft: Draft, about: About): (Problem & { section: string })[] => {
  const pages = pagesOf(draft, about)
  const open = pages.flatMap((one) =>
    problemsIn(one, answersAt(draft, one.id)).map((each) => ({
      ...each,
      says: one.id === "theory" || one.id === "group" ? each.says : `${one.title}: ${each.says}`,
      section: one.id,
    })),
  )
  if (draft.measures.length === 0)
    return [...open, { question: "measures", section: "measures", says: "Add one measure of your own" }]
  if (open.length > 0) return open
  const measures = measuresIn(draft, about)
  const twice = measures.filter(({ id }, at) => measures.findIndex((one) => one.id === id) !== at)
  return [
    ...twice.map(({ name }) => ({
      question: "measures",
      section: "measures",
      says: `“${name}” is there twice: take one out`,
    })),
    ...lockProblems(measures, about.held).map((one) => ({ ...one, section: "measures" })),
  ]
}

/** The measures that a whole draft comes to: the core ones that are asked, then the site's. */
export const measuresIn = (draft: Draft, { held, asked }: About): Measure[] => [
  ...coreAsked(answersAt(draft, "group"), asked).measures,
  ...draft.measures.map((entry) => {
    const given = answersAt(draft, entry.id)
    return measureFrom(entry, formFor(entry, given, held, asked), given, asked)
  }),
]

type Stamp = { by: EvaluationPlan["began"]["by"]; at: string }

/** The draft as the next version: its text, its measures, and the hash of both. */
export const versionOf = (draft: EvaluationPlan, about: About, { by, at }: Stamp): EvaluationVersion => {
  const { organisation, phase } = draft
  const version = nextNumber(draft)
  const text = {
    organisation,
    phase,
    version,
    at,
    by,
    sections: saidIn(pagesOf(draft, about), draft.sections),
    measures: measuresIn(draft, about),
    notOurGroup: coreAsked(answersAt(draft, "group"), about.asked).notOurGroup,
  }
  const hash = sha256(canonical(text as unknown as Json))
  return { id: String(version).padStart(4, "0"), ...text, hash, revision: 0 }
}

/** The plan that counts from now on. What was locked stays locked, with the instant of it. */
export const countingFrom = (
  { organisation, phase, version, hash, measures, notOurGroup }: EvaluationVersion,
  at: string,
  { agreed, lockedAt }: Held,
): AgreedPlan => ({
  organisation,
  phase,
  version,
  at,
  hash,
  measures,
  notOurGroup,
  ...(lockedAt !== undefined && { lockedAt }),
  revision: agreed?.revision ?? 0,
})
