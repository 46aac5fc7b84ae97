import { action, type Action as ToDo } from "../domain/actions/action.ts"
import { type Head, head } from "../domain/coaching/head.ts"
import { type EvaluationHead, evaluationHead } from "../domain/evaluation/head.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

export type Now = { actions: ToDo[]; heads: Head[]; evaluations: EvaluationHead[] }

/** What is current at a site: what is open there, and where its coaching and evaluation stand in each phase, in one query. */
export const nowAt = async (table: Table, organisation: string): Promise<Now> => {
  const coaching = keys.coaching(organisation, "")
  const evaluation = keys.evaluationHead(organisation, "")
  const begins = coaching.sk.slice(0, coaching.sk.indexOf("#") + 1)
  const items = await everyItem(table, { pk: coaching.pk, begins, strong: true })
  const under = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix))
  const actions = keys.action(organisation, "")
  return {
    actions: under(actions.sk).map((item) => action.parse(item)),
    heads: under(coaching.sk).map((item) => head.parse(item)),
    evaluations: under(evaluation.sk).map((item) => evaluationHead.parse(item)),
  }
}
