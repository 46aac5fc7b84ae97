import type { EvaluationHead } from "../../shared/domain/evaluation/head.ts"
import { chasesOfEvaluation } from "../../shared/domain/notices/evaluation-chases.ts"
import { evaluationIn } from "../../shared/store/evaluation.ts"
import { checkEvaluationHead, putEvaluationHead } from "../../shared/store/evaluation-head.ts"
import type { Table } from "../../shared/store/table.ts"
import { chased } from "./chased.ts"
import type { Matter, Today } from "./matter.ts"

/** Where the evaluation of a site stands, as the morning looks at it. */
export const evaluationMatter = (table: Table, head: EvaluationHead, today: Today): Matter =>
  chased({
    organisation: head.organisation,
    name: head.name,
    phase: head.phase,
    record: `evaluation-${head.phase}`,
    chases: chasesOfEvaluation(head),
    told: head.told ?? {},
    today,
    check: checkEvaluationHead(head),
    put: (told, day) => putEvaluationHead({ ...head, told }, head, day),
    again: async () => {
      const found = await evaluationIn(table).head(head.organisation, head.phase)
      return found && evaluationMatter(table, found, today)
    },
  })
