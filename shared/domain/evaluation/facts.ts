import { coreMeasureList } from "../../kinds/measures/core.ts"
import type { Figures } from "../../kinds/measures/figure.ts"
import type { EvaluationFacts } from "../../kinds/return-facts.ts"
import { londonDate } from "../../values/london.ts"
import type { AgreedPlan } from "./agreed-plan.ts"

type Given = {
  agreed?: AgreedPlan
  figures: readonly Figures[]
  promised: EvaluationFacts["promised"]
}

/** What a return is asked against: the measures as they are agreed, and what the returns before it said. */
export const evaluationFactsOf = (
  { agreed, figures, promised }: Given,
  asked: { id: string; to: string },
): EvaluationFacts => ({
  version: agreed?.version ?? 0,
  measures: agreed?.measures ?? [...coreMeasureList],
  notOurGroup: agreed?.notOurGroup ?? {},
  earlier: figures
    .filter(({ round, point }) => round !== asked.id && isBefore(point, asked.to))
    .toSorted((a, b) => placeOf(a).localeCompare(placeOf(b)))
    .map(({ point, title, figures }) => ({ point, title, figures })),
  promised,
})

/** A month counts for what covers its last day or more; a point before the end always does. */
const isBefore = (point: Figures["point"], to: string) =>
  point === "baseline" || point === "midpoint" || (point !== "final" && point <= to.slice(0, 7))

/** The baseline, then months with what was asked half way among them. */
const placeOf = ({ point, at }: Pick<Figures, "point" | "at">) => {
  if (point === "baseline") return "0"
  return point === "midpoint" ? `${londonDate(new Date(at)).slice(0, 7)}~` : point
}

type TeamRow = { number?: number; days?: number }

/** People and protected days as the pilot plan promises them: days of one worker, on average, in tenths. */
export const promisedIn = ({ people, team }: { people?: unknown; team?: unknown }) => {
  const rows = (Array.isArray(team) ? (team as TeamRow[]) : []).filter(({ days }) => days !== undefined)
  const workers = rows.reduce((sum, { number = 1 }) => sum + number, 0)
  const tenths = rows.reduce((sum, { number = 1, days = 0 }) => sum + number * Math.round(days * 10), 0)
  const known = (people as { number?: number } | undefined)?.number
  return {
    ...(known !== undefined && { people: known }),
    ...(workers > 0 && { days: Math.round(tenths / workers) / 10 }),
  }
}
