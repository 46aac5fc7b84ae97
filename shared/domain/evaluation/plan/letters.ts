import { type EvaluationLetter, evaluationLetterTo } from "../../letters/written.ts"
import type { Member } from "../../people/member.ts"
import type { Role } from "../../people/role.ts"
import { type EvaluationPlan, type EvaluationSide, proposedIn, wordsOwed } from "./plan.ts"

/** Who is written to: the site's people, the programme's, and who of those coaches it. Never whoever does it. */
export type PlanReaders = {
  site: readonly Member[]
  programme: readonly Member[]
  coaches: readonly string[]
  not: string
}

export type Writing = {
  about: Pick<EvaluationLetter, "organisation" | "phase" | "path"> & { name: string }
  readers: PlanReaders
  at: Date
}

const asked: Record<EvaluationSide, Role> = { "the site": "lead", "the evaluator": "evaluator" }

/** To whoever has to agree to a version that was just proposed. */
export const proposedLetters = (after: EvaluationPlan, writing: Writing): EvaluationLetter[] => {
  const one = proposedIn(after)
  if (!one) return []
  const { about, readers } = writing
  return written(writing, `${one.version}-proposed`, {
    subject: `To agree: the evaluation plan of ${about.name}, version ${one.version}`,
    lines: [
      `${one.by.name} has proposed version ${one.version} of the evaluation plan of ${about.name}.`,
      "It counts once the site lead and the evaluator have both agreed. Agree, or say “not yet” and what would have to change:",
    ],
    roles: wordsOwed(one).map((side) => asked[side]),
    to: [...readers.site, ...readers.programme],
  })
}

/** To its writers, the sponsor and the coach, once both have agreed. */
export const agreedLetters = (version: number, by: string, writing: Writing): EvaluationLetter[] => {
  const { about, readers } = writing
  const coaching = readers.programme.filter(
    ({ person, role }) => role !== "coach" || readers.coaches.includes(person),
  )
  return written(writing, `${version}-agreed`, {
    subject: `Agreed: the evaluation plan of ${about.name}, version ${version}`,
    lines: [
      `Both have agreed to version ${version} of the evaluation plan of ${about.name}; ${by} gave the second word.`,
      "Returns and tallies ask its measures from now on. They are locked once the baseline is accepted: until then the plan can be opened for changes.",
    ],
    roles: ["lead", "contributor", "sponsor", "evaluator", "coach"],
    to: [...readers.site, ...coaching],
  })
}

/** To its writers. What would have to change stands on its page. */
export const notYetLetters = (version: number, by: string, writing: Writing): EvaluationLetter[] => {
  const { about, readers } = writing
  return written(writing, `${version}-not-yet`, {
    subject: `Not agreed yet: the evaluation plan of ${about.name}, version ${version}`,
    lines: [
      `${by} said “not yet”. What would have to change stands on the page of the plan.`,
      "It is a draft again. Change it, then propose it again:",
    ],
    roles: ["lead", "contributor", "evaluator"],
    to: [...readers.site, ...readers.programme],
  })
}

type Letter = Pick<EvaluationLetter, "subject" | "lines"> & { roles: readonly Role[]; to: readonly Member[] }

const written = ({ about, readers, at }: Writing, id: string, { subject, lines, roles, to }: Letter) => {
  const { organisation, phase, path } = about
  return evaluationLetterTo(
    { id: `${phase}#evaluation-plan-${id}`, organisation, phase, path, subject, lines },
    { members: to.filter(({ person }) => person !== readers.not), roles, at },
  )
}
