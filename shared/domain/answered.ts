import type { Answers, Problem, Question } from "../form/question.ts"
import { problemsIn, type Section, visibleAnswers } from "../form/section.ts"
import { unfit } from "../form/unfit.ts"
import type { Json } from "../values/canonical.ts"
import { londonDate } from "../values/london.ts"
import { findPersonalData } from "../values/personal-data.ts"
import { Refused } from "./refused.ts"

/** Everything that is wrong with the answers of a short form: what is missing, what does not hold, who is named. */
export const problemsWith = (section: Section, answers: Answers, now: Date): Problem[] => [
  ...problemsIn(section, answers),
  ...personalIn(section, answers, now),
]

/** Which answers name a person as no answer may, once each. */
export const personalIn = (section: Section, answers: Answers, now: Date): Problem[] => {
  const today = londonDate(now)
  return Object.entries(visibleAnswers(section, answers)).flatMap(([question, answer]) =>
    (section.asks[question]?.texts(answer) ?? [])
      .flatMap((one) => findPersonalData(one, { workMailDomains: [], today }))
      .filter(({ severity }) => severity === "block")
      .slice(0, 1)
      .map(({ says }) => ({ question, says })),
  )
}

type Problems = (section: Section, answers: Answers, now: Date) => Problem[]

/** The answers of a short form as they may be kept; refused beside each cause where they may not. */
export const answered = (
  section: Section,
  given: Record<string, unknown>,
  now: Date,
  problems: Problems = problemsWith,
): Answers => {
  const answers: Answers = {}
  const wrong: Problem[] = []
  for (const [key, question] of Object.entries(section.asks)) {
    const answer = Object.hasOwn(given, key) ? given[key] : undefined
    if (isBlank(answer)) continue
    const parsed = question.schema.safeParse(answer)
    if (parsed.success) answers[key] = identified(question, parsed.data as Json)
    else wrong.push(...unfit(key, question, answer).slice(0, 1))
  }
  const known = new Set(wrong.map(({ question }) => question))
  const all = [...wrong, ...problems(section, answers, now).filter(({ question }) => !known.has(question))]
  if (all.length > 0) throw new Refused("not valid", { problems: all })
  return answers
}

const isBlank = (answer: unknown) =>
  answer === undefined || answer === null || (typeof answer === "string" && answer.trim() === "")

/** Rows that came without an id have one by their place, for problems to point at. */
const identified = ({ type }: Question, answer: Json): Json =>
  type === "repeated" && Array.isArray(answer)
    ? answer.map((row, at) => ({ id: `r${at + 1}`, ...(row as Record<string, Json>) }))
    : answer
