import { programmeGrantFor } from "../../domain/people/actor.ts"
import { type ProgrammeRight, programmePolicy } from "../../domain/people/policy.ts"
import { Refused } from "../../domain/refused.ts"
import { type Changing, changesIn } from "../../store/changes.ts"
import type { MoveKey } from "../../store/moves.ts"
import type { Action } from "../../store/table.ts"
import type { Json } from "../../values/canonical.ts"
import type { C } from "./here.ts"

type Asked = {
  right: ProgrammeRight
  /** Who may, for whoever may not. */
  says: string
  record: string
  move: string
  note?: string
  key?: MoveKey
}

/** A change of a record of the programme by whoever asks, with its line of history. */
export const changeHere = <Result extends Json>(
  c: C,
  { right, says, ...asked }: Asked,
  decide: () => Promise<{ actions: Action[]; result: Result }>,
): Promise<Result> => {
  const { actor, world } = c.var
  const grant = programmeGrantFor(actor, programmePolicy[right])
  if (!grant) throw new Refused("not allowed", { says })
  const changing: Changing = {
    ...asked,
    by: { actor, grant },
    at: world.now(),
    ...(asked.note !== undefined && { salt: Buffer.from(world.random(12)).toString("base64url") }),
  }
  return changesIn(world.table).change(changing, decide)
}
