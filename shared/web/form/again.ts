import type { Answers, Entries } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { fieldsOf } from "./typed.ts"

/** The marks that a page was drawn with. */
export const marksIn = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => name.startsWith("was.")))

/** The revision that was read. */
export const revisionIn = (entries: Entries) =>
  /^\d{1,7}$/.test(entries.revision ?? "") ? Number(entries.revision) : 0

/** Findings that were said not to be about a person, by mark, with why. */
export const clearedIn = (entries: Entries): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([name, value]) => name.startsWith("cleared.") && value.trim() !== "")
      .map(([name, value]) => [name.slice("cleared.".length), value.trim().slice(0, 300)]),
  )

/** Where somebody chose the other person's text, the field takes it. */
export const chosen = (section: Section, entries: Entries, saved: Answers): Entries => {
  const theirs = Object.keys(section.asks).filter((key) => entries[`choose.${key}`] === "theirs")
  return asSaved(section, entries, saved, theirs)
}

/** The fields of a page, with those of some answers as they are saved. */
export const asSaved = (section: Section, entries: Entries, saved: Answers, keys: string[]): Entries => {
  const kept = Object.fromEntries(
    Object.entries(entries).filter(
      ([name]) => !keys.some((key) => name === key || name.startsWith(`${key}.`)),
    ),
  )
  const given = fieldsOf(
    section,
    Object.fromEntries(Object.entries(saved).filter(([key]) => keys.includes(key))),
  )
  return { ...kept, ...given }
}
