import type { Expected } from "../domain/calendar/expected.ts"
import { moved } from "../domain/calendar/moved.ts"
import type { Round } from "../domain/calendar/round.ts"
import { londonDate } from "../values/london.ts"
import { expectedIn, putExpected } from "./expected.ts"
import type { Table } from "./table.ts"

/** The tries one is given while its team moves on. */
const tries = 5

/**
 * What was begun in a round follows its dates: each calendar says when the round closes now, and whoever was told of
 * the old date is told of the new one. Again, it changes nothing.
 */
export const followRound = async (
  table: Table,
  round: Pick<Round, "id" | "closes" | "decisionsBy">,
  at: Date,
) => {
  const expected = expectedIn(table)
  for (const { organisation } of (await expected.inRound(round.id)).filter((one) => differs(one, round)))
    for (let attempt = 1; attempt <= tries; attempt++) {
      const one = await expected.of(organisation, round.id)
      if (!one || !differs(one, round)) break
      const next = followed(one, round, at)
      if ((await table.write([putExpected(next, one)])).written) break
    }
}

type Dates = Pick<Round, "closes" | "decisionsBy">

const differs = (one: Expected, { closes, decisionsBy }: Dates) =>
  !one.owed && (one.by !== closes || one.hearBy !== decisionsBy)

const followed = (one: Expected, { closes, decisionsBy }: Dates, at: Date): Expected => {
  const heard = { ...one, hearBy: decisionsBy }
  return one.by === closes ? heard : moved(heard, { by: closes, locks: undefined }, londonDate(at))
}
