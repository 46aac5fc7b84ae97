import type { Criterion } from "../../../shared/domain/selection/criterion.ts"
import type { Moderation } from "../../../shared/domain/selection/moderation.ts"
import type { PanelView } from "../../../shared/domain/selection/notes.ts"
import type { Compared } from "../../../shared/domain/selection/seen.ts"
import type { SentSheet } from "../../../shared/domain/selection/sheet.ts"
import type { Free } from "../../../shared/web/panel/here.ts"

/** What every reader sent, for whoever may see it: what counts now, and what was sent before. */
export type Sheets = {
  criteria: Criterion[]
  readers: Compared["readers"]
  latest: SentSheet[]
  earlier: SentSheet[]
  moderation?: Moderation
  views: PanelView[]
}

export const sheetsOn = async ({ one, raw, store, whole }: Free): Promise<Sheets | undefined> => {
  if (!one.compared) return undefined
  const { readers, moderated } = one.compared
  const [sheets, moderation, views] = await Promise.all([
    store.sheetsOf(one.reference),
    moderated ? store.moderation(one.reference) : undefined,
    store.views(raw),
  ])
  const counts = ({ person, version }: SentSheet) =>
    readers.some((each) => each.person === person && each.sent?.version === version)
  return {
    criteria: whole.criteria,
    readers,
    latest: sheets.filter(counts),
    earlier: sheets.filter((sheet) => !counts(sheet)),
    moderation,
    views,
  }
}
