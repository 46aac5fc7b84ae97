import { afterFigures, figuresIn } from "../domain/actions/from-figures.ts"
import { type Change, headAfter } from "../domain/submissions/change.ts"
import type { Action } from "./action.ts"
import { actionsIn, putAction } from "./actions.ts"
import type { Table } from "./table.ts"

/** What the site is called on lists, and what each measure is called. */
type Of = { site: string; names: Record<string, string> }

/**
 * What goes with a sending that says anything in figures: for each that is not known an action with its day, and done is
 * what is known by now. One query more, and none for any other move.
 */
export const figuresToGive = async (table: Table, change: Change, of: Of): Promise<Action[]> => {
  const figures = figuresIn(change)
  if (!figures) return []
  const open = await actionsIn(table, figures.organisation).open()
  const by = headAfter(change).changedBy
  return afterFigures({ figures, open, by, ...of }).flatMap(({ after, before }) => putAction(after, before))
}
