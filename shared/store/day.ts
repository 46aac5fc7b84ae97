import { type Action, action } from "../domain/actions/action.ts"
import { type Expected, expected } from "../domain/calendar/expected.ts"
import { type Head, head } from "../domain/coaching/head.ts"
import { type EvaluationHead, evaluationHead } from "../domain/evaluation/head.ts"
import type { PlainDate } from "../values/london.ts"
import { everyItem } from "./every.ts"
import { byDay } from "./keys.ts"
import type { Table } from "./table.ts"

/** Everything with something to tell on a day, in one query. */
export const dayIn = async (
  table: Table,
  day: PlainDate,
): Promise<{ returns: Expected[]; actions: Action[]; heads: Head[]; evaluations: EvaluationHead[] }> => {
  const items = await everyItem(table, { pk: day, index: byDay })
  const under = (begins: string) => items.filter(({ sk }) => sk.startsWith(begins))
  return {
    returns: under("EXPECTED#").map((item) => expected.parse(item)),
    actions: under("NOW#ACTION#").map((item) => action.parse(item)),
    heads: under("NOW#COACHING#").map((item) => head.parse(item)),
    evaluations: under("NOW#EVALUATION#").map((item) => evaluationHead.parse(item)),
  }
}
