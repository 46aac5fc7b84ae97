import * as z from "zod"
import type { Answers } from "../../form/question.ts"
import { askedIn, type Section, visibleAnswers } from "../../form/section.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { type Compared, compared } from "../submissions/compared.ts"
import { asAsked } from "../submissions/sent.ts"
import type { Plan } from "./plan.ts"

const json = z.custom<Json>((value) => value !== undefined)

const said = z.object({
  id: z.string(),
  title: z.string(),
  questions: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      label: z.string(),
      hint: z.string().optional(),
      answer: json.optional(),
      words: z.string(),
    }),
  ),
})
export type SaidSection = z.infer<typeof said>

/** A version as it was proposed, each question as it was asked: never changed. What is agreed is its hash. */
export const planVersion = z.object({
  /** "0001" */
  id: z.string(),
  organisation: z.string(),
  phase: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
  by: z.object({ person: z.string(), name: z.string() }),
  sections: z.array(said),
  hash: z.string(),
  revision: z.int(),
})
export type PlanVersion = z.infer<typeof planVersion>

export const versionId = (version: number) => String(version).padStart(4, "0")

/** The text of a draft, as a version of it would say it. */
export const saidIn = (sections: Section[], drafts: Record<string, { answers: Answers }>): SaidSection[] =>
  sections.map((one) => {
    const answers = visibleAnswers(one, drafts[one.id]?.answers ?? {})
    return {
      id: one.id,
      title: one.title,
      questions: askedIn(one, answers).map(([id, question]) => ({ id, ...asAsked(question, answers[id]) })),
    }
  })

type Proposing = Pick<Plan, "organisation" | "phase"> &
  Pick<PlanVersion, "version" | "at" | "by" | "sections">

export const versionFrom = ({ organisation, phase, version, at, by, sections }: Proposing): PlanVersion => {
  const text = { organisation, phase, version, at, by, sections }
  const hash = sha256(canonical(text as unknown as Json))
  return { id: versionId(version), ...text, hash, revision: 0 }
}

/** The answers of a text, by question. */
export const answersOf = ({ sections }: { sections: SaidSection[] }): Answers =>
  Object.fromEntries(
    sections.flatMap(({ questions }) =>
      questions.flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer]])),
    ),
  )

/** What one text says otherwise than another, in words. */
export const planCompared = (
  asked: Section[],
  before: { sections: SaidSection[] },
  after: { sections: SaidSection[] },
): Compared =>
  compared(before, after, (section, question) => asked.find(({ id }) => id === section)?.asks[question])
