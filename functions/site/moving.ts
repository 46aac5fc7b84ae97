import type { Step } from "../../shared/domain/submissions/take.ts"
import type { MoveKey } from "../../shared/store/moves.ts"
import { type C, type Moved, type OnDesk, perform } from "./desk.ts"

const pathOf = (c: C) =>
  `/organisations/${c.req.param("organisation")}/submissions/${c.req.param("reference")}`

/** What was done as an answer of the API, with its own page to go to. */
export const moved = (c: C, body: Moved) => ({ body, at: pathOf(c) })

/** What a step comes to as an answer of the API, with the address a page goes to next. */
export const moving = async (c: C, step: Step, key?: MoveKey, loaded?: OnDesk) => {
  const result = await perform(c, step, key, loaded)
  const sends = step.move === "send" || (step.move === "sign" && step.also === "send")
  return sends ? { body: result, at: `${pathOf(c)}/receipts/${result.version}` } : moved(c, result)
}
