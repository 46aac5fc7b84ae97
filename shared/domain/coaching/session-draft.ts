import type { Answers, Problem, Question } from "../../form/question.ts"
import type { Section } from "../../form/section.ts"
import { unfit } from "../../form/unfit.ts"
import { canonical, type Json } from "../../values/canonical.ts"
import { type PlainDate, stampWords } from "../../values/london.ts"
import type { Action } from "../actions/action.ts"
import { personalIn } from "../answered.ts"
import { type Clash, Refused } from "../refused.ts"
import type { Session, SessionText } from "./session.ts"

/** As many open actions as stand on the form by themselves: the rest of its rows are for new ones. */
export const mostCarried = 30

type ActionRow = {
  id: string
  text?: string
  owner?: string
  due?: string
  now?: string
  because?: string
}

/** A row of an action that begins here; every other stands for an action of the site, and has its id. */
export const isNewRow = (id: string) => id.startsWith("r-")

export const actionRowsOf = ({ core }: Pick<SessionText, "core">): ActionRow[] =>
  (core.actions ?? []) as ActionRow[]

/** The open actions that a session begins with: of the site and of its coach, in this phase, what is due first. */
export const actionsFor = (open: readonly Action[], phase: string): Action[] =>
  open
    .filter(({ owner }) => owner === "site" || owner === "coach")
    .filter((one) => one.phase === undefined || one.phase === phase)
    .sort((a, b) => a.due.localeCompare(b.due) || a.id.localeCompare(b.id))
    .slice(0, mostCarried)

/** A text that nobody has saved yet: the day, the kind, and a row for every open action. */
export const firstDraft = (
  one: Pick<Session, "id" | "organisation" | "phase" | "on" | "kind">,
  today: PlainDate,
): SessionText => ({
  id: one.id,
  organisation: one.organisation,
  phase: one.phase,
  core: { ...(one.on <= today && { on: one.on }), kind: one.kind },
  more: {},
  revision: 0,
})

/** The same text with a row for each open action that it has none for yet. */
export const withOpen = (text: SessionText, open: readonly Action[]): SessionText => {
  const rows = actionRowsOf(text)
  const missing = open.filter(({ id }) => !rows.some((row) => row.id === id))
  const all = [...rows, ...missing.map(({ id, text, owner, due }) => ({ id, text, owner, due, now: "open" }))]
  return all.length === 0 ? text : { ...text, core: { ...text.core, actions: all } }
}

/** What somebody changed on one page: `null` for an answer that was taken away. `seen` is the revision they read. */
export type DraftEdit = { part: "core" | "more"; answers: Record<string, unknown>; seen: number }

type About = { by: { person: string; name: string }; at: Date; open: readonly Action[]; chance: () => string }

/** A draft with an edit taken in: other people's other answers stay, and the same answer is never written over unseen. */
export const draftWith = (
  before: SessionText,
  section: Section,
  { part, answers, seen }: DraftEdit,
  { by, at, open, chance }: About,
): SessionText => {
  const stamps = before.stamps ?? { core: {}, more: {} }
  const next: Answers = { ...before[part] } as Answers
  const problems: Problem[] = []
  const clashes: Clash[] = []
  const changed: string[] = []
  for (const [key, given] of Object.entries(answers)) {
    const question = Object.hasOwn(section.asks, key) ? section.asks[key] : undefined
    if (!question) {
      problems.push({ question: key, says: "There is no such question here" })
      continue
    }
    const read = isNone(given) ? null : valid(key, question, given, problems)
    if (read === undefined) continue
    const answer = read === null ? null : settled(key, question, read, { before, open, chance }, problems)
    if (answer === undefined || same(answer, next[key])) continue
    changed.push(key)
    if ((stamps[part][key] ?? 0) > seen) clashes.push(clash(key, question, next[key], before))
    else if (answer === null) delete next[key]
    else next[key] = answer
  }
  if (problems.length > 0) throw new Refused("not valid", { problems })
  if (clashes.length > 0)
    throw new Refused("changed by someone else", { clashes, says: clashWords(section, clashes) })
  const personal = personalIn(section, next, at).filter(({ question }) => changed.includes(question))
  if (personal.length > 0) throw new Refused("not valid", { problems: personal })
  const marks = Object.fromEntries(changed.map((key) => [key, before.revision + 1]))
  return {
    ...before,
    [part]: next,
    stamps: { ...stamps, [part]: { ...stamps[part], ...marks } },
    saved: { by, at: at.toISOString() },
  }
}

/** No row at all says the same as no answer. */
const isNone = (given: unknown) => given === null || (Array.isArray(given) && given.length === 0)

const valid = (key: string, question: Question, given: unknown, problems: Problem[]): Json | undefined => {
  const parsed = question.schema.safeParse(given)
  if (parsed.success) return parsed.data as Json
  problems.push(...unfit(key, question, given))
  return undefined
}

type Rows = { before: SessionText; open: readonly Action[]; chance: () => string }

/** New rows get their ids here. What an open action says, and whose it is, is the action's own to say. */
const settled = (
  key: string,
  question: Question,
  answer: Json,
  { before, open, chance }: Rows,
  problems: Problem[],
): Json | undefined => {
  if (!question.settle) return answer
  const known = key === "actions" ? withOpen(before, open).core.actions : before.more[key]
  const rows = question.settle(answer, known as Json | undefined, () => `r-${chance()}`)
  if (rows === undefined)
    problems.push({
      question: key,
      says: "A row here is not one of this form, or no longer. Take it out, then add it again",
    })
  if (key !== "actions" || rows === undefined) return rows
  return (rows as ActionRow[]).map((row) => {
    const action = open.find(({ id }) => id === row.id)
    if (!action) return row
    return { ...row, text: action.text, owner: action.owner, due: row.due ?? action.due }
  })
}

const same = (a: Json | undefined | null, b: Json | undefined | null) =>
  canonical(a ?? null) === canonical(b ?? null)

const clash = (question: string, asked: Question, theirs: Json | undefined, before: SessionText): Clash => ({
  question,
  theirs: theirs === undefined ? "" : asked.words(theirs),
  by: before.saved?.by.name ?? "",
  at: before.saved?.at ?? "",
})

const clashWords = ({ asks }: Section, [first, ...more]: Clash[]) =>
  `${first?.by} saved “${asks[first?.question ?? ""]?.label}”${
    more.length > 0 ? ` and ${more.length} more` : ""
  } on ${stampWords(new Date(first?.at ?? ""))}, after you opened this page. What you typed is below and is not saved yet.`
