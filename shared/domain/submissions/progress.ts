import type { Answers, Problem } from "../../form/question.ts"
import { type Progress, problemsIn, progressOf, warningsIn } from "../../form/section.ts"
import type { Kind } from "../../kinds/index.ts"
import type { SectionItem } from "./submission.ts"

type Sections = Record<string, SectionItem>
export type SectionProgress = {
  id: string
  title: string
  minutes: number
  progress: Progress
  savedAt?: string
  savedBy?: string
}

export const answersOf = (sections: Sections): Record<string, Answers> =>
  Object.fromEntries(Object.entries(sections).map(([id, { answers }]) => [id, answers]))

/** Everything that stands between a submission and being sent, in the order of its pages. */
export const problemsOf = (
  kind: Kind,
  facts: unknown,
  sections: Sections,
): (Problem & { section: string })[] => {
  const answers = answersOf(sections)
  return [
    ...kind
      .sections(facts)
      .flatMap((one) =>
        problemsIn(one, answers[one.id] ?? {}).map((problem) => ({ section: one.id, ...problem })),
      ),
    ...kind.checks(facts, answers),
  ]
}

export const warningsOf = (
  kind: Kind,
  facts: unknown,
  sections: Sections,
): (Problem & { section: string })[] => [
  ...kind
    .sections(facts)
    .flatMap((one) =>
      warningsIn(one, sections[one.id]?.answers ?? {}).map((problem) => ({ section: one.id, ...problem })),
    ),
  ...(kind.warns?.(facts, answersOf(sections)) ?? []),
]

/** How far each section is: worked out here, never said by a person. */
export const progressIn = (kind: Kind, facts: unknown, sections: Sections): SectionProgress[] => {
  const across = kind.checks(facts, answersOf(sections))
  return kind.sections(facts).map((one) => {
    const item = sections[one.id]
    const progress = progressOf(one, item?.answers ?? {})
    return {
      id: one.id,
      title: one.title,
      minutes: one.minutes,
      progress:
        progress === "answered" && across.some(({ section }) => section === one.id)
          ? "in progress"
          : progress,
      savedAt: item?.at,
      savedBy: item?.by.name,
    }
  })
}
