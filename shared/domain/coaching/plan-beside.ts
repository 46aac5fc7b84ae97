import type { Answers } from "../../form/question.ts"
import { type Count, countWordsOf } from "../../values/count.ts"
import { dateWords } from "../../values/london.ts"
import { pounds } from "../../values/money.ts"
import type { Promised } from "../actions/promise.ts"
import type { MilestoneCounts } from "./plan-milestones.ts"

/** One thing as it was promised, as it is planned, and as it is known now; what nobody has said is left out. */
export type Beside = { label: string; promised?: string; planned?: string; now?: string }

/** What is known now, where whoever reads it may see it. */
export type Known = {
  /** People with a named social worker, and where that was said. */
  people?: { count: Count; says: string }
  milestones?: MilestoneCounts
  /** Pence. `accepted` is the last day that an accepted return covers. */
  money?: { award: number; actual: number; accrued: number; outturn: number; accepted?: string }
}

type Given = { promised?: Pick<Promised, "people" | "asked">; planned?: Answers; now: Known }

/** Promised, planned, now: what returns and sessions show beside what is asked. */
export const besidePlan = ({ promised, planned, now }: Given): Beside[] => {
  const days = planned && daysOf(planned)
  const rows: Beside[] = [
    {
      label: "People with a named social worker",
      promised: promised?.people && countWordsOf(promised.people),
      planned: planned?.people === undefined ? undefined : countWordsOf(planned.people as Count),
      now: now.people && `${countWordsOf(now.people.count)} (${now.people.says})`,
    },
    { label: "Protected days a week, together", planned: days },
    {
      label: "Milestones",
      planned: now.milestones && String(now.milestones.all),
      now: now.milestones && milestonesNow(now.milestones),
    },
    {
      label: "Money",
      promised: promised?.asked === undefined ? undefined : `${pounds(promised.asked)} asked for`,
      planned: now.money && `${pounds(now.money.award)} awarded`,
      now: now.money && moneyNow(now.money),
    },
  ]
  return rows.filter((one) => one.promised ?? one.planned ?? one.now)
}

const milestonesNow = ({ done, late, next }: MilestoneCounts) =>
  [
    `${done} done`,
    ...(late > 0 ? [`${late} late`] : []),
    ...(next ? [`${late > 0 ? "oldest was due" : "next by"} ${dateWords(next)}`] : []),
  ].join(", ")

const moneyNow = ({ actual, accrued, outturn, accepted }: NonNullable<Known["money"]>) =>
  accepted === undefined
    ? "No return is accepted yet"
    : `${pounds(actual + accrued)} spent to ${dateWords(accepted)}, ${pounds(outturn)} expected in all`

/** Days promised, over everybody of the team; in tenths, so that nothing is lost between decimals. */
const daysOf = ({ team }: Answers): string | undefined => {
  const rows = (Array.isArray(team) ? team : []) as { number?: number; days?: number }[]
  const promised = rows.filter(({ days }) => days !== undefined)
  if (promised.length === 0) return undefined
  const tenths = promised.reduce((sum, { number = 1, days = 0 }) => sum + number * Math.round(days * 10), 0)
  return String(tenths / 10)
}
