import { fundingGrantFor } from "../../../shared/domain/people/funding-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { type Step, take } from "../../../shared/domain/submissions/take.ts"
import type { Reviewing } from "../../../shared/form/workflow.ts"
import { posted } from "../../../shared/store/funding.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { accountIn, type C } from "../../../shared/web/funding/here.ts"
import { contextOf } from "../../../shared/web/reviewing/desk.ts"
import {
  asking,
  carrying,
  type Decided,
  onlyFor as onlyForIn,
  type Reviewed,
  reviewing as reviewingIn,
  type Says,
  settling,
} from "../../../shared/web/reviewing/moves.ts"
import type { Opening } from "../../../shared/web/reviewing/ways.ts"
import { acceptingOf, earlierThan, refuseWhere, reopeningOf, standsInTheWay } from "./accepting.ts"
import { type OnMoney, returnHere } from "./desk.ts"

const says: Says = {
  look: "Coordinators and the department’s finance people read returns.",
  "check completeness": "Coordinators check that a return is complete.",
  ask: "The department’s finance people ask about figures.",
  settle: "The department’s finance people close a question.",
  "send back": "Coordinators and the department’s finance people send a return back.",
  accept: "The department’s finance people accept returns.",
  reopen: "The department’s finance people open a return again.",
}

export const onlyFor = async (c: C, move: Reviewing): Promise<OnMoney> =>
  onlyForIn(c, await returnHere(c), move, says)

const reviewing = (
  c: C,
  move: Reviewing,
  key: MoveKey,
  decide: (desk: OnMoney) => Decided | Promise<Decided>,
): Promise<Reviewed> => {
  const at = keys.fundingMove(accountIn(c).organisation, c.var.actor.id, key.key)
  return reviewingIn(c, { at, key, load: () => onlyFor(c, move), decide })
}

export const look = (c: C, key: MoveKey) => reviewing(c, "look", key, () => ({ step: { move: "look" } }))

export const checkCompleteness = (c: C, seen: number, key: MoveKey) =>
  reviewing(c, "check completeness", key, () => ({ step: { move: "check completeness", seen } }))

/** Who acts on the ledger, now. */
const postingBy = (c: C, right: "accept return" | "reopen return") => {
  const { actor, world } = c.var
  const grant = fundingGrantFor(actor, right)
  if (!grant) throw new Refused("not allowed", { says: says.accept })
  return { by: { actor, grant }, at: world.now() }
}

/** Accepts the version that was read: from now on it counts in the account of the site. */
export const accept = (c: C, seen: number, key: MoveKey) =>
  reviewing(c, "accept", key, async (desk) => {
    const step: Step = { move: "accept", seen }
    take(step, desk, contextOf(c, desk))
    refuseWhere(standsInTheWay({ ...desk, earlier: earlierThan(desk) }))
    const { actions } = posted(desk.account, postingBy(c, "accept return"), acceptingOf(desk))
    return { step, more: [...actions, ...(await carrying(c, desk))] }
  })

export const sendBack = (c: C, given: Opening, seen: number, key: MoveKey) =>
  reviewing(c, "send back", key, () => ({ step: { move: "send back", ...given, seen } }))

/** Opens again what was accepted: until it is accepted again it counts for nothing. */
export const reopen = (c: C, given: Opening, seen: number, key: MoveKey) =>
  reviewing(c, "reopen", key, (desk) => {
    const step: Step = { move: "reopen", ...given, seen }
    const { contents } = take(step, desk, contextOf(c, desk))
    const opening = reopeningOf(desk, contents?.note ?? "")
    const { actions } = posted(desk.account, postingBy(c, "reopen return"), opening)
    return { step, more: actions }
  })

export const ask = (c: C, given: Record<string, unknown>, key: MoveKey) =>
  reviewing(c, "ask", key, (desk) => asking(c, desk, given))

export const settle = (c: C, key: MoveKey) =>
  reviewing(c, "settle", key, (desk) => settling(c, desk, c.req.param("number")))
