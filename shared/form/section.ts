import type { Json } from "../values/canonical.ts"
import type { Answers, AnswersOf, Problem, Question } from "./question.ts"

/** `holds` is asked only when every question in `needs` is answered; facts are closed over by the kind. */
export type Check = {
  at: string
  holds: (answers: Answers) => boolean
  otherwise: (answers: Answers) => string
  /** A warning is shown and may be sent with; a problem may not. */
  weighs: "problem" | "warning"
}

export type Section = {
  id: string
  title: string
  /** How long it takes, as measured. */
  minutes: number
  intro?: string
  /** About money: what a certifier sees and signs. */
  money?: boolean
  asks: Record<string, Question>
  checks: Check[]
  /** Tables of what its answers come to, with those of the other sections: worked out, never answered. */
  derives?: (answers: Answers, all: Record<string, Answers>) => Derived[]
}

/** A table of what was worked out, each cell in words; and what it says in sentences. */
export type Derived = {
  caption: string
  columns: string[]
  rows: { label: string; cells: string[] }[]
  says?: string[]
  /** It is read before the questions. */
  first?: true
}

type CheckOf<Asks> = {
  at: keyof Asks & string
  needs: (keyof Asks & string)[]
  holds: (answers: Required<AnswersOf<Asks>>) => boolean
  otherwise: string | ((answers: Required<AnswersOf<Asks>>) => string)
  weighs?: "problem" | "warning"
}

/** One section of a kind: some questions that make one thought, with checks typed to their answers. */
export const section = <Asks extends Record<string, Question>>({
  checks = [],
  derives,
  ...rest
}: Omit<Section, "asks" | "checks" | "derives"> & {
  asks: Asks
  checks?: CheckOf<Asks>[]
  derives?: (answers: AnswersOf<Asks>, all: Record<string, Answers>) => Derived[]
}): Section => ({
  ...rest,
  ...(derives && {
    derives: (answers: Answers, all: Record<string, Answers>) => derives(answers as AnswersOf<Asks>, all),
  }),
  checks: checks.map(({ at, needs, holds, otherwise, weighs = "problem" }) => ({
    at,
    weighs,
    holds: (answers) =>
      needs.some((key) => answers[key] === undefined) || holds(answers as Required<AnswersOf<Asks>>),
    otherwise: (answers) =>
      typeof otherwise === "string" ? otherwise : otherwise(answers as Required<AnswersOf<Asks>>),
  })),
})

/** The questions that are asked, given what is answered so far: what hangs on a hidden one is hidden with it. */
export const askedIn = ({ asks }: Section, answers: Answers): [string, Question][] => {
  const asked = new Set<string>()
  return Object.entries(asks).filter(([key, { when }]) => {
    if (when && !(asked.has(when.question) && holdsWhen(answers[when.question], when.is))) return false
    asked.add(key)
    return true
  })
}

const holdsWhen = (answer: Json | undefined, is: string | boolean) =>
  Array.isArray(answer) ? answer.includes(is) : answer === is

/** What is answered and asked: the answer to a question that is hidden now counts for nothing. */
export const visibleAnswers = (section: Section, answers: Answers): Answers =>
  Object.fromEntries(
    askedIn(section, answers).flatMap(([key]) => (answers[key] === undefined ? [] : [[key, answers[key]]])),
  )

/** What stands between this section and being sent: questions without an answer, and checks that do not hold. */
export const problemsIn = (section: Section, answers: Answers): Problem[] => {
  const shown = visibleAnswers(section, answers)
  const missing = askedIn(section, answers).flatMap(([question, asked]): Problem[] => {
    const given = shown[question]
    if (given === undefined) return asked.optional ? [] : [{ question, says: asked.ask }]
    return asked.missing(given).map((one) => ({ question, ...one }))
  })
  return [...missing, ...failing(section, shown, "problem")]
}

export const warningsIn = (section: Section, answers: Answers): Problem[] =>
  failing(section, visibleAnswers(section, answers), "warning")

const failing = ({ checks }: Section, answers: Answers, weighs: Check["weighs"]): Problem[] =>
  checks
    .filter((check) => check.weighs === weighs && !check.holds(answers))
    .map((check) => ({ question: check.at, says: check.otherwise(answers) }))

/** What a section's answers come to beside them, given those of every section. */
export const derivedIn = (section: Section, all: Record<string, Answers>): Derived[] =>
  section.derives?.(visibleAnswers(section, all[section.id] ?? {}), all) ?? []

export type Progress = "not started" | "in progress" | "answered"

export const progressOf = (section: Section, answers: Answers): Progress => {
  if (problemsIn(section, answers).length === 0) return "answered"
  return Object.keys(visibleAnswers(section, answers)).length ? "in progress" : "not started"
}
