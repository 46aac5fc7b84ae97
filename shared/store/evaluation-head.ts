import type { EvaluationHead } from "../domain/evaluation/head.ts"
import { nextChase } from "../domain/notices/chases.ts"
import { chasesOfEvaluation } from "../domain/notices/evaluation-chases.ts"
import type { PlainDate } from "../values/london.ts"
import { addWorkingDays } from "../values/working-days.ts"
import type { Action } from "./action.ts"
import { evaluationListOf } from "./evaluation-read.ts"
import { keys } from "./keys.ts"

/** As it stands after a change on this day, or after what is to be told on it was told. */
export const putEvaluationHead = (
  after: EvaluationHead,
  before: EvaluationHead | undefined,
  today?: PlainDate,
): Action => {
  const chases = chasesOfEvaluation(after)
  const told = Object.fromEntries(
    Object.entries(after.told ?? {}).filter(([mark]) => chases.some((one) => one.mark === mark)),
  )
  const day = nextChase(chases, told, today ? addWorkingDays(today, 1) : "")
  const next = { ...after, told, revision: (before?.revision ?? 0) + 1 }
  return {
    put: {
      ...keys.evaluationHead(next.organisation, next.phase),
      ...next,
      ...(day !== undefined && { onDay: day }),
      summary: next,
      inRound: evaluationListOf(next.phase),
      site: next.organisation,
    },
    when: before ? { is: { revision: before.revision } } : "new",
  }
}

/** That it stands as it was read. */
export const checkEvaluationHead = ({ organisation, phase, revision }: EvaluationHead): Action => ({
  check: keys.evaluationHead(organisation, phase),
  when: { is: { revision } },
})
