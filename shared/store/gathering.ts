import { coachesOf } from "../domain/coaching/assigned.ts"
import type { GatheredSite } from "../domain/evaluation/analysis/gathered.ts"
import { otherAnswers } from "../domain/evaluation/answers/as-measures.ts"
import { answerTotals, figuresFromAnswers } from "../domain/evaluation/answers/totals.ts"
import { answersIn } from "./answers.ts"
import type { WithSites } from "./calendar.ts"
import { evaluationIn } from "./evaluation.ts"
import type { Table } from "./table.ts"

type Site = WithSites["sites"][number]

/** What is known of one site in figures: two requests, whatever it sent before. */
export const gatherSite = async (table: Table, phase: string, site: Site): Promise<GatheredSite> => {
  const { organisation, name, from, to } = site
  const evaluation = evaluationIn(table)
  const [figures, plan] = await Promise.all([
    evaluation.figuresOf(organisation, phase),
    evaluation.agreed(organisation, phase),
  ])
  return {
    organisation,
    name,
    figures,
    ...(from && { from }),
    ...(to && { to }),
    ...(plan && { plan }),
  }
}

/** Of every site of a phase, with what people answered past them: for the evaluator alone. Three requests a site. */
export const gatherPhase = async (
  table: Table,
  { id, sites }: Pick<WithSites, "id" | "sites">,
  phases: readonly WithSites[],
): Promise<GatheredSite[]> =>
  Promise.all(
    sites.map(async (site) => {
      const [gathered, answers] = await Promise.all([
        gatherSite(table, id, site),
        answersIn(table).ofSite(site.organisation, id),
      ])
      const coaches = coachesOf(phases, site.organisation, id)
      return { ...gathered, coaches, answers: answersOf(answers) }
    }),
  )

const answersOf = (answers: Parameters<typeof answerTotals>[0]): GatheredSite["answers"] => {
  const totals = answerTotals(answers)
  const core = figuresFromAnswers(totals).flatMap(({ point, figures }) =>
    figures.map(({ measure, value }) => ({ measure, at: point, value })),
  )
  return [...core, ...otherAnswers(totals)]
}
