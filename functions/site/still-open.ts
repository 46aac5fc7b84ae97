import { type Action, inOrder } from "../../shared/domain/actions/action.ts"
import { actionsIn } from "../../shared/store/actions.ts"
import type { C, OnDesk } from "./desk.ts"

/** What is open on the site's desk in the phase of a return: asked for where a return is owed alone. */
export const stillOpenHere = async (c: C, { expected, organisation }: OnDesk): Promise<Action[]> =>
  expected
    ? inOrder(await actionsIn(c.var.world.table, organisation.id).open()).filter(
        ({ owner, phase }) => owner === "site" && phase === expected.phase,
      )
    : []
