import type { Answers } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { canonical } from "../../values/canonical.ts"
import { countWordsOf } from "../../values/count.ts"
import type { Promised } from "../actions/promise.ts"
import { type Plan, type PlanOrigin, planOrigins } from "./plan.ts"
import { answersOf, type PlanVersion } from "./plan-version.ts"

/** What an earlier record says about the same as one answer of the plan. */
export type Earlier = { title: string; label: string; words: string }

/** Which answers of an expression of interest are about the same as one of the plan. */
const promisedAs: Record<string, string> = {
  model: "differently",
  changes: "knowItHelps",
  stops: "freeTime",
  coproduction: "livedExperience",
}

/** What there was before: a promise, or a plan that was agreed, with the milestones that were reached of it. */
export type Before = { promise?: Promised; agreed?: PlanVersion; done?: string[]; continuing: boolean }

/** A site that goes on begins with the plan it has agreed; one that applied, with what it promised. */
export const originOf = ({ promise, agreed, continuing }: Before): PlanOrigin => {
  if (agreed && (continuing || !promise)) return "plan before"
  return promise ? "promise" : "nothing"
}

/** What a first draft begins with. What no longer fits its question stands beside it, and is not filled in. */
export const firstAnswers = (sections: Section[], before: Before): Record<string, Answers> => {
  const origin = originOf(before)
  const given =
    origin === "plan before"
      ? goingOn(answersOf(before.agreed as PlanVersion), before.done ?? [])
      : origin === "promise"
        ? promisedAnswers(before.promise as Promised)
        : {}
  return Object.fromEntries(
    sections.map(({ id, asks }) => [
      id,
      Object.fromEntries(
        Object.entries(asks).flatMap(([key, { schema }]) => {
          const answer = given[key]
          return answer !== undefined && schema.safeParse(answer).success ? [[key, answer]] : []
        }),
      ),
    ]),
  )
}

/** The same plan for another time: what was reached is left out, and no day is carried over. */
const goingOn = (answers: Answers, done: readonly string[]): Answers => {
  const rows = (answers.milestones ?? []) as { id: string; by?: string }[]
  const open = rows.filter(({ id }) => !done.includes(id)).map(({ by: _, ...row }) => row)
  const { milestones: _, ...rest } = answers
  return { ...rest, ...(open.length > 0 && { milestones: open }) } as Answers
}

const promisedAnswers = (promise: Promised): Answers => ({
  ...(promise.people && { people: promise.people }),
  ...Object.fromEntries(
    Object.keys(promisedAs).flatMap((key) => {
      const words = promisedWords(promise, key)?.words
      return words === undefined ? [] : [[key, words]]
    }),
  ),
})

const promisedWords = ({ answers }: Promised, key: string) =>
  answers.find(({ question }) => question === promisedAs[key])

/** What stands beside each question: what was promised in an expression of interest, or agreed in the phase before. */
export const besideQuestion = ({ promise, agreed, continuing }: Before, key: string): Earlier | undefined => {
  if (originOf({ promise, agreed, continuing }) === "plan before") {
    const said = agreed?.sections.flatMap(({ questions }) => questions).find(({ id }) => id === key)
    return said?.words
      ? { title: "In the plan of the phase before", label: said.label, words: said.words }
      : undefined
  }
  if (key === "people" && promise?.people)
    return { title, label: "How many people", words: countWordsOf(promise.people) }
  const found = promise && promisedWords(promise, key)
  return found && { title, label: found.label, words: found.words }
}

const title = "What you promised in your expression of interest"

/** "From your expression of interest, as it was." while nobody has changed what it began with. */
export const originWords = ({ began, sections, revision }: Plan, key: string): string | undefined => {
  if (revision === 0 || !began.answered.includes(key)) return undefined
  const unchanged = Object.values(sections).some(
    ({ answers, stamps }) => answers[key] !== undefined && stamps[key] === firstRevision,
  )
  return unchanged ? `From ${planOrigins[began.from]}, as it was.` : undefined
}

/** The revision that a draft has when it is begun: what is still stamped so was never changed. */
const firstRevision = 1

type Beginning = Pick<Plan, "organisation" | "phase"> & {
  from: PlanOrigin
  answers: Record<string, Answers>
  by: Plan["began"]["by"]
  at: string
}

export const newPlan = ({ organisation, phase, from, answers, by, at }: Beginning): Plan => ({
  id: "plan",
  organisation,
  phase,
  state: "draft",
  sections: Object.fromEntries(
    Object.entries(answers).map(([section, given]) => [
      section,
      {
        section,
        answers: given,
        stamps: Object.fromEntries(Object.keys(given).map((key) => [key, firstRevision])),
        cleared: {},
        at,
        by,
      },
    ]),
  ),
  began: { from, answered: Object.values(answers).flatMap((given) => Object.keys(given)), by, at },
  versions: [],
  milestones: {},
  revision: 0,
})

/** Whether two texts answer everything alike. */
export const saysTheSame = (one: Answers, other: Answers) => canonical(one) === canonical(other)
