import type { Action } from "../../shared/domain/actions/action.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import type { C } from "./desk.ts"

/** What is open, for a home: asked for only where its calendar says that its award has conditions. */
export const actionsOwed = async (c: C, expected: Pick<Expected, "conditions">[]): Promise<Action[]> =>
  expected.some(({ conditions }) => conditions)
    ? actionsIn(c.var.world.table, c.req.param("organisation") ?? "").open()
    : []
