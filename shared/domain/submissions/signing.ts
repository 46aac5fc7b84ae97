import type { WantedSignature } from "../../form/kind.ts"
import type { Answers } from "../../form/question.ts"
import { visibleAnswers } from "../../form/section.ts"
import type { Kind } from "../../kinds/index.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { answersOf } from "./progress.ts"
import type { SectionItem, Signature } from "./submission.ts"

type Sections = Record<string, SectionItem>

/** What a signature covers, as one hash: the words declared, every answer that counts, and what they come to as money. */
export const coveredHash = (
  kind: Kind,
  facts: unknown,
  wanted: WantedSignature,
  sections: Sections,
): string => {
  const covered = kind.sections(facts).filter(({ money }) => wanted.covers === "all" || money)
  const answers: Record<string, Answers> = Object.fromEntries(
    covered.map((one) => [one.id, visibleAnswers(one, sections[one.id]?.answers ?? {})]),
  )
  const { role, declares, covers } = wanted
  const comes = comesTo(kind, facts, sections)
  return sha256(
    canonical({
      kind: kind.id,
      edition: kind.edition,
      role,
      declares,
      covers,
      answers,
      ...(comes && { comes }),
    } as unknown as Json),
  )
}

/**
 * What it would count as in the account of its site: the same answers come to something else where what was accepted
 * before them, or the days that they are about, have changed.
 */
const comesTo = (kind: Kind, facts: unknown, sections: Sections) => {
  const answers = answersOf(sections)
  if (kind.uses) return kind.uses(facts as never, answers)
  if (!kind.spends) return undefined
  const { profile: _, ...comes } = kind.spends(facts as never, answers)
  return comes
}

/** The signatures that still hold for what stands there now. */
export const holding = (
  kind: Kind,
  facts: unknown,
  sections: Sections,
  signatures: Signature[],
): Signature[] => {
  const wanted = kind.signatures(facts)
  return signatures.filter((one) => {
    const want = wanted.find(({ role }) => role === one.role)
    return want && coveredHash(kind, facts, want, sections) === one.hash
  })
}

export const stillWanted = (kind: Kind, facts: unknown, held: Signature[]): WantedSignature[] =>
  kind.signatures(facts).filter(({ role }) => !held.some((one) => one.role === role))

/**
 * Whether somebody may give a signature, besides the policy: some must be another person's than others,
 * whichever of the two is given first.
 */
export const differs = (
  want: WantedSignature,
  person: string,
  given: Signature[],
  wanted: WantedSignature[],
) => {
  const apart = (one: WantedSignature | undefined, role: string) => one?.differsFrom.includes(role) ?? false
  const wantedAs = (role: string) => wanted.find((one) => one.role === role)
  return !given.some(
    ({ role, by }) => by.person === person && (apart(want, role) || apart(wantedAs(role), want.role)),
  )
}
