import { maximum } from "../../form/questions/money.ts"
import { pounds } from "../../values/money.ts"
import { Refused } from "../refused.ts"
import type { Context } from "./context.ts"
import { figureAt, figuresIn, type Place } from "./figures.ts"
import { noted } from "./note.ts"
import { answersOf } from "./progress.ts"
import type { Head, Suggestion, Whole } from "./submission.ts"

export type Suggested = Omit<Suggestion, "by" | "at" | "label" | "before">

const isAt = (one: Place, { section, question, part }: Place) =>
  one.section === section && one.question === question && one.part === part

/** A figure in place of one that stands there. Whoever suggests it has prepared nothing: it is taken, or left, by its writers. */
export const suggested = (
  given: Suggested,
  head: Head,
  sections: Whole["sections"],
  context: Context,
): Suggestion[] => {
  const { section, question, part, after } = given
  const all = figuresIn(context.kind.sections(context.facts), answersOf(sections))
  const found = all.find((one) => isAt(one, given))
  if (!found) throw problem("figure", "Select the figure that should be another")
  const before = found.pence ?? 0
  if (!Number.isSafeInteger(after) || after < 0 || after > maximum)
    throw problem("after", `Enter a figure from £0 to ${pounds(maximum)}`)
  if (after === before) throw problem("after", "Enter another figure than the one that is there")
  const note = noted(given.note, context)
  const one: Suggestion = {
    section,
    question,
    ...(part !== undefined && { part }),
    label: found.label,
    before,
    after,
    note,
    by: { person: context.actor.id, name: context.actor.name },
    at: context.at.toISOString(),
  }
  return [...(head.suggestions ?? []).filter((each) => !isAt(each, one)), one]
}

const problem = (question: string, says: string) =>
  new Refused("not valid", { problems: [{ question, says }] })

/** The suggestion about one place, for whoever takes or leaves it. */
export const suggestionAt = ({ suggestions }: Pick<Head, "suggestions">, place: Place): Suggestion => {
  const found = suggestions?.find((one) => isAt(one, place))
  if (!found)
    throw new Refused("not possible now", { says: "The figure was taken or left already, or was changed." })
  return found
}

export const without = (place: Place, head: Head): Suggestion[] => {
  const gone = suggestionAt(head, place)
  return (head.suggestions ?? []).filter((one) => one !== gone)
}

/** Those that are about a figure which still stands as it was. */
export const stillSuggested = (
  suggestions: Suggestion[] | undefined,
  sections: Whole["sections"],
): Suggestion[] | undefined =>
  suggestions?.filter(
    (one) => (figureAt(sections[one.section]?.answers[one.question], one.part) ?? 0) === one.before,
  )
