import * as z from "zod"
import { action, isLate } from "../../../shared/domain/actions/action.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { actionAt, actionsAt } from "../../../shared/web/coaching/addresses.ts"
import { type Inside, siteHere } from "../../../shared/web/coaching/here.ts"
import { type Operation, operation } from "../../../shared/web/operation.ts"
import { actionsHere, closeAction } from "./moves.ts"

const tag = "Actions"

/** What is to be done about a site, below the address of its organisation. */
export const actionOperations: Operation<Inside>[] = [
  operation({
    id: "listActions",
    method: "get",
    path: actionsAt(":organisation"),
    tag,
    summary: "What is to be done about the site, wherever it comes from: what is open first",
    gives: z.object({ actions: z.array(action.omit({ revision: true }).extend({ late: z.boolean() })) }),
    does: async (c) => {
      const today = londonDate(c.var.world.now())
      const actions = await actionsHere(c)
      return {
        body: { actions: actions.map(({ revision: _, ...one }) => ({ ...one, late: isLate(one, today) })) },
      }
    },
  }),
  operation<Inside, { evidence: string }>({
    id: "closeAction",
    method: "post",
    path: `${actionAt(":organisation", ":action")}/done`,
    tag,
    summary: "Say that something is done, and how that can be seen",
    keyed: true,
    asks: z.strictObject({ evidence: z.string().max(2_000).meta({ description: "60 words or fewer" }) }),
    gives: z.object({ action: z.string(), state: z.string() }),
    does: async (c, body, key) => ({
      body: await closeAction(c, body, key as MoveKey),
      at: actionsAt(siteHere(c)),
    }),
  }),
]
