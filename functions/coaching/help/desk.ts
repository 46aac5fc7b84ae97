import { repliesLine } from "../../../shared/domain/coaching/clock-department.ts"
import type { ClockLine } from "../../../shared/domain/coaching/clock-line.ts"
import { answeredLine, returnsLine, sharedLine } from "../../../shared/domain/coaching/clock-sites.ts"
import type { Help } from "../../../shared/domain/coaching/help.ts"
import { session } from "../../../shared/domain/coaching/session.ts"
import { coachingIn, type Place } from "../../../shared/store/coaching.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { helpIn } from "../../../shared/store/help.ts"
import { type C, placeHere } from "../../../shared/web/coaching/here.ts"
import { helpsHere } from "./moves.ts"

export type HelpDesk = { place: Place; helps: Help[]; clocks: ClockLine[] }

/** What was asked about this site; and how long the department takes to answer sites, beside what this site owes. */
export const helpDeskHere = async (c: C): Promise<HelpDesk> => {
  const place = placeHere(c)
  const { world } = c.var
  const { table, settings } = world
  const at = world.now()
  const lists = helpIn(table)
  const [helps, over, waiting, sessions, expected] = await Promise.all([
    helpsHere(c),
    lists.over(place.phase),
    lists.waiting(settings.programme),
    coachingIn(table).records(place, "SESSION"),
    expectedIn(table).all(place.organisation),
  ])
  const held = sessions.map((item) => session.parse(item))
  return {
    place,
    helps,
    clocks: [
      repliesLine(
        over,
        waiting.filter(({ phase }) => phase === place.phase),
        at,
      ),
      sharedLine(held, at),
      answeredLine(held, at),
      returnsLine(
        expected.filter(({ phase }) => phase === place.phase),
        at,
      ),
    ],
  }
}
