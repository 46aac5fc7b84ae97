import type { Kind } from "../../kinds/index.ts"
import { Refused } from "../refused.ts"
import type { Change } from "./change.ts"
import type { Context } from "./context.ts"
import { finish } from "./finish.ts"
import { noted } from "./note.ts"
import { progressIn, type SectionProgress } from "./progress.ts"
import type { Back, Head, Review, Whole } from "./submission.ts"
import { suggested, without } from "./suggesting.ts"
import type { Step } from "./take.ts"
import { waitingOn } from "./waiting-on.ts"

const none: Review = { open: [], answered: 0 }

export const reviewOf = ({ review }: Pick<Head, "review">): Review => review ?? none

export type ReviewStep = Extract<
  Step,
  {
    move:
      | "look"
      | "check completeness"
      | "ask"
      | "answer"
      | "settle"
      | "accept"
      | "suggest"
      | "keep"
      | "send back"
      | "reopen"
  }
>

/** What the department does about what was sent, and a certifier who would have another figure. */
export const reviewed = (step: ReviewStep, before: Whole, next: Head, context: Context): Change => {
  const { head, sections } = before
  const by = next.changedBy
  const at = next.changedAt
  const review = reviewOf(head)
  switch (step.move) {
    case "look":
      if (review.looked) return { before: head, head, letters: [] }
      return finish("look", head, { ...next, review: { ...review, looked: { by, at } } }, context)
    case "check completeness": {
      if (review.checked?.version === head.version)
        throw new Refused("not possible now", { says: `${review.checked.by.name} has said so already.` })
      const checked = { by, at, version: head.version }
      return finish(step.move, head, { ...next, review: { ...looking(review, by, at), checked } }, context)
    }
    case "ask":
    case "answer":
    case "settle": {
      const { open, answered, note } = step
      const asked = { ...looking(review, by, at, step.move), open, answered }
      return finish(step.move, head, { ...next, review: asked }, context, { note })
    }
    case "accept": {
      const accepted = { by, at, version: head.version }
      return finish("accept", head, { ...next, review: { ...looking(review, by, at), accepted } }, context)
    }
    case "suggest": {
      const suggestions = suggested(step.suggestion, head, sections, context)
      const note = suggestions.at(-1)?.note
      return finish("suggest", head, { ...next, suggestions }, context, { note })
    }
    case "keep":
      return finish("keep", head, { ...next, suggestions: without(step.place, head) }, context)
    case "send back":
    case "reopen": {
      const note = noted(step.note, context)
      const back = openedFor({ move: step.move, sections: step.sections, note, by, at }, context)
      const { accepted: _, checked: __, looked: ___, ...rest } = review
      const opened = waitingOn({ ...next, signatures: [], back, review: rest }, context)
      return finish(step.move, head, opened, context, { note })
    }
  }
}

/** Whoever at the department does something about it has begun to read it. */
const looking = (review: Review, by: Head["changedBy"], at: string, move?: string): Review =>
  review.looked || move === "answer" ? review : { ...review, looked: { by, at } }

/** The sections of a kind by their ids, each once; none is no answer. */
export const openedFor = (
  { sections: ids, ...rest }: Omit<Back, "sections"> & { sections: readonly string[] },
  { kind, facts }: Pick<Context, "kind" | "facts">,
): Back => {
  const all = kind.sections(facts)
  const sections = all.filter(({ id }) => ids.includes(id)).map(({ id, title }) => ({ id, title }))
  if (sections.length === 0 || sections.length < new Set(ids).size)
    throw new Refused("not valid", {
      problems: [{ question: "sections", says: "Select which sections need changes" }],
    })
  return { ...rest, sections }
}

/** The same of a whole submission, by the id of one of its sections. */
export const isOpenIn = (kind: Kind, facts: unknown, { head, sections }: Whole, id: string) =>
  !head.back || progressIn(kind, facts, sections).some((one) => one.id === id && isOpenFor(head, one))

/**
 * Whether a section is open for changes: all are, unless somebody opened some of them alone. Then so is one that a
 * change of those has made wrong, until it is sent again.
 */
export const isOpenFor = (
  { back }: Pick<Head, "back">,
  { id, progress, savedAt = "" }: Pick<SectionProgress, "id" | "progress" | "savedAt">,
) =>
  back === undefined ||
  back.sections.some((one) => one.id === id) ||
  progress !== "answered" ||
  savedAt > back.at
