import * as z from "zod"
import { evaluationFactsOf, promisedIn } from "../domain/evaluation/facts.ts"
import type { EvaluationFacts, ReturnFacts } from "../kinds/return-facts.ts"
import { evaluationRead } from "./evaluation-read.ts"
import { keys } from "./keys.ts"
import type { Table } from "./table.ts"

/**
 * The facts of a return with what its site and the evaluator agreed to measure, what was said before, and what the pilot
 * plan promised: four requests more, whatever was sent.
 */
export const withEvaluationFacts = async (
  table: Table,
  organisation: string,
  phase: string,
  facts: ReturnFacts,
): Promise<ReturnFacts> => {
  const evaluation = evaluationRead(table)
  const [agreed, figures, promised] = await Promise.all([
    evaluation.agreed(organisation, phase),
    evaluation.figuresOf(organisation, phase),
    promisedBy(table, organisation, phase),
  ])
  return { ...facts, evaluation: evaluationFactsOf({ agreed, figures, promised }, facts.return) }
}

const plan = z.object({ versions: z.array(z.object({ version: z.int(), fate: z.string() })) })
const version = z.object({
  sections: z.array(
    z.object({ questions: z.array(z.object({ id: z.string(), answer: z.unknown().optional() })) }),
  ),
})

/** What the pilot plan promises, as both sides agreed it last: nothing before they have. */
const promisedBy = async (
  table: Table,
  organisation: string,
  phase: string,
): Promise<EvaluationFacts["promised"]> => {
  const head = await table.get(keys.shared(organisation, "PLAN", phase, "plan"))
  const agreed = head && plan.parse(head).versions.findLast(({ fate }) => fate === "agreed")
  if (!agreed) return {}
  const id = String(agreed.version).padStart(4, "0")
  const item = await table.get(keys.shared(organisation, "PLANVERSION", phase, id))
  const questions = item ? version.parse(item).sections.flatMap((one) => one.questions) : []
  return promisedIn(Object.fromEntries(questions.map(({ id, answer }) => [id, answer])))
}
