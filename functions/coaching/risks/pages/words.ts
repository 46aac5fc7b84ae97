import type { Risk, RiskFacts } from "../../../../shared/domain/coaching/risk.ts"
import { dateWords, type PlainDate, stampWords } from "../../../../shared/values/london.ts"

/** "Closed by Ann Example on 16 January 2018 at 9am." */
export const closedWords = ({ closings }: Pick<Risk, "closings">) => {
  const last = closings.at(-1)
  return last ? `Closed by ${last.by.name} on ${stampWords(new Date(last.at))}.` : "Open."
}

/** "Look at it on 31 January 2018"; one whose day has gone by says so, and nobody is chased. */
export const nextWords = ({ next }: Pick<RiskFacts, "next">, today: PlainDate) =>
  next < today ? `Was to be looked at on ${dateWords(next)}` : `Look at it on ${dateWords(next)}`
