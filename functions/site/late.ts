import type { Context } from "hono"
import type { Organisation } from "../../shared/domain/people/organisation.ts"
import { lateAskOf } from "../../shared/domain/selection/late.ts"
import type { Change } from "../../shared/domain/submissions/change.ts"
import { lateIn } from "../../shared/store/late.ts"
import type { Action } from "../../shared/store/table.ts"
import type { SignedIn } from "../../shared/web/env.ts"

/** What a move lays on the desk of the chair of the selection panel: written with the move, or not at all. */
export const onDesk = (c: Context<SignedIn>, change: Change, organisation: Organisation): Action[] => {
  const { table, settings } = c.var.world
  const ask = lateAskOf(change, organisation)
  return ask ? [lateIn(table, settings.programme).ask(ask)] : []
}
