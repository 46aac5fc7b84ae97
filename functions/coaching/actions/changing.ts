import { type Action, desks } from "../../../shared/domain/actions/action.ts"
import type { CoachingMove } from "../../../shared/domain/coaching/move.ts"
import type { CoachingRight } from "../../../shared/domain/people/coaching-policy.ts"
import { putAction } from "../../../shared/store/actions.ts"
import { coachingIn } from "../../../shared/store/coaching.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { dateWords } from "../../../shared/values/london.ts"
import { type C, coachedHere, movingBy, siteHere, siteName } from "../../../shared/web/coaching/here.ts"

export type Made = { action: string; state: string }

/** What a move makes of an action; `note` is why, in somebody's words. */
export type Changed = { move: CoachingMove; before?: Action; after: Action; note?: string }

type Asked = { phase?: string; right: CoachingRight; key: MoveKey }

/** An action as it is then, with a line of the timeline where it is about a phase: together or not at all. */
export const changing = async (
  c: C,
  { phase, right, key }: Asked,
  decide: () => Promise<Changed>,
): Promise<Made> => {
  const made =
    phase === undefined ? await plain(c, key, decide) : await told(c, { phase, right, key }, decide)
  return { action: made.action, state: made.state }
}

const told = (c: C, { phase, right, key }: Asked & { phase: string }, decide: () => Promise<Changed>) =>
  coachingIn(c.var.world.table).change(
    { organisation: siteHere(c), phase, name: siteName(c) },
    movingBy(c, right, key, coachedHere(c, phase)),
    async () => {
      const { move, before, after, note } = await decide()
      return {
        move,
        about: { kind: "action", id: after.id, title: titleOf(before ?? after) },
        ...(note !== undefined && { note }),
        actions: putAction(after, before),
        result: madeOf(after),
      }
    },
  )

const plain = (c: C, key: MoveKey, decide: () => Promise<Changed>) => {
  const { actor, world } = c.var
  const at = keys.siteMove(siteHere(c), actor.id, key.key)
  return keyedWrite<Made>(world.table, { at, key }, async () => {
    const { before, after } = await decide()
    return { actions: putAction(after, before), result: madeOf(after) }
  })
}

const madeOf = ({ id, state }: Action): Made => ({ action: id, state })

/** Says no word of what is to be done. */
const titleOf = ({ owner, due }: Action) => `Action for ${desks[owner]}, due ${dateWords(due)}`
