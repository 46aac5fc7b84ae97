import { Refused } from "../../shared/domain/refused.ts"
import { problemsOf, warningsOf } from "../../shared/domain/submissions/progress.ts"
import type { SectionEdit } from "../../shared/domain/submissions/save-all.ts"
import { take } from "../../shared/domain/submissions/take.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import type { WorkbookItem } from "../../shared/store/workbook.ts"
import { workbooksOf } from "../../shared/store/workbook.ts"
import type { Json } from "../../shared/values/canonical.ts"
import { stampWords } from "../../shared/values/london.ts"
import { changesOf } from "../../shared/workbook/changes.ts"
import { tableOf } from "../../shared/workbook/marker.ts"
import { type C, contextOf, type Desk, filling, load, organisationIn, submissionsHere } from "./desk.ts"
import { uploadHere } from "./upload.ts"

export type Confirmed = { revision: number; cleared: Record<string, string> }
export type Moved = { reference: string; state: string; revision: number; version: number }

const editsOf = ({ answers }: WorkbookItem, { revision, cleared }: Confirmed): SectionEdit[] =>
  Object.entries(answers).map(([section, given]) => ({
    section,
    edit: { seen: revision, answers: given, cleared },
  }))

/** What a workbook would change now, and what stands in the way: nothing is saved by looking. */
export const previewHere = async (c: C) => {
  const [desk, item] = await Promise.all([load(c), uploadHere(c)])
  filling(c, desk)
  const { head, kind, facts, visible, answers, sections } = desk
  const tried = tries(c, desk, item)
  const seen = visible.map(({ id }) => id)
  const within = ({ section }: { section: string }) => seen.includes(section)
  return {
    desk,
    item,
    revision: head.revision,
    changes: changesOf(visible, answers, item.answers, item.places),
    problems: [...item.problems, ...tried.problems],
    asks: tried.asks,
    warnings: [...older(desk, item), ...item.warnings],
    unfinished: [
      ...problemsOf(kind, facts, tried.after ?? sections).filter(within),
      ...warningsOf(kind, facts, tried.after ?? sections).filter(within),
    ].map(({ says }) => says),
  }
}
export type Preview = Awaited<ReturnType<typeof previewHere>>

/** The whole save as it would be, and what it says where it would not be. */
const tries = (c: C, desk: Desk, item: WorkbookItem) => {
  const { sections, head } = desk
  const none = { problems: [] as string[], asks: [] as { mark: string; says: string }[], after: undefined }
  if (item.problems.length > 0) return none
  try {
    const edits = editsOf(item, { revision: head.revision, cleared: {} })
    const { section, more = [] } = take({ move: "save", edits }, desk, contextOf(c, desk))
    const saved = [...(section ? [section] : []), ...more].map((one) => [one.section, one] as const)
    return { ...none, after: { ...sections, ...Object.fromEntries(saved) } }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { problems = [], asks = [], says } = error.details
    if (asks.length > 0) return { ...none, asks: asks.map(({ mark, says }) => ({ mark, says })) }
    const located = problems.map((one) => {
      const place = one.section && item.places[tableOf(one.section, one.question)]
      return place ? `${place}: ${one.says}` : one.says
    })
    return {
      ...none,
      problems: says ? [says, ...located] : located.length > 0 ? located : ["It cannot be saved now."],
    }
  }
}

/** What has changed since it was made, in words: answers that were not touched in it stay as they are now. */
const older = ({ head, sections, visible }: Desk, { revision, answers }: WorkbookItem): string[] => {
  if (revision === undefined || revision >= head.revision) return []
  const by = `${head.changedBy.name}, ${stampWords(new Date(head.changedAt))}`
  const both = visible.flatMap(({ id, asks }) =>
    Object.keys(answers[id] ?? {})
      .filter((key) => (sections[id]?.stamps[key] ?? 0) > revision)
      .map(
        (key) =>
          `“${asks[key]?.label}” was changed here after this workbook was made: see what stands there now.`,
      ),
  )
  return [
    `This workbook was made before the last change (${by}). What you did not change in it stays as it is now.`,
    ...both,
  ]
}

/** Saves all that a workbook changes in one write, or nothing, as it was shown at this revision. */
export const confirming = async (c: C, confirmed: Confirmed, key: MoveKey): Promise<Moved> => {
  const submissions = submissionsHere(c)
  const desk = await load(c)
  const before = await submissions.replay(key.key)
  if (before) {
    if (before.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
    return movedBy(before.result as Json & Moved)
  }
  filling(c, desk)
  const item = await uploadHere(c)
  if (item.problems.length > 0)
    throw new Refused("not valid", { problems: item.problems.map((says) => ({ question: "file", says })) })
  if (confirmed.revision !== desk.head.revision) throw meanwhile(desk)
  const edits = editsOf(item, confirmed)
  const change = take({ move: "save", edits }, desk, contextOf(c, desk))
  const result = movedBy(change.head)
  const gone = workbooksOf(organisationIn(c), c.var.world.table).remove(item)
  const saved = await submissions.save(change, desk.organisation.code, key, result, [gone])
  if (saved === "saved") return result
  if (saved === "changed meanwhile") throw meanwhile(await load(c))
  if (saved.done.fingerprint !== key.fingerprint) throw new Refused("key used for something else")
  return movedBy(saved.done.result as Json & Moved)
}

const meanwhile = ({ head }: Desk) =>
  new Refused("changed by someone else", {
    says: `${head.changedBy.name} changed the return after you looked. Nothing of your file is saved. Look at what it would change now, then confirm it.`,
  })

const movedBy = ({ reference, state, revision, version }: Moved): Moved => ({
  reference,
  state,
  revision,
  version,
})
