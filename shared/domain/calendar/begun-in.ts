import type { PlainDate } from "../../values/london.ts"
import { nextDay } from "../notices/notices.ts"
import { beginning } from "../submissions/event.ts"
import type { Expected, Stands } from "./expected.ts"
import type { Round } from "./round.ts"
import { windowOf } from "./round.ts"

type Organisation = { id: string; shortName: string }

/** An expression of interest in its organisation's calendar, from when it is begun: nobody is owed it. */
export const begunIn = (
  round: Round,
  { id, shortName }: Organisation,
  stands: Stands,
  today: PlainDate,
): Expected => {
  const one: Expected = {
    organisation: id,
    name: shortName,
    phase: round.phase,
    round: round.id,
    kind: round.kind,
    title: round.title,
    owed: false,
    ...windowOf(round),
    hearBy: round.decisionsBy,
    sequence: 0,
    signs: [],
    stands,
    told: {},
    events: { number: 0, hash: beginning },
    revision: 0,
  }
  return { ...one, next: nextDay(one, today) }
}
