import { type Details, Refused } from "../refused.ts"
import type { Change } from "./change.ts"
import type { Context } from "./context.ts"
import type { Edit } from "./edit.ts"
import { finish } from "./finish.ts"
import { save } from "./save.ts"
import type { Head, SectionItem, Whole } from "./submission.ts"

export type SectionEdit = { section: string; edit: Edit }

/** Takes in edits of several sections as one line of history: all of them, or none with every reason why. */
export const saveAll = (
  edits: SectionEdit[],
  { head, sections }: Whole,
  next: Head,
  context: Context,
): Change => {
  const refused: [string, Refused][] = []
  const items: SectionItem[] = []
  const changed: Record<string, string[]> = {}
  let after = { head, sections }
  let state = next.state
  for (const one of edits)
    try {
      const saved = save(one, after, { ...next, state }, context)
      if (!saved.section) continue
      items.push(saved.section)
      Object.assign(changed, saved.event?.changed)
      state = saved.head.state
      after = {
        head: { ...saved.head, revision: head.revision, events: head.events },
        sections: { ...after.sections, [saved.section.section]: saved.section },
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      refused.push([one.section, error])
    }
  if (refused.length > 0) throw together(refused)
  const [section, ...more] = items
  if (!section) return { before: head, head, letters: [] }
  return finish("save", head, { ...after.head, revision: next.revision }, context, { section, more, changed })
}

/** The first refusal, with what every other of its kind has to say. */
const together = (refused: [string, Refused][]): Refused => {
  const refusal = refused[0]?.[1].refusal ?? "not valid"
  const same = refused.filter(([, one]) => one.refusal === refusal)
  const problems = same.flatMap(([section, { details }]) =>
    (details.problems ?? []).map((one) => ({ ...one, section })),
  )
  const clashes = same.flatMap(([, { details }]) => details.clashes ?? [])
  const asks = same.flatMap(([, { details }]) => details.asks ?? [])
  const says = same.map(([, { details }]) => details.says).find((one) => one !== undefined)
  const given: Details = {
    ...(says !== undefined && { says }),
    ...(problems.length > 0 && { problems }),
    ...(clashes.length > 0 && { clashes }),
    ...(asks.length > 0 && { asks }),
  }
  return new Refused(refusal, given)
}
