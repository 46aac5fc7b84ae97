import { Refused } from "../../shared/domain/refused.ts"
import { isOpenIn } from "../../shared/domain/submissions/reviewing.ts"
import type { Answers, Entries } from "../../shared/form/question.ts"
import type { Section } from "../../shared/form/section.ts"
import { formOf } from "../../shared/web/body.ts"
import { asSaved, chosen, clearedIn, marksIn, revisionIn } from "../../shared/web/form/again.ts"
import { changedOn, fieldsOf, marksOf, withoutRemoved, withRow } from "../../shared/web/form/typed.ts"
import { begun } from "./begun.ts"
import { type C, load, type OnDesk } from "./desk.ts"
import { moving } from "./moving.ts"
import { SectionPage } from "./pages/section.tsx"
import { at } from "./pages/submission-page.tsx"

/** One section's questions, with the answers as they stand. */
export const showSection = async (c: C) => {
  const desk = await load(c)
  const section = sectionIn(c, desk)
  if (!desk.open.includes("save") || !isOpenIn(desk.kind, desk.facts, desk, section.id))
    return c.redirect(`${at(desk)}/check#${section.id}`, 303)
  const answers = desk.sections[section.id]?.answers ?? {}
  const begins = begun(desk, section.id)
  return c.html(
    SectionPage({
      c,
      desk,
      section,
      entries: withRow(
        section,
        { ...suggested(section, answers, desk), ...fieldsOf(section, { ...begins, ...answers }) },
        c.req.query("add"),
      ),
      marks: marksOf(section, answers),
      seen: desk.head.revision,
      suggested: Object.keys(begins),
    }),
  )
}

/**
 * Saves what was changed on a page. Where it cannot be saved, the page comes back with everything that was
 * typed, and nothing is stored.
 */
export const saveSection = async (c: C) => {
  const typed = await formOf(c)
  const desk = await load(c, { members: false })
  const section = sectionIn(c, desk)
  const entries = chosen(section, withoutRemoved(typed), desk.sections[section.id]?.answers ?? {})
  const again = async (refused: Refused) => {
    const { problems = [], asks, clashes } = refused.details
    const now = clashes ? await load(c, { members: false }) : desk
    const saved = now.sections[section.id]?.answers ?? {}
    // After a clash the page goes on from what is saved now. What was typed is kept beside it; what was not shows it.
    const untouched = clashes ? Object.keys(section.asks).filter((key) => !Object.hasOwn(answers, key)) : []
    const shown = asSaved(section, entries, saved, untouched)
    const marks = clashes ? { ...marksIn(entries), ...marksOf(section, saved) } : marksIn(entries)
    const seen = clashes ? now.head.revision : revisionIn(entries)
    return c.html(
      SectionPage({
        c,
        desk: now,
        section,
        entries: shown,
        marks,
        seen,
        suggested: Object.keys(begun(now, section.id)),
        problems,
        asks,
        clashes,
      }),
      refused.refusal === "changed by someone else" ? 409 : 422,
    )
  }
  const { answers, problems } = changedOn(section, entries)
  if (problems.length > 0) return again(new Refused("not valid", { problems }))
  try {
    const edit = { seen: revisionIn(entries), answers, cleared: clearedIn(entries) }
    await moving(c, { move: "save", section: section.id, edit }, undefined, desk)
  } catch (error) {
    if (error instanceof Refused && showable.has(error.refusal)) return again(error)
    throw error
  }
  return c.redirect(nextAfter(section, desk, typed), 303)
}

const showable = new Set(["not valid", "personal data", "changed by someone else", "too large"])

const sectionIn = (c: C, { visible }: OnDesk): Section => {
  const found = visible.find(({ id }) => id === c.req.param("section"))
  if (!found) throw new Refused("not found")
  return found
}

const nextAfter = (section: Section, desk: OnDesk, typed: Entries) => {
  if (typed.add !== undefined)
    return `${at(desk)}/sections/${section.id}?add=${encodeURIComponent(typed.add)}#${encodeURIComponent(typed.add)}`
  if (typed.remove !== undefined) return `${at(desk)}/sections/${section.id}`
  if (typed.go === "later") return at(desk)
  const next = desk.visible[desk.visible.findIndex(({ id }) => id === section.id) + 1]
  return next ? `${at(desk)}/sections/${next.id}` : `${at(desk)}/check`
}

/** A person who is known already is not typed again: their field is filled, and can be changed. */
const suggested = (section: Section, answers: Answers, { members }: OnDesk): Entries =>
  Object.assign(
    {},
    ...Object.entries(section.asks).map(([key, question]) => {
      const known =
        question.type === "person" && answers[key] === undefined && members.find(({ role }) => role === key)
      return known ? question.write({ name: known.name, email: known.email }, key) : {}
    }),
  )
