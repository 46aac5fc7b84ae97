import { mayInSelection, type SelectionRight } from "../../../shared/domain/people/selection-policy.ts"
import { isOpen, type Open } from "../../../shared/domain/selection/seen.ts"
import { expressionAt } from "../../../shared/web/panel/addresses.ts"
import type { C, Free } from "../../../shared/web/panel/here.ts"
import { hereAt } from "./here.ts"

export type Doing = { href: string; text: string }

/** What this person can do now with one of them, each in the words of its link. */
export const doingHere = ({ var: { actor } }: C, desk: Free): Doing[] => {
  const { one, whole } = desk
  const { own, compared } = one
  const may = (right: SelectionRight) => mayInSelection(actor, right)
  const scores = scoresWords(one)
  const views = compared?.views ?? 0
  const all: [boolean, string, string][] = [
    [(may("score") && own !== undefined) || compared !== undefined, "score", scores],
    [may("give a view"), "view", one.ownView ? "Your view" : "Say what you think"],
    [views > 0, "views", views === 1 ? "Read 1 view" : `Read ${views} views`],
    [may("note"), "notes", "Notes"],
    [may("note"), "flags", one.flags.length === 0 ? "Raise a flag" : `Flags (${one.flags.length})`],
    [may("ask applicants") && whole.rules.questions, "questions", "Questions to the applicant"],
    [may("score"), "plain", "In plain words, for members with lived experience"],
    [may("moderate") && mustSettle(one), "moderation", "Settle the scores"],
    [may("write feedback") && compared !== undefined, "feedback", "Feedback for the applicant"],
    [may("decide") && compared !== undefined, "decision", compared?.decided ? "The decision" : "Decide"],
    [may("check who can apply"), "check", "Can they apply?"],
    [may("export the round") && compared !== undefined, "history", "What was done, and by whom"],
    [may("declare links"), "links", "I have found that I have a link"],
  ]
  return all.flatMap(([open, path, text]) => (open ? [{ href: `${hereAt(desk)}/${path}`, text }] : []))
}

const scoresWords = ({ own, compared }: Open) => {
  if (compared) return "Compare the scores"
  return own?.sent ? "Your scores" : "Score it"
}

const mustSettle = ({ compared }: Open) =>
  compared !== undefined && (compared.toModerate || compared.moderated !== undefined)

export type Beside = { previous?: Doing; next?: Doing }

/** The one before and the one after, by name: among those this person reads, or else among all that are open to them. */
export const besideHere = ({ seen, one, round }: Free): Beside => {
  const open = seen.filter(isOpen)
  const mine = one.own ? open.filter(({ own }) => own) : open
  const sorted = mine.toSorted((a, b) => a.name.localeCompare(b.name) || (a.reference < b.reference ? -1 : 1))
  const at = sorted.findIndex(({ reference }) => reference === one.reference)
  const linked = (other: Open | undefined) =>
    other && { href: expressionAt(round.id, other.reference), text: other.name }
  const [previous, next] = [linked(sorted[at - 1]), linked(sorted[at + 1])]
  return { ...(previous && { previous }), ...(next && { next }) }
}
