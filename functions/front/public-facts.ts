import { eoiFacts } from "../../shared/domain/calendar/eoi-facts.ts"
import type { Round } from "../../shared/domain/calendar/round.ts"

/** The questions of a round as anybody may read them: for an organisation that is not named yet. */
export const publicFacts = (round: Round) =>
  eoiFacts(round, { id: "your-organisation", name: "Your organisation" })
