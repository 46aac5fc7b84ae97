import { Refused } from "../../../shared/domain/refused.ts"
import type { Entries } from "../../../shared/form/question.ts"
import type { Section } from "../../../shared/form/section.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { C } from "../../../shared/web/evaluation/here.ts"
import { asSaved, chosen, clearedIn, marksIn, revisionIn } from "../../../shared/web/form/again.ts"
import { changedOn, fieldsOf, marksOf } from "../../../shared/web/form/typed.ts"
import { here } from "./addresses.ts"
import { inPhaseHere, planHere } from "./desk.ts"
import { WritePage } from "./pages/write.tsx"
import { draftHere, saveDraft } from "./writing.ts"

/** One page of the draft, with the answers as they stand. */
export const showDraft = async (c: C) => {
  const { plan, section, locked } = await draftHere(c)
  const answers = plan.sections[section.id]?.answers ?? {}
  return c.html(
    WritePage({
      c,
      on: await planHere(c),
      section,
      locked,
      entries: fieldsOf(section, answers),
      marks: marksOf(section, answers),
      seen: plan.revision,
    }),
  )
}

/** Saves what was changed. Where it cannot be saved the page comes back with everything that was typed. */
export const saveOnPage = async (c: C) => {
  const typed = await formOf(c)
  const { plan, section } = await draftHere(c)
  const entries = chosen(section, typed, plan.sections[section.id]?.answers ?? {})
  const { answers, problems } = changedOn(section, entries)
  try {
    if (problems.length > 0) throw new Refused("not valid", { problems })
    await saveDraft(c, { seen: revisionIn(entries), answers, cleared: clearedIn(entries) })
  } catch (error) {
    if (error instanceof Refused && showable.has(error.refusal))
      return again(c, section, entries, error, Object.keys(answers))
    throw error
  }
  return c.redirect(here(inPhaseHere(c).place), 303)
}

const showable = new Set(["not valid", "personal data", "changed by someone else", "too large"])

/** After a clash the page goes on from what is saved now: what was typed is kept, what was not shows it. */
const again = async (c: C, section: Section, entries: Entries, refused: Refused, typed: string[]) => {
  const { problems = [], asks, clashes, says } = refused.details
  const [on, { locked }] = await Promise.all([planHere(c), draftHere(c)])
  const saved = on.plan?.sections[section.id]?.answers ?? {}
  const untouched = clashes ? Object.keys(section.asks).filter((key) => !typed.includes(key)) : []
  return c.html(
    WritePage({
      c,
      on,
      section,
      locked,
      entries: asSaved(section, entries, saved, untouched),
      marks: clashes ? { ...marksIn(entries), ...marksOf(section, saved) } : marksIn(entries),
      seen: clashes ? (on.plan?.revision ?? 0) : revisionIn(entries),
      problems: says ? [{ question: Object.keys(section.asks)[0] ?? "", says }, ...problems] : problems,
      ...(asks && { asks }),
      ...(clashes && { clashes }),
    }),
    refused.refusal === "changed by someone else" ? 409 : 422,
  )
}
