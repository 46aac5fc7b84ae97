import { type Answer, answer } from "../domain/evaluation/answers/answer.ts"
import { everyItem } from "./every.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/** What people, families and practitioners answered, straight to the evaluator. */
export const answersIn = (table: Table) => {
  /** Every answer of a site in a phase, in one query, in an order that says nothing. */
  const ofSite = (organisation: string, phase: string): Promise<Answer[]> => under(organisation, phase, "")

  const ofWave = (organisation: string, phase: string, wave: string): Promise<Answer[]> =>
    under(organisation, phase, `${wave}#`)

  const under = async (organisation: string, phase: string, begins: string): Promise<Answer[]> => {
    const { pk, sk } = keys.answerGiven(organisation, phase, "", "")
    const items = await everyItem(table, { pk, begins: `${sk.slice(0, -1)}${begins}`, strong: true })
    return items.map(({ pk: _, sk: __, ...given }) => answer.parse(given))
  }

  return { ofSite, ofWave }
}
