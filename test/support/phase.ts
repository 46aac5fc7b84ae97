import { joining } from "../../infra/local/demonstration/phases.ts"
import { programme } from "../../infra/local/demonstration/programme.ts"
import type { Expected } from "../../shared/domain/calendar/expected.ts"
import { isDated, owedBy, periodsIn } from "../../shared/domain/calendar/owed.ts"
import type { Period } from "../../shared/domain/calendar/period.ts"
import type { Line, Phase } from "../../shared/domain/calendar/phase.ts"
import { kindOf } from "../../shared/kinds/index.ts"
import { calendarIn, putPeriod, putPhase, putSite } from "../../shared/store/calendar.ts"
import { putExpected } from "../../shared/store/expected.ts"
import type { Service } from "./service.ts"

/** Returns of Halton in phase 2, by their ids: its pilot runs from 1 September 2017 to 30 April 2018. */
export const returns = {
  /** Due on Monday 22 January 2018, taken until Monday 19 February. */
  december: "nsw2-spending-2017-12-31",
  /** The last one. */
  march: "nsw2-spending-2018-03-31",
}

export type Published = { phase: Phase; periods: Period[]; expected: Expected[] }

export const isEvaluation = ({ kind }: Line) => kindOf(kind).needs === "the evaluation"

/** The page of those that go on belongs to October; that and what the evaluation asks are told in tests of their own. */
export const isUsual = (line: Line) => line.cadence !== "start" && !isEvaluation(line)

/** Phase 2 with all its six sites, published: what each owes is in its calendar, of the evaluation alone where that is asked for. */
export const publishPhaseTwo = async (
  { table }: Pick<Service, "table">,
  today = "2017-10-12",
  evaluated = false,
): Promise<Published> => {
  const before = await calendarIn(table, programme.id).phase("NSW2")
  if (!before) throw new Error("The demonstration has no phase 2")
  const { sites, ...phase } = {
    ...before,
    asks: before.asks.filter(evaluated ? isEvaluation : isUsual),
    published: `${today}T08:00:00.000Z`,
    spread: before.revision + 1,
  }
  const all = [...sites, ...joining]
  const periods = periodsIn(phase, all)
  const expected = all.filter(isDated).flatMap((site) => owedBy(phase, site, periods, today))
  const written = await table.write([
    putPhase(programme.id, phase, before),
    ...joining.map((one) => putSite(programme.id, one)),
    ...periods.map((one) => putPeriod(programme.id, one)),
    ...expected.map((one) => putExpected(one)),
  ])
  if (!written.written) throw new Error(`Phase 2 was not published: ${written.failed}`)
  return { phase, periods, expected }
}

/** The id of a site's return of a kind, the earliest where there are several. */
export const returnOf = ({ expected }: Published, organisation: string, kind: Expected["kind"]): string =>
  expected.find((one) => one.organisation === organisation && one.kind === kind)?.round ?? ""
