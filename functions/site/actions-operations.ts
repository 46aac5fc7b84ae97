import * as z from "zod"
import { action, isLate } from "../../shared/domain/actions/action.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { londonDate } from "../../shared/values/london.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { type Operation, operation } from "../../shared/web/operation.ts"
import { actionsAt, actionsHere, closing } from "./actions.ts"

const tag = "Conditions"

/** What a site has to do, below the address of its organisation. */
export const actionOperations = (inside: string): Operation<SignedIn>[] => [
  operation({
    id: "listActions",
    method: "get",
    path: `${inside}/actions`,
    tag,
    summary: "What the site has to do, such as the conditions of its award: what is open first",
    gives: z.object({ actions: z.array(action.omit({ revision: true }).extend({ late: z.boolean() })) }),
    does: async (c) => {
      const today = londonDate(c.var.world.now())
      const actions = await actionsHere(c)
      return {
        body: { actions: actions.map(({ revision: _, ...one }) => ({ ...one, late: isLate(one, today) })) },
      }
    },
  }),
  operation<SignedIn, { evidence: string }>({
    id: "closeAction",
    method: "post",
    path: `${inside}/actions/:action/done`,
    tag,
    summary: "Say that something is done, and how that can be seen",
    keyed: true,
    asks: z.strictObject({ evidence: z.string().max(2_000).meta({ description: "60 words or fewer" }) }),
    gives: z.object({ action: z.string(), state: z.string() }),
    does: async (c, body, key) => ({
      body: await closing(c, body, key as MoveKey),
      at: actionsAt(c.req.param("organisation") ?? ""),
    }),
  }),
]
