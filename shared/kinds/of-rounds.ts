import { expressionOfInterest } from "./expression-of-interest.ts"
import type { Kind, KindId } from "./index.ts"

/** The kind that a round asks for. */
export const askedByRounds: KindId = "expression-of-interest"

/** The same with its questions: whoever reads what rounds ask for needs no other. */
export const kindOfRounds: Kind = expressionOfInterest

/** What a round asked for, by its id; nothing where no round asks for it. */
export const kindOfRound = (id: string): Kind | undefined =>
  id === kindOfRounds.id ? kindOfRounds : undefined
