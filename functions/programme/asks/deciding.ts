import type { Expected } from "../../../shared/domain/calendar/expected.ts"
import { type Changing, withLine } from "../../../shared/domain/calendar/line.ts"
import { type TimeLetter, timeLetterOf } from "../../../shared/domain/calendar/time-letter.ts"
import { programmeGrantFor } from "../../../shared/domain/people/actor.ts"
import { programmePolicy } from "../../../shared/domain/people/policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { changedExpected } from "../../../shared/store/expected.ts"
import { keyedWrite } from "../../../shared/store/keyed.ts"
import { keys } from "../../../shared/store/keys.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import type { Action } from "../../../shared/store/table.ts"
import type { C } from "../desk.ts"
import { granters, returnHere } from "./desk.ts"

export type Decided = { organisation: string; round: string; by: string; asked: boolean }

type Decision = {
  after: Expected
  because: string
  later?: TimeLetter["later"]
  /** What is written with it besides. */
  actions?: Action[]
}

type By = Changing["by"]

/**
 * Decides about one return by how it stands, and writes it with its line of history, the letter that tells of it and
 * without what was asked: together or not at all, and again where somebody was quicker. Nothing that the site sends
 * meanwhile is lost: it is what is decided about next. The same key gives what it gave the first time.
 */
export const deciding = async (
  c: C,
  { move, letter, key }: { move: string; letter: TimeLetter["letter"]; key: MoveKey },
  decide: (one: Expected, by: By, at: Date) => Decision | Promise<Decision>,
): Promise<Decided> => {
  const { actor, world } = c.var
  const grant = programmeGrantFor(actor, programmePolicy["grant time"])
  if (!grant) throw new Refused("not allowed", { says: granters })
  const by = { person: actor.id, name: actor.name, role: grant.role, grant: grant.id }
  const { organisation, round } = await returnHere(c)
  const at = keys.siteMove(organisation, actor.id, key.key)
  const given = await keyedWrite<Decided>(world.table, { at, key }, async () => {
    const one = await returnHere(c)
    const at = world.now()
    const { after, because, later, actions = [] } = await decide(one, by, at)
    const salt = Buffer.from(world.random(12)).toString("base64url")
    const changed = withLine(after, { move, by, at, note: because, salt })
    const [members, found] = await Promise.all([
      peopleIn(world.table).membersOf(organisation),
      directoryIn(world.table).organisation(organisation),
    ])
    const told = timeLetterOf({
      letter,
      organisationName: found?.name ?? one.name,
      because,
      by: actor.name,
      before: one,
      after: changed.one,
      ...(later && { later }),
      asker: one.asked?.by.person,
      members,
      at,
    })
    const result = { organisation, round, by: after.by, asked: one.asked !== undefined }
    return {
      result,
      actions: [
        ...changedExpected(changed, one),
        ...(one.asked ? [{ remove: keys.ask(world.settings.programme, organisation, round) }] : []),
        ...(told
          ? [{ put: { ...keys.siteLetter(organisation, told.id), ...told }, when: "new" as const }]
          : []),
        ...actions,
      ],
    }
  })
  return inOrder(given)
}

/** The same bytes each time, whatever order a store gives members back in. */
const inOrder = ({ organisation, round, by, asked }: Decided): Decided => ({ organisation, round, by, asked })
