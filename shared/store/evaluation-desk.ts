import { askedIn } from "../domain/calendar/board.ts"
import type { Expected } from "../domain/calendar/expected.ts"
import type { Period } from "../domain/calendar/period.ts"
import { isOfEvaluation } from "../domain/evaluation/return-stands.ts"
import { kindOf } from "../kinds/index.ts"
import { addDays, londonDate } from "../values/london.ts"
import type { WithSites } from "./calendar.ts"
import { expectedIn } from "./expected.ts"
import type { Table } from "./table.ts"

/** A tally that is over is listed for some days more. */
const near = 31

/**
 * What every site owes the evaluation in a phase: a query for each return that it asks of anybody, whatever the number
 * of sites; of the monthly ones those alone that are near.
 */
export const evaluationOwed = async (
  table: Table,
  phase: WithSites,
  periods: Period[],
  at: Date,
): Promise<Expected[]> => {
  const today = londonDate(at)
  const day = (instant: string) => londonDate(new Date(instant))
  const lines = phase.asks.filter(({ kind }) => kindOf(kind).needs === "the evaluation")
  const monthly = lines.filter(({ cadence }) => cadence === "month")
  const rounds = (asks: typeof lines) => askedIn({ ...phase, asks }, periods, today)
  const isNear = ({ opens, locks }: ReturnType<typeof rounds>[number]) =>
    day(opens) <= addDays(today, near) && day(locks) >= addDays(today, -near)
  const asked = [
    ...rounds(lines.filter((one) => !monthly.includes(one))),
    ...rounds(monthly).filter(isNear),
  ].map(({ round }) => round)
  const found = await Promise.all([...new Set(asked)].map((round) => expectedIn(table).inRound(round)))
  return found.flat().filter((one) => isOfEvaluation(one))
}
