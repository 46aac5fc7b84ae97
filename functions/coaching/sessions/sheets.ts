import type { Action } from "../../../shared/domain/actions/action.ts"
import { withOpen } from "../../../shared/domain/coaching/session-draft.ts"
import { unready } from "../../../shared/domain/coaching/session-ready.ts"
import type { Answers, Entries, Problem } from "../../../shared/form/question.ts"
import { idsIn } from "../../../shared/form/questions/repeated.ts"
import type { Section } from "../../../shared/form/section.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { sessionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../shared/web/coaching/here.ts"
import { changedOn, fieldsOf, marksOf, withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import { newKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { formsHere } from "./here.ts"
import { addressOf } from "./pages/shell.tsx"
import type { Sheet } from "./pages/write.tsx"
import type { Writing } from "./writing.ts"

export type Part = "core" | "more"

export const sectionOf = (c: C, part: Part): Section => formsHere(c)[part === "core" ? 0 : 1]

export const pathOf = (writing: Pick<Writing, "session">, part: Part) =>
  `${addressOf(writing.session)}/${part === "core" ? "write" : "more"}`

/** A page of a session as it stands, or with what was typed and could not be saved. */
export const sheetOf = (c: C, part: Part, writing: Writing, tried?: Tried): Sheet => {
  const section = sectionOf(c, part)
  const { draft, open, stored } = writing
  const clashes = tried?.clashes ?? []
  const answers = draft[part] as Answers
  const began = part === "core" ? (withOpen(draft, open).core as Answers) : answers
  const fields = tried
    ? entriesIn(clashes.length > 0 ? typedOver(section, tried.entries, began) : tried.entries)
    : withRow(section, fieldsOf(section, began), c.req.query("add"))
  const saved = stored?.[part] ?? (writing.session.version > 0 ? answers : {})
  const marks = marksOf(section, saved as Answers)
  const stale = tried && clashes.length === 0
  const revision = stale ? revisionIn(tried.entries) : draft.revision
  return {
    section,
    action: pathOf(writing, part),
    entries: standing(fields, open),
    hidden: { revision: String(revision), ...(stale ? marksIn(tried.entries) : marks) },
    revision,
    open,
    problems: tried?.problems ?? (c.req.query("missing") === undefined ? [] : unreadyOn(c, section, writing)),
    tried: tried !== undefined,
    clashes,
  }
}

/** The page of a session that begins as it is saved. */
export const unplannedSheet = (c: C, open: Action[], tried?: Tried): Sheet => {
  const { organisation, phase } = placeHere(c)
  const section = sectionOf(c, "core")
  const empty = { id: "", organisation, phase, more: {}, revision: 0 }
  const core = { on: londonDate(c.var.world.now()) }
  const fields = fieldsOf(section, withOpen({ ...empty, core }, open).core as Answers)
  return {
    section,
    action: `${sessionsAt(organisation, phase)}/write`,
    entries: standing(tried ? entriesIn(tried.entries) : fields, open),
    hidden: { key: tried?.entries.key ?? newKey(c.var.world) },
    revision: 0,
    open,
    problems: tried?.problems ?? [],
    tried: tried !== undefined,
    clashes: [],
  }
}

/** After a clash: what was typed where something was typed, and everything else as it is saved now. */
const typedOver = (section: Section, typed: Entries, saved: Answers): Entries => {
  const { answers, problems } = changedOn(section, typed)
  const touched = [...Object.keys(answers), ...problems.map(({ question }) => question)]
  const isTouched = (name: string) => touched.some((key) => name === key || name.startsWith(`${key}.`))
  return {
    ...Object.fromEntries(Object.entries(fieldsOf(section, saved)).filter(([name]) => !isTouched(name))),
    ...Object.fromEntries(Object.entries(typed).filter(([name]) => isTouched(name))),
  }
}

const unreadyOn = (c: C, section: Section, { draft }: Writing): Problem[] =>
  unready([section], draft, c.var.world.now()).map(({ question, part, says }) => ({ question, part, says }))

/** An open action is still to do until somebody says otherwise. */
const standing = (entries: Entries, open: readonly Action[]): Entries => ({
  ...Object.fromEntries(
    idsIn(entries, "actions")
      .filter((id) => open.some((one) => one.id === id))
      .map((id) => [`actions.${id}.now`, "open"]),
  ),
  ...entries,
})

/** What was typed, without the row that was taken away with it. */
export const entriesIn = (typed: Entries): Entries => withoutRemoved(typed)

export const revisionIn = ({ revision = "" }: Entries) => (/^\d{1,7}$/.test(revision) ? Number(revision) : 0)

const marksIn = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => name.startsWith("was.")))
