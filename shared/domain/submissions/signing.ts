import type { WantedSignature } from "../../form/kind.ts"
import type { Answers } from "../../form/question.ts"
import { visibleAnswers } from "../../form/section.ts"
import type { Kind } from "../../kinds/index.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import type { SectionItem, Signature } from "./submission.ts"

type Sections = Record<string, SectionItem>

/** What a signature covers, as one hash: the words declared, and every answer that counts. */
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
  return sha256(
    canonical({ kind: kind.id, edition: kind.edition, role, declares, covers, answers } as unknown as Json),
  )
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
