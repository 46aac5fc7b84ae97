import type { Question } from "../../form/question.ts"
import { askedIn, type Derived, derivedIn, visibleAnswers } from "../../form/section.ts"
import type { Kind } from "../../kinds/index.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { sha256 } from "../../values/hash.ts"
import { answersOf } from "./progress.ts"
import type { Head, SectionItem, SentVersion } from "./submission.ts"

/** What was sent, in words and data: each question as it was asked, each answer as it was given. */
export type Sent = {
  reference: string
  version: number
  kind: string
  title: string
  edition: number
  organisation: string
  sentAt: string
  sentBy: string
  facts: Json
  signatures: { role: string; name: string; at: string; declares: string[] }[]
  sections: {
    id: string
    title: string
    money?: boolean
    questions: {
      id: string
      type: string
      label: string
      hint?: string
      options?: Record<string, string>
      answer?: Json
      words: string
    }[]
    /** What the answers came to beside them, as it was shown then. */
    derived?: Derived[]
  }[]
}

/** The version that a sending makes. Its bytes are what anybody can check it by, for ever. */
export const sentFrom = (
  kind: Kind,
  facts: unknown,
  head: Head,
  sections: Record<string, SectionItem>,
  by: { person: string; name: string },
  at: string,
  organisation: string,
): SentVersion => {
  const wanted = kind.signatures(facts)
  const all = answersOf(sections)
  const sent: Sent = {
    reference: head.reference,
    version: head.version,
    kind: kind.id,
    title: head.title,
    edition: kind.edition,
    organisation,
    sentAt: at,
    sentBy: by.name,
    facts: facts as Json,
    signatures: head.signatures.map((one) => ({
      role: one.role,
      name: one.by.name,
      at: one.at,
      declares: wanted.find(({ role }) => role === one.role)?.declares ?? [],
    })),
    sections: kind.sections(facts).map((section) => {
      const answers = visibleAnswers(section, all[section.id] ?? {})
      const derived = derivedIn(section, all).map(({ first: _, ...table }) => table)
      return {
        id: section.id,
        title: section.title,
        ...(section.money && { money: true }),
        questions: askedIn(section, answers).map(([id, question]) => ({
          id,
          ...asAsked(question, answers[id]),
        })),
        ...(derived.length > 0 && { derived }),
      }
    }),
  }
  const bytes = canonical(sent as unknown as Json)
  return { reference: head.reference, version: head.version, at, by, bytes, hash: sha256(bytes) }
}

/** One question with its answer, in words and data, as whoever was asked saw it. */
export const asAsked = ({ type, label, hint, shape, words }: Question, answer: Json | undefined) => ({
  type,
  label,
  ...(hint && { hint }),
  ...(shape.options && { options: shape.options }),
  ...(answer !== undefined && { answer }),
  words: answer === undefined ? "" : words(answer),
})

export const sentIn = ({ bytes }: Pick<SentVersion, "bytes">): Sent => JSON.parse(bytes)
