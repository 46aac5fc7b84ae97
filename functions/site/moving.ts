import type { Step } from "../../shared/domain/submissions/take.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { type C, type OnDesk, perform } from "./desk.ts"

const pathOf = (c: C) =>
  `/organisations/${c.req.param("organisation")}/submissions/${c.req.param("reference")}`

/** What a step comes to as an answer of the API, with the address a page goes to next. */
export const moving = async (c: C, step: Step, key?: MoveKey, loaded?: OnDesk) => {
  const result = await perform(c, step, key, loaded)
  return { body: result, at: step.move === "send" ? `${pathOf(c)}/receipts/${result.version}` : pathOf(c) }
}
