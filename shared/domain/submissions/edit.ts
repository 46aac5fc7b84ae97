import type { Answers, Problem, Question } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { shortHash } from "../../values/hash.ts"
import { findPersonalData } from "../../values/personal-data.ts"
import { oneLine } from "../../values/text.ts"
import { type Clash, Refused } from "../refused.ts"
import type { By, SectionItem } from "./submission.ts"

/**
 * What somebody changed on one page: only the answers they changed, `null` where they took one away.
 * `seen` is the revision that was on their screen.
 */
export type Edit = {
  answers: Record<string, unknown>
  seen: number
  /** Findings that they say are not about a person, with why. */
  cleared?: Record<string, string>
}

type About = {
  reference: string
  revision: number
  workMailDomains: string[]
  today: string
  by: By
  at: string
  /** Makes a finding's mark into one that says nothing to whoever reads the table. */
  seal: (mark: string) => string
}

/** 64 kB of answers a section, whatever the word limits come to. */
const largest = 64_000

const unknownRow = "A row here is not one of this form, or no longer. Take it out, then add it again"

/** A section with an edit taken in, and the names of the answers that really changed; or a refusal that says why. */
export const edited = (section: Section, before: SectionItem | undefined, edit: Edit, about: About) => {
  const { reference, revision, by, at } = about
  const now = before?.answers ?? {}
  const stamps = before?.stamps ?? {}
  const next: Answers = { ...now }
  const problems: Problem[] = []
  const clashes: Clash[] = []
  const changed: string[] = []

  for (const [key, given] of Object.entries(edit.answers)) {
    const question = Object.hasOwn(section.asks, key) ? section.asks[key] : undefined
    if (!question) {
      problems.push({ question: key, says: "There is no such question in this section" })
      continue
    }
    const answer = given === null ? null : valid(key, question, given, problems)
    if (answer === undefined) continue
    const settled =
      answer === null ? null : settle(question, answer, now[key], `${reference}/${key}/${edit.seen}`)
    if (settled !== undefined && same(settled, now[key])) continue
    changed.push(key)
    if ((stamps[key] ?? 0) > edit.seen) clashes.push(clash(key, question, now[key], before))
    else if (settled === undefined) problems.push({ question: key, says: unknownRow })
    else if (settled === null) delete next[key]
    else next[key] = settled
  }
  if (problems.length > 0) throw new Refused("not valid", { problems })
  if (clashes.length > 0) throw new Refused("changed by someone else", { clashes })

  const found = findingsIn(section, next, about)
  const cleared = Object.fromEntries(
    Object.entries({ ...before?.cleared, ...reasonsIn(edit.cleared) }).filter(([mark]) =>
      found.some((one) => one.mark === mark),
    ),
  )
  refuseIdentifiers(found, changed, cleared)
  refuseReasons(found, cleared, about)
  if (new TextEncoder().encode(canonical(next as Json)).length > largest)
    throw new Refused("too large", {
      says: "There is too much text in this section. Shorten it, then save again.",
    })

  const item: SectionItem = {
    section: section.id,
    answers: next,
    stamps: { ...stamps, ...Object.fromEntries(changed.map((key) => [key, revision])) },
    cleared,
    at,
    by,
  }
  return { item, changed }
}

const valid = (key: string, question: Question, given: unknown, problems: Problem[]): Json | undefined => {
  const parsed = question.schema.safeParse(given)
  if (parsed.success) return parsed.data as Json
  for (const { path, message } of parsed.error.issues)
    problems.push({
      question: key,
      part: path.length ? path.map(String).join(".") : undefined,
      says: message,
    })
  return undefined
}

const settle = (question: Question, answer: Json, before: Json | undefined, seed: string) =>
  question.settle
    ? question.settle(answer, before, (one) => shortHash(`${seed}/${one}`).replaceAll(/[^A-Za-z0-9]/g, "x"))
    : answer

const same = (a: Json | undefined | null, b: Json | undefined | null) =>
  canonical(a ?? null) === canonical(b ?? null)

const clash = (
  question: string,
  asked: Question,
  theirs: Json | undefined,
  before: SectionItem | undefined,
): Clash => ({
  question,
  theirs: theirs === undefined ? "" : asked.words(theirs),
  by: before?.by.name ?? "",
  at: before?.at ?? "",
})

type Found = ReturnType<typeof findPersonalData>[number] & { question: string }

const findingsIn = (section: Section, answers: Answers, about: About): Found[] =>
  Object.entries(answers).flatMap(([question, answer]) =>
    (section.asks[question]?.texts(answer) ?? [])
      .flatMap((text) => findPersonalData(text, about))
      .map((one) => ({ ...one, question, mark: about.seal(one.mark) })),
  )

/** Every free text that changed is looked at: identifiers are stopped, lookalikes are asked about once. */
const refuseIdentifiers = (found: Found[], changed: string[], cleared: Record<string, string>) => {
  const fresh = found.filter(({ question }) => changed.includes(question))
  const blocked = fresh.filter(({ severity }) => severity === "block")
  if (blocked.length > 0)
    throw new Refused("personal data", {
      problems: blocked.map(({ question, says }) => ({ question, says })),
    })
  const asks = fresh.filter(
    ({ mark }, index) => !cleared[mark] && fresh.findIndex((one) => one.mark === mark) === index,
  )
  if (asks.length > 0)
    throw new Refused("personal data", {
      problems: asks.map(({ question, says }) => ({ question, says })),
      asks: asks.map(({ question, mark, says }) => ({ question, mark, says })),
    })
}

/** Reasons that say something, on one line each: a blank one clears nothing. */
const reasonsIn = (given: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(given).flatMap(([mark, why]) => {
      const { data } = oneLine.safeParse(why)
      return data ? [[mark, data]] : []
    }),
  )

/** A reason is free text too: it says why, and holds no identifier itself. */
const refuseReasons = (found: Found[], cleared: Record<string, string>, about: About) => {
  const problems = Object.entries(cleared).flatMap(([mark, why]) =>
    findPersonalData(why, about)
      .filter(({ severity }) => severity === "block")
      .map(({ says }) => ({
        question: found.find((one) => one.mark === mark)?.question ?? "",
        says: `In your reason: ${says}`,
      })),
  )
  if (problems.length > 0) throw new Refused("personal data", { problems })
}
