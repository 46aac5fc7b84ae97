import { tableName } from "../../infra/local/create-table.ts"
import { phaseOne } from "../../infra/local/demonstration/phase-one.ts"
import { phaseTwo } from "../../infra/local/demonstration/phase-two.ts"
import type { Round } from "../../shared/domain/calendar/round.ts"
import { directoryIn } from "../../shared/store/directory.ts"
import { clientFor, tableOn } from "../../shared/store/table.ts"

/** One more round that is open now, beside the demonstration's: the short form, unless it says otherwise. */
export const openRound = async (endpoint: string, id: string, more: Partial<Round> = {}): Promise<Round> => {
  const round = { ...phaseTwo, id, title: `Round for a test: ${id}`, ...more }
  await directoryIn(tableOn(clientFor(endpoint), tableName)).publishRound(round)
  return round
}

/** Everything that a round can ask, as the round of 2016 did; open now. */
export const everythingAsked = {
  sections: phaseOne.sections,
  signatures: phaseOne.signatures,
  title: "A round that asks everything: expression of interest",
} satisfies Partial<Round>
