import type { CoachingLetter } from "../letters/written.ts"
import { coachingLetterTo } from "../letters/written.ts"
import type { Member } from "../people/member.ts"
import type { Role } from "../people/role.ts"
import { type Plan, type PlanSide, proposedOf, waitsFor } from "./plan.ts"

/** Who is written to: the site's people, the programme's, and who of those coaches it. Never whoever does it. */
export type Readers = {
  site: readonly Member[]
  programme: readonly Member[]
  coaches: readonly string[]
  not: string
}

type Writing = {
  about: Pick<CoachingLetter, "organisation" | "phase" | "path"> & { name: string }
  readers: Readers
  at: Date
}

const asked: Record<PlanSide, Role> = { "the site": "lead", "the programme": "coordinator" }

/** To whoever has to agree to a version that was just proposed. */
export const proposedLetters = (after: Plan, { about, readers, at }: Writing): CoachingLetter[] => {
  const one = proposedOf(after)
  if (!one) return []
  return written({ about, readers, at }, `${one.version}-proposed`, {
    subject: `To agree: the pilot plan of ${about.name}, version ${one.version}`,
    lines: [
      `${one.by.name} has proposed version ${one.version} of the pilot plan of ${about.name}.`,
      "It counts once the site lead and a programme coordinator have both agreed. Agree, or say “not yet” and what would have to change:",
    ],
    roles: waitsFor(one).map((side) => asked[side]),
    to: [...readers.site, ...readers.programme],
  })
}

/** To the site and its coach, once both have agreed. */
export const agreedLetters = (version: number, by: string, writing: Writing): CoachingLetter[] => {
  const { about, readers } = writing
  return written(writing, `${version}-agreed`, {
    subject: `Agreed: the pilot plan of ${about.name}, version ${version}`,
    lines: [
      `Both have agreed to version ${version} of the pilot plan of ${about.name}; ${by} gave the second word.`,
      "From now on its milestones can be marked as done, or moved with a reason. To change anything else, open it for changes: this version counts until another is agreed.",
    ],
    roles: ["lead", "contributor", "sponsor", "coach"],
    to: [...readers.site, ...readers.programme.filter(({ person }) => readers.coaches.includes(person))],
  })
}

/** To the writers, with what would have to change. */
export const notYetLetters = (version: number, by: string, note: string, writing: Writing) => {
  const { about, readers } = writing
  return written(writing, `${version}-not-yet`, {
    subject: `Not agreed yet: the pilot plan of ${about.name}, version ${version}`,
    lines: [`${by} said “not yet”:`, note, "It is a draft again. Change it, then propose it again:"],
    roles: ["lead", "contributor"],
    to: readers.site,
  })
}

type Letter = Pick<CoachingLetter, "subject" | "lines"> & { roles: readonly Role[]; to: readonly Member[] }

const written = ({ about, readers, at }: Writing, id: string, { subject, lines, roles, to }: Letter) => {
  const { organisation, phase, path } = about
  return coachingLetterTo(
    { id: `${phase}#plan-${id}`, organisation, phase, path, subject, lines },
    { members: to.filter(({ person }) => person !== readers.not), roles, at },
  )
}
